import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { InVisit, type Visit } from '../http/visit.js';
import { DANISH } from '../words/da.js';
import { answerInWords } from './answered.js';
import { type AskedField } from './asked-field.js';
import { FieldView } from './field-view.js';

const value = { language: 'da', words: DANISH } as Visit;
const shown = (field: AskedField): string =>
  renderToString(h(InVisit, { value }, h(FieldView, { field, value: undefined })));
const HEAD = { name: 'field', label: 'Felt', readOnly: false, hasMeaning: false } as const;

describe('a field of a form', () => {
  const options = [{ value: 'violence', code: 'violence', label: 'Vold' }];

  it('that may be left out has a way back from what was chosen by a slip', () => {
    const html = shown({ ...HEAD, kind: 'choice', required: false, options });
    expect(html).toContain('Ingen af dem');
    expect(html).toMatch(/value checked\/><label[^>]*>Ingen af dem/);
    expect(shown({ ...HEAD, kind: 'choice', required: true, options })).not.toContain('Ingen af dem');
  });

  it('for a person whom nobody knows says how to write them, whatever else it says', () => {
    const person = { ...HEAD, kind: 'person', required: false, known: [] } as const;
    expect(shown({ ...person, hint: 'Kun hvis I er to' })).toContain(
      'Skriv CPR-nummeret med ti cifre. Kun hvis I er to',
    );
    expect(shown(person)).toContain('Ti cifre');
  });

  it('with a number is read as people write it, and a year as a year', () => {
    const number = { ...HEAD, kind: 'number', whole: true, required: true } as const;
    expect(answerInWords(number, 2026, DANISH, 'da')).toBe('2026');
    expect(answerInWords(number, 175_000, DANISH, 'da')).toBe('175.000');
  });
});
