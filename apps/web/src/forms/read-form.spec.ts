import { Posted } from '../http/posted.js';
import { type AskedField, type FieldAnswer } from './asked-field.js';
import { readForm } from './read-form.js';

const option = (value: string | number) => ({ value, code: String(value), label: `It is ${value}` });

function read(answer: FieldAnswer, typed: readonly (readonly [string, string])[], required = false): unknown {
  const fields = new FormData();
  for (const [name, value] of typed) fields.append(name, value);
  const field: AskedField = {
    name: 'it',
    label: 'It',
    required,
    readOnly: false,
    hasMeaning: false,
    ...answer,
  };
  return readForm([field], new Posted(fields))['it'];
}

describe('a form that was posted', () => {
  it.each<[string, FieldAnswer, readonly (readonly [string, string])[], unknown]>([
    ['a text, trimmed', { kind: 'text', long: false, type: 'text' }, [['it', ' Vej 8 ']], 'Vej 8'],
    ['no text', { kind: 'text', long: false, type: 'text' }, [['it', '  ']], undefined],
    ['a number as Danes write it', { kind: 'number', whole: false }, [['it', '1.234,5']], 1234.5],
    ['what is no number, as it was typed', { kind: 'number', whole: true }, [['it', 'ni']], 'ni'],
    ['a day', { kind: 'date' }, day('1', '3', '2027'), '2027-03-01'],
    ['half a day, as far as it goes', { kind: 'date' }, day('', '3', '2027'), '2027-03-'],
    ['no day', { kind: 'date' }, day('', '', ''), undefined],
    ['no', { kind: 'yesNo' }, [['it', 'false']], false],
    ['a box that is not ticked', { kind: 'tick' }, [], undefined],
    ['a choice, as the value that it stands for', { kind: 'choice', options: [option(4)] }, [['it', '4']], 4],
    ['a choice that was not offered', { kind: 'choice', options: [option(4)] }, [['it', '5']], undefined],
    ['one who is known', { kind: 'person', known: [option('~a')] }, [['it', '~a']], '~a'],
    [
      'somebody else',
      { kind: 'person', known: [option('~a')] },
      [
        ['it', ''],
        ['it.other', '0101901234'],
      ],
      '0101901234',
    ],
    [
      'lines, without the empty ones',
      { kind: 'lines', persons: false, known: [], least: 0, most: 9 },
      [
        ['it.other', 'Bo'],
        ['it.other', ' '],
        ['it.other', 'Eva '],
      ],
      ['Bo', 'Eva'],
    ],
  ])('has %s', (_what, answer, typed, expected) => {
    expect(read(answer, typed)).toEqual(expected);
  });

  it('has an empty list where there must be an answer, and none where there need not be', () => {
    const choices: FieldAnswer = { kind: 'choices', options: [option('a')] };
    expect(read(choices, [], true)).toEqual([]);
    expect(read(choices, [])).toBeUndefined();
  });
});

function day(date: string, month: string, year: string): readonly (readonly [string, string])[] {
  return [
    ['it.day', date],
    ['it.month', month],
    ['it.year', year],
  ];
}
