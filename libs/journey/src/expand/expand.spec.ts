import { compileFiles, sampleFiles, stored, submitted } from '../../test/sample-journey.js';
import { readJourney, type JourneyFiles } from '../read/read-journey.js';

const at = Date.parse('2025-03-01T09:00:00Z');
const HEAD =
  'id: small\ntitle: { da: x, en: x }\nlifeEvent: moving\neffective: 2025-01-01\nroles: { applicant: {}, partner: { optional: true } }\n';

const AFFAIRS = `
takes: { role: whose affairs they are, wishes: under which name their wishes are kept }
conditions: { wanted: { when: '= has($wishes.agrees)' } }
delays: { window: { for: "= period('P14D')" } }
texts:
  da: { states: { .: Sager, wishing: Ønsker }, tasks: { wishing: { title: Sig hvad du vil } } }
  en: { states: { .: Affairs, wishing: Wishes }, tasks: { wishing: { title: Say what you want } } }
machine:
  initial: wishing
  states:
    wishing:
      id: wishing
      meta: { task: { role: $role, form: consent, due: window, overdue: settled } }
      on:
        agree: { target: checking, actions: { remember: $wishes } }
    checking:
      always: [{ guard: wanted, target: settled }, '#wishing']
    settled: { type: final }
`;

const COUPLE = `
machine:
  type: parallel
  states:
    mine: { part: affairs, with: { role: applicant, wishes: mine } }
    theirs: { part: affairs, with: { role: partner, wishes: yours } }
`;

function files(main: string, more: JourneyFiles = {}): JourneyFiles {
  return {
    '2025-01-01.yaml': HEAD + main,
    'forms/consent.yaml': sampleFiles['forms/consent.yaml'] ?? '',
    'forms/heirs.yaml':
      'type: object\nrequired: [persons]\nproperties: { persons: { type: array, items: { type: string, format: cpr } } }',
    ...more,
  };
}

function definitionOf(main: string, more?: JourneyFiles) {
  const [definition] = readJourney(files(main, more)).definitions;
  return definition!;
}

describe('a part', () => {
  const couple = { 'parts/affairs.yaml': AFFAIRS };

  it('becomes the state in whose place it stands, with names of its own for each use', () => {
    const journey = compileFiles(files(COUPLE, couple));
    const { state } = journey.begin('anna', at);
    expect(journey.activePaths(state)).toEqual(['mine', 'mine.wishing', 'theirs', 'theirs.wishing']);
    expect(journey.openTasks(state, at)).toMatchObject([
      { task: 'mine.wishing', role: 'applicant', due: Date.parse('2025-03-15T09:00:00Z') },
      { task: 'theirs.wishing', role: 'partner' },
    ]);
    const done = submitted(journey, state, at, ['anna', 'mine.wishing', 'agree', { agrees: true }]).state;
    expect(journey.activePaths(done)).toEqual(['mine', 'mine.settled', 'theirs', 'theirs.wishing']);
    expect(done.context.facts).toEqual({ mine: { agrees: true } });
  });

  it('goes on when nothing is done in time, as overdue says', () => {
    const journey = compileFiles(files(COUPLE, couple));
    const { state } = journey.begin('anna', at);
    const [timer] = journey.waits(state).timers;
    const { state: late } = journey.step(stored(state), { kind: 'timer', timer: timer!.seq }, timer!.due);
    expect(journey.activePaths(late)).toContain('mine.settled');
  });

  it('brings its words along; those of the journey come first', () => {
    const texts = { 'texts/da.yaml': 'title: x\nsummary: x\nstates: { theirs.wishing: Deres ønsker }' };
    const { da, en } = definitionOf(COUPLE, { ...couple, ...texts }).texts;
    expect(da.states).toMatchObject({
      mine: 'Sager',
      'mine.wishing': 'Ønsker',
      'theirs.wishing': 'Deres ønsker',
    });
    expect(en.tasks['theirs.wishing']?.title).toBe('Say what you want');
  });

  it('has the states that stand beside it, and begins as its use says', () => {
    const part = `
takes: { after: where it goes on }
machine: { states: { asking: { always: $after }, settled: { type: final } } }
`;
    const main = `
conditions: { skipped: { when: = today > today } }
machine:
  initial: a
  states:
    a:
      part: asked
      with: { after: telling }
      initial: [{ guard: skipped, target: settled }, asking]
      states:
        telling: { meta: { task: { role: applicant, form: consent } }, on: { agree: settled } }
`;
    const more = { 'parts/asked.yaml': part };
    const journey = compileFiles(files(main, more));
    const { state } = journey.begin('anna', at);
    expect(journey.activePaths(state)).toEqual(['a', 'a.telling']);
    const { machine, expansion } = definitionOf(main, more);
    const places = machine.states[0]?.states.map(({ at: path }) => expansion.origins.of(path));
    expect(places?.map(({ source, path }) => [source.file, path])).toEqual([
      ['parts/asked.yaml', ['machine', 'states', 'asking']],
      ['parts/asked.yaml', ['machine', 'states', 'settled']],
      ['2025-01-01.yaml', ['machine', 'states', 'a', 'initial']],
      ['2025-01-01.yaml', ['machine', 'states', 'a', 'states', 'telling']],
    ]);
    const twice = definitionOf(main.replace('telling: {', 'settled: {'), more).expansion.faults;
    expect(twice.map(({ message }) => message)).toEqual(['The part asked has states settled of its own.']);
  });

  it('stays where it is when it is given no way out', () => {
    const part = `
takes: { then: 'where it goes on, if anywhere' }
machine: { on: { agree: { target: $then, actions: { remember: { seen: = today } } } } }
`;
    const main = 'machine: { part: heard, with: { then: null }, states: { a: {} } }';
    const { machine, expansion } = definitionOf(main, { 'parts/heard.yaml': part });
    expect(expansion.faults).toEqual([]);
    expect(machine.transitions.map(({ targets }) => targets)).toEqual([[]]);
  });

  it('leads back to its own file and to where it is used', () => {
    const { machine, expansion } = definitionOf(COUPLE, couple);
    const wishing = machine.states[1]?.states[0];
    const { source, path, usedAt } = expansion.origins.of([...(wishing?.at ?? []), 'meta', 'task', 'role']);
    expect([source.file, path, usedAt?.source.file, usedAt?.path]).toEqual([
      'parts/affairs.yaml',
      ['machine', 'states', 'wishing', 'meta', 'task', 'role'],
      '2025-01-01.yaml',
      ['machine', 'states', 'theirs'],
    ]);
    const condition = expansion.origins.of(['conditions', 'mine.wanted', 'when']);
    expect(condition).toMatchObject({
      source: { file: 'parts/affairs.yaml' },
      path: ['conditions', 'wanted', 'when'],
    });
  });

  it('counts in the hash, and only where it is used', () => {
    const hash = (main: string, more: JourneyFiles) => definitionOf(main, more).hash;
    const alone = 'machine: { states: { a: { type: final } } }';
    expect(hash(alone, couple)).toBe(hash(alone, {}));
    const changed = { 'parts/affairs.yaml': AFFAIRS.replace('P14D', 'P7D') };
    expect(hash(COUPLE, changed)).not.toBe(hash(COUPLE, couple));
  });

  it('of the journey itself comes before one that all share', () => {
    const shared = { '../parts/affairs.yaml': 'machine: { states: { shared: { type: final } } }' };
    expect(definitionOf(COUPLE, { ...couple, ...shared }).machine.states[0]?.states[0]?.key).toBe('wishing');
    expect(definitionOf(COUPLE, shared).machine.states[0]?.states[0]?.key).toBe('shared');
  });

  it('takes what it says, and never itself', () => {
    const codes = (main: string, part: string) =>
      definitionOf(main, { 'parts/affairs.yaml': part }).expansion.faults.map(({ code, message }) => [
        code,
        message,
      ]);
    const use = (text: string) => `machine: { states: { a: { part: ${text} } } }`;
    expect(codes(use('affairs'), AFFAIRS)).toEqual([
      ['part-argument', 'The part affairs takes role, and is not given it here.'],
      ['part-argument', 'The part affairs takes wishes, and is not given it here.'],
    ]);
    expect(codes(use('affairs, with: { role: x, wishes: y, day: z }'), AFFAIRS)).toEqual([
      ['part-argument', 'The part affairs takes no day.'],
    ]);
    expect(codes(use('afairs'), AFFAIRS)).toEqual([['unknown-part', 'There is no part afairs.']]);
    expect(codes(use('affairs'), 'machine: { initial: $first, states: { b: {} } }')).toEqual([
      ['part-argument', 'The part uses $first and does not say that it takes it.'],
    ]);
    expect(codes(use('affairs'), 'machine: { states: { b: { part: affairs } } }')).toMatchObject([
      ['part-in-itself', expect.stringContaining('within itself')],
    ]);
    const many = `machine: { states: { ${Array.from({ length: 24 }, (_, i) => `s${i}: { part: affairs }`).join(', ')} } }`;
    expect(codes(use('affairs'), many).map(([code]) => code)).toContain('part-in-itself');
    expect(codes(use('affairs, initial: b'), 'machine: { initial: c, states: { c: {} } }')).toEqual([
      ['part-overridden', 'The part affairs has initial of its own.'],
    ]);
  });
});

describe('a part in a part', () => {
  it('knows the delays and conditions of the part around it', () => {
    const main = 'machine: { states: { a: { part: outer, with: { then: b } }, b: { type: final } } }';
    const outer = `
takes: { then: where it goes }
delays: { patience: { for: "= period('P7D')" } }
conditions: { isOver: { when: = true } }
machine: { part: inner, with: { due: patience, over: isOver, then: $then } }`;
    const inner = `
takes: { due: until when, over: a condition, then: where it goes }
machine: { after: { $due: $then }, always: { guard: $over, target: $then } }`;
    const { machine, expansion } = definitionOf(main, {
      'parts/outer.yaml': outer,
      'parts/inner.yaml': inner,
    });
    expect(expansion.faults).toEqual([]);
    expect(machine.states[0]?.transitions.map(({ trigger, guard }) => [trigger, guard])).toMatchObject([
      [{ kind: 'after', delay: 'a.patience' }, undefined],
      [{ kind: 'always' }, 'a.isOver'],
    ]);
  });

  it('is given targets of the part that uses it', () => {
    const outer = `
machine:
  initial: asking
  states:
    asking: { part: question, with: { yes: '#over' } }
    over: { id: over, type: final }
`;
    const inner = `
takes: { yes: where it goes }
machine:
  initial: open
  states:
    open: { meta: { task: { role: applicant, form: consent } }, on: { agree: { target: $yes } } }
`;
    const main = 'machine: { type: parallel, states: { one: { part: outer }, two: { part: outer } } }\n';
    const journey = compileFiles(files(main, { 'parts/outer.yaml': outer, 'parts/question.yaml': inner }));
    const { state } = journey.begin('anna', at);
    const after = submitted(journey, state, at, ['anna', 'two.asking.open', 'agree', { agrees: true }]).state;
    expect(journey.activePaths(after)).toEqual(['one', 'one.asking', 'one.asking.open', 'two', 'two.over']);
  });
});

describe('each', () => {
  const main = `
machine:
  initial: naming
  states:
    naming:
      meta: { task: { role: applicant, form: heirs } }
      on: { submit: { target: asking, actions: { remember: heirs } } }
    asking:
      type: parallel
      onDone: end
      states:
        heir: { each: { of: = heirs.persons, as: heir, most: 3, beyond: '#tooMany', part: heir } }
    tooMany: { id: tooMany, type: final }
    end: { type: final }
`;
  const part = `
takes: { heir: the person }
machine:
  initial: asked
  states:
    asked:
      meta: { task: { role: applicant, form: consent, prefill: { note: $heir } } }
      on: { agree: done }
    done: { type: final }
`;
  const journey = compileFiles(files(main, { 'parts/heir.yaml': part }));

  function named(persons: readonly string[]) {
    const { state } = journey.begin('anna', at);
    return submitted(journey, state, at, ['anna', 'naming', 'submit', { persons: [...persons] }]).state;
  }

  it('is a region for every member; nothing is seen of the others', () => {
    const state = named(['bo', 'eva']);
    expect(journey.activePaths(state)).toEqual([
      'asking',
      'asking.heir1',
      'asking.heir1.asked',
      'asking.heir2',
      'asking.heir2.asked',
    ]);
    expect(journey.openTasks(state, at).map(({ prefill }) => prefill)).toEqual([
      { note: 'bo' },
      { note: 'eva' },
    ]);
    const one = submitted(journey, state, at, [
      'anna',
      'asking.heir1.asked',
      'agree',
      { agrees: true },
    ]).state;
    expect(
      submitted(journey, one, at, ['anna', 'asking.heir2.asked', 'agree', { agrees: true }]).state.status,
    ).toBe('done');
  });

  it('remembers for each member apart, by the number of the member', () => {
    const numbered = part
      .replace('takes: { heir: the person }', 'takes: { heir: the person, heirNumber: which one }')
      .replace('agree: done', 'agree: { target: done, actions: { remember: consent$heirNumber } }');
    const apart = compileFiles(files(main, { 'parts/heir.yaml': numbered }));
    const begun = apart.begin('anna', at).state;
    const asked = submitted(apart, begun, at, ['anna', 'naming', 'submit', { persons: ['bo', 'eva'] }]).state;
    const agreed = submitted(apart, asked, at, [
      'anna',
      'asking.heir2.asked',
      'agree',
      { agrees: true },
    ]).state;
    expect(agreed.context.facts).toMatchObject({ consent2: { agrees: true } });
    expect(agreed.context.facts).not.toHaveProperty('consent1');
  });

  it('of nobody is over at once, and of too many goes where the journey says', () => {
    expect(named([]).value).toBe('end');
    expect(named(['a', 'b', 'c', 'd']).value).toBe('tooMany');
  });
});

describe('a short form', () => {
  const machineOf = (main: string) => definitionOf(main).machine;

  it('of an action is the long one, for several receivers and several names', () => {
    const [state] = machineOf(`
machine:
  states:
    a:
      entry:
        - { remember: { day: = today, who: = applicant.cpr } }
        - { remember: data, each: true }
        - { forget: [day, who] }
        - { invite: partner, person: = move.partner }
        - { message: lapsed, to: [applicant, partner], with: { day: = today } }
`).states;
    expect(state?.entry.map(({ type, params }) => [type, params])).toEqual([
      ['remember', { as: 'day', value: '= today' }],
      ['remember', { as: 'who', value: '= applicant.cpr' }],
      ['remember', { as: 'data', each: true }],
      ['forget', { name: 'day' }],
      ['forget', { name: 'who' }],
      ['invite', { role: 'partner', person: '= move.partner' }],
      ['message', { text: 'lapsed', to: 'applicant', with: { day: '= today' } }],
      ['message', { text: 'lapsed', to: 'partner', with: { day: '= today' } }],
    ]);
  });

  it('of refusals is a condition for each code, and no answer a timer', () => {
    const { machine, conditions, expansion } = definitionOf(`
conditions: { late: { when: = today > day } }
machine:
  states:
    a:
      invoke:
        src: cpr.registerMove
        onError: { else: c, tooEarly: b, gone: [{ guard: late, target: b }, c] }
        noAnswer: { after: P5D, target: c }
    d: { invoke: { src: cpr.registerMove, onError: { else: c, gone: b }, noAnswer: P7D } }
    b: {}
    c: {}
`);
    const [a] = machine.states;
    expect(a?.transitions.map(({ trigger, guard, targets }) => [trigger.kind, guard, targets])).toEqual([
      ['after', undefined, ['c']],
      ['refusal', 'a.refused.tooEarly', ['b']],
      ['refusal', 'a.refused.gone.1', ['b']],
      ['refusal', 'a.refused.gone', ['c']],
      ['refusal', undefined, ['c']],
    ]);
    expect(conditions['a.refused.tooEarly']?.when).toBe("= refusal.code == 'tooEarly'");
    expect(conditions['a.refused.gone.1']?.when).toBe("= refusal.code == 'gone' && (today > day)");
    expect(machine.states[1]?.transitions[0]).toMatchObject({ trigger: { delay: 'P7D' }, targets: ['c'] });
    const [timer, early] = a?.transitions ?? [];
    const invoke = ['machine', 'states', 'a', 'invoke'];
    expect(expansion.origins.of(timer?.at ?? []).path).toEqual([...invoke, 'noAnswer']);
    expect(expansion.origins.of(early?.at ?? []).path).toEqual([...invoke, 'onError', 'tooEarly']);
  });

  it('of a first state is one that decides and is left at once', () => {
    const { states, initial } = machineOf(`
machine: { initial: [{ guard: late, target: a }, b], states: { a: {}, b: {} } }
conditions: { late: { when: = true } }
`);
    expect([initial, states.map(({ key }) => key)]).toEqual(['deciding', ['deciding', 'a', 'b']]);
    expect(states[0]?.transitions.map(({ guard, targets }) => [guard, targets])).toEqual([
      ['late', ['a']],
      [undefined, ['b']],
    ]);
  });

  it('of a delay is a dated parameter that is a period', () => {
    const parameters = {
      'parameters.yaml':
        "window: { title: { da: x, en: x }, values: [{ from: 2025-01-01, value: P14D, source: 'CPR-loven § 12', confidence: found }] }",
    };
    const { delays } = definitionOf('machine: { states: { a: { after: { window: a } } } }', parameters);
    expect(delays).toEqual({ window: { for: '= parameters.window', source: 'CPR-loven § 12' } });
  });
});
