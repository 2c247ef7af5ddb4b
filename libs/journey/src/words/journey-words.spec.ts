import { type Json } from '#statechart';
import { compileFiles, sampleFiles, submitted } from '../../test/sample-journey.js';
import { type MessageEffect } from '../journey-effect.js';

const begun = Date.parse('2025-03-01T09:00:00Z');

/** The sample journey with a message of these words, and how it begins. */
function messageOf(da: string, en: string) {
  const written = (language: string, body: string): string =>
    (sampleFiles[`texts/${language}.yaml`] ?? '').replace(
      /^messages:$/m,
      `messages:\n  told: { subject: s, body: ${JSON.stringify(body)} }`,
    );
  const compiled = compileFiles({
    ...sampleFiles,
    'texts/da.yaml': written('da', da),
    'texts/en.yaml': written('en', en),
  });
  const { state } = compiled.begin('anna', begun);
  return (values: MessageEffect['with'], language: 'da' | 'en' = 'da') =>
    compiled.words.message(
      { type: 'message', to: 'applicant', persons: ['anna'], text: 'told', with: values },
      language,
      { person: 'anna', state },
    ).body;
}

describe('values of a text', () => {
  it.each([
    ['{x, date}', '2026-12-24', 'torsdag den 24. december 2026', 'Thursday 24 December 2026'],
    ['{x, period}', 'P4W', '4 uger', '4 weeks'],
    ['{x, period}', 'PT36H', '36 timer', '36 hours'],
    ['{x, hours}', 1, '1 time', '1 hour'],
    ['{x, hours}', 1924, '1.924 timer', '1,924 hours'],
    ['{x, days}', 12000.5, '12.000,5 dage', '12,000.5 days'],
    ['{x}', 2026, '2026', '2026'],
    ['{x, days}', 0, '0 dage', '0 days'],
    ['{x, weeks}', 1, '1 uge', '1 week'],
    ['{x, months}', 2.5, '2,5 måneder', '2.5 months'],
    ['{x, years}', 1, '1 år', '1 year'],
    ['{x, money}', 1234.5, '1.234,50 kr.', 'DKK 1,234.50'],
    ['{x, money}', 825, '825 kr.', 'DKK 825'],
    ['{x, reference}', 'BOS-4 711', 'BOS\u20114\u00A0711', 'BOS\u20114\u00A0711'],
    ['{x}', { da: 'kommunen', en: 'the municipality' }, 'kommunen', 'the municipality'],
    [
      '{x, date}',
      ['2026-12-24', '2026-12-25'],
      'torsdag den 24. december 2026 og fredag den 25. december 2026',
      'Thursday 24 December 2026 and Friday 25 December 2026',
    ],
  ])('are put into words as %s says', (text, value, da, en) => {
    const told = messageOf(`x ${text}`, `x ${text}`);
    expect([told({ x: value }), told({ x: value }, 'en')]).toEqual([`x ${da}`, `x ${en}`]);
  });

  it('are put into words as they look where a definition is older than the types', () => {
    const told = messageOf('{day} {time} {amount} {yes} {odd, nonsense} {gone} {wrong, money}', '{day}');
    expect(
      told({ day: '2025-03-15', time: 'P4W', amount: 1234.5, yes: true, odd: 'P1D', wrong: 'much' }),
    ).toBe('lørdag den 15. marts 2025 4 uger 1234,5 ja 1 dag ikke oplyst much');
    expect(told({ day: '2025-03-15' }, 'en')).toBe('Saturday 15 March 2025');
  });
});

describe('a task', () => {
  const files = {
    '2025-01-01.yaml': `
id: small
title: { da: x, en: x }
lifeEvent: moving
effective: 2025-01-01
machine:
  initial: choosing
  states:
    choosing:
      meta:
        with: { start: = today }
        task:
          role: applicant
          form: choice
          due: P14D
          remind: P3D
          ifNothing: stays
          with: { fee: = parameters.fee }
          shows: { fee: = parameters.fee, day: = today, sure: '= parameters.fee > 1', with: '= []' }
          choices: { who: { of: '[applicant.cpr]' } }
      on: { choose: { target: chosen, actions: { remember: choice } } }
    chosen:
      type: final
      meta: { outcome: { is: done, text: chosen, with: { kind: = choice.kind } } }
`.replace("of: '[applicant.cpr]'", "of: '= [applicant.cpr]'"),
    'parameters.yaml':
      'fee: { title: { da: x, en: x }, unit: kr., values: [{ from: 2020-01-01, value: 1234.5, source: x, confidence: found }] }',
    'forms/choice.yaml':
      'type: object\nproperties: { kind: { type: string, enum: [rented, owned] }, who: { type: string, format: cpr }, others: { type: array, items: { type: string, format: cpr } } }',
    'texts/da.yaml': `
roles: { applicant: Dig }
states: { choosing: 'Du valgte fra {start, date}' }
tasks:
  choosing:
    title: 'Betal {fee, money}'
    help: 'Senest {lastDay, date}.'
    shows: { fee: Pris, day: Fra, sure: Dyrt, with: Sammen med }
    reminder: { subject: 'Husk {fee, money}', body: 'Betal senest {lastDay, date}.' }
forms:
  choice:
    fields: { kind: { label: 'Hvordan, for {fee, money}?', options: { rented: til leje, owned: ejet } }, who: Hvem }
    events: { choose: 'Betal {fee, money}' }
outcomes: { stays: 'Ellers stiger {fee, money}', chosen: 'Den er {kind}.' }
`,
    'texts/en.yaml': `
states: { choosing: Choose }
tasks: { choosing: { title: 'Pay {fee, money}' } }
outcomes: { stays: 'If you do nothing, it stays' }
`,
  };
  const compiled = compileFiles(files);
  const { state } = compiled.begin('anna', begun);
  const reader = { person: 'anna', state };

  it('is put into words with its form, what it shows and what it offers', () => {
    const [task] = compiled.openTasks(state, begun);
    expect(compiled.words.task(task!, 'da', reader)).toEqual({
      title: 'Betal 1.234,50 kr.',
      help: 'Senest lørdag den 15. marts 2025.',
      shows: [
        { name: 'fee', label: 'Pris', value: '1.234,50 kr.' },
        { name: 'day', label: 'Fra', value: 'Lørdag den 1. marts 2025' },
        { name: 'sure', label: 'Dyrt', value: 'Ja' },
        { name: 'with', label: 'Sammen med', value: 'Ingen' },
      ],
      choices: { who: [{ value: 'anna', label: 'dig' }] },
      form: {
        fields: {
          kind: { label: 'Hvordan, for 1.234,50 kr.?', options: { rented: 'til leje', owned: 'ejet' } },
          who: { label: 'Hvem' },
        },
        events: { choose: 'Betal 1.234,50 kr.' },
      },
      ifNothing: 'Ellers stiger 1.234,50 kr.',
    });
    expect(compiled.words.state('choosing', 'da', reader)).toBe('Du valgte fra lørdag den 1. marts 2025');
  });

  it('says what was answered, words of ours with a capital and others as they were written', () => {
    const answered = { kind: 'rented', who: 'de Neergaard', others: [] };
    const values = (['da', 'en'] as const).map(language =>
      compiled.words.answer('choosing', answered, language, () => undefined).map(({ value }) => value),
    );
    expect(values).toEqual([
      ['til leje', 'de Neergaard', 'Ingen'],
      ['rented', 'de Neergaard', 'None'],
    ]);
  });

  it('reminds in its own words, else in general ones', () => {
    const effect = {
      type: 'reminder',
      task: 'choosing',
      role: 'applicant',
      persons: ['anna'],
      due: begun,
    } as const;
    expect(compiled.words.reminder(effect, 'da', reader)).toEqual({
      subject: 'Husk 1.234,50 kr.',
      body: 'Betal senest lørdag den 1. marts 2025.',
    });
    expect(compiled.words.reminder(effect, 'en', reader)).toEqual({
      subject: 'Remember: Pay DKK 1,234.50',
      body: '“Pay DKK 1,234.50” is waiting for you. The last day is Saturday 1 March 2025. If you do nothing, it stays.',
    });
  });

  it('says the last day within the sentence of a general reminder', () => {
    const general = files['texts/da.yaml'].replace(/ {4}reminder: .*\n/, '');
    const words = compileFiles({ ...files, 'texts/da.yaml': general }).words;
    const effect = {
      type: 'reminder',
      task: 'choosing',
      role: 'applicant',
      persons: ['anna'],
      due: begun,
    } as const;
    expect(words.reminder(effect, 'da', reader).body).toContain('Sidste dag er lørdag den 1. marts 2025.');
  });

  it('ends in an outcome that says a choice in the words of its form', () => {
    const data = { kind: 'owned' };
    const { state: over } = submitted(compiled, state, begun, ['anna', 'choosing', 'choose', data]);
    expect(compiled.words.outcome('chosen', 'da', { person: 'anna', state: over })).toEqual({
      is: 'done',
      text: 'Den er ejet.',
    });
  });
});

describe('a label', () => {
  const compiled = compileFiles({
    '2025-01-01.yaml': `
id: small
title: { da: x, en: x }
lifeEvent: moving
effective: 2025-01-01
roles:
  applicant: {}
  partner: { optional: true }
conditions: { isOwned: { when: "= choice.kind == 'owned'" } }
label:
  - { text: both, visibleTo: [partner], with: { kind: = choice.kind } }
  - { guard: isOwned, text: owned }
  - { text: chosen, with: { kind: = choice.kind, day: = choice.day } }
machine:
  initial: choosing
  meta: { visibleTo: [applicant] }
  states:
    choosing:
      meta: { task: { role: applicant, form: choice } }
      on: { choose: { target: chosen, actions: { remember: choice } } }
    chosen: { type: final }
`,
    'forms/choice.yaml': `
type: object
required: [kind]
properties: { kind: { type: string, enum: [rented, owned] }, day: { type: string, format: date } }
`,
    'texts/da.yaml': `
forms: { choice: { fields: { kind: { label: Hvordan, options: { rented: til leje, owned: ejet } } } } }
labels: { both: 'Bolig, {kind}', owned: Din egen bolig, chosen: 'Bolig {kind} {day, date}' }
`,
    'texts/en.yaml': '',
  });
  const begin = compiled.begin('anna', begun).state;
  const labelAfter = (choice: Json, person = 'anna') =>
    compiled.words.label('da', {
      person,
      state: submitted(compiled, begin, begun, ['anna', 'choosing', 'choose', choice]).state,
    });

  it('is said once all of it is known, the first whose guard holds', () => {
    expect(compiled.words.label('da', { person: 'anna', state: begin })).toBeUndefined();
    expect(labelAfter({ kind: 'rented' })).toBeUndefined();
    expect(labelAfter({ kind: 'rented', day: '2025-03-15' })).toBe(
      'Bolig til leje lørdag den 15. marts 2025',
    );
    expect(labelAfter({ kind: 'owned', day: '2025-03-15' })).toBe('Din egen bolig');
  });

  it('is said to those who see the whole journey, or to whom it says', () => {
    const { state } = submitted(compiled, begin, begun, ['anna', 'choosing', 'choose', { kind: 'owned' }]);
    const roles = { ...state.context.roles, partner: { person: 'bo' } };
    const withPartner = { ...state, context: { ...state.context, roles } };
    expect(compiled.words.label('da', { person: 'bo', state: withPartner })).toBe('Bolig, ejet');
    expect(compiled.words.label('da', { person: 'carl', state: withPartner })).toBeUndefined();
  });
});
