import { readJourney } from '../read/read-journey.js';

describe('what a part takes', () => {
  const part = `
takes:
  role: who answers
  form: { description: the form, default: consent }
  form2: { description: the second form, default: $form }
  also: { description: what else is kept, default: {} }
machine:
  initial: asking
  states:
    asking:
      meta: { task: { role: $role, form: $form2 } }
      on: { agree: { target: over, actions: { remember: { who: $role, $also } } } }
    over: { type: final }
`;
  const used = (given: string) => {
    const [definition] = readJourney({
      '2025-01-01.yaml': `machine: { initial: a, states: { a: { part: question, with: { role: applicant${given} } } } }`,
      'parts/question.yaml': part,
    }).definitions;
    return definition!;
  };
  const kept = (given: string) =>
    used(given).machine.states[0]?.states[0]?.transitions[0]?.actions.map(({ params }) => [
      params['as'],
      params['value'],
    ]);

  it('has a default, which may name what is taken before it', () => {
    expect(used('').expansion.faults).toEqual([]);
    expect(used('').machine.states[0]?.states[0]?.task?.form).toBe('consent');
    expect(used(', form: heirs').machine.states[0]?.states[0]?.task?.form).toBe('heirs');
    expect(used(', form2: heirs').machine.states[0]?.states[0]?.task?.form).toBe('heirs');
  });

  it('may be members for a map', () => {
    expect(kept('')).toEqual([['who', 'applicant']]);
    expect(kept(', also: { day: = today, why: asked }')).toEqual([
      ['who', 'applicant'],
      ['day', '= today'],
      ['why', 'asked'],
    ]);
  });
});

describe('what is said of a task', () => {
  const inner = `
texts:
  da: { states: { .: Inde }, tasks: { asking: { title: Svar, help: Kort., reminder: { subject: Svar, body: Nu. } } } }
machine: { states: { asking: { meta: { task: { role: applicant, form: consent } }, on: { agree: over } }, over: { type: final } } }
`;
  const outer = `
texts: { da: { states: { .: Ude }, tasks: { asking: { title: Sig ja } } } }
machine: { part: inner }
`;
  const [definition] = readJourney({
    '2025-01-01.yaml': 'machine: { initial: a, states: { a: { part: outer } } }',
    'parts/inner.yaml': inner,
    'parts/outer.yaml': outer,
    'texts/da.yaml': "tasks: { a.asking: { help: 'Skriv, om du vil.' } }",
  }).definitions;

  it('comes from the journey first, then from the outer part, then from the inner one', () => {
    const { states, tasks } = definition!.texts.da;
    expect(states['a']).toBe('Ude');
    expect(tasks['a.asking']).toEqual({
      title: 'Sig ja',
      help: 'Skriv, om du vil.',
      reminder: { subject: 'Svar', body: 'Nu.' },
      shows: {},
    });
  });
});
