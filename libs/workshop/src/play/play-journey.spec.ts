import { formatDiagnostic, readJourney } from '#journey';
import { sampleCatalogue } from '../../../journey/test/sample-catalogue.js';
import { sampleFiles as files } from '../../../journey/test/sample-journey.js';
import { percentCovered } from './coverage.js';
import { playJourney } from './play-journey.js';

const withoutScenarios = Object.fromEntries(
  Object.entries(files).filter(([file]) => !file.startsWith('scenarios/')),
);

/** Plays one scenario alone; gives what failed, as a designer reads it. */
function failures(scenario: string, change = (main: string) => main, forms = {}): string[] {
  const main = change(files['2025-01-01.yaml'] ?? '');
  const changed = { ...withoutScenarios, ...forms, '2025-01-01.yaml': main };
  const folder = readJourney({ ...changed, 'scenarios/x.yaml': scenario });
  const { results, diagnostics } = playJourney(folder, sampleCatalogue);
  return [...diagnostics, ...results.flatMap(result => result.failures)].map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const move = `{ date: 2025-03-10, address: { street: Vej 1, postcode: '8000' } }`;

describe('playing a journey', () => {
  it('plays every scenario of its folder', () => {
    const { results, diagnostics } = playJourney(readJourney(files), sampleCatalogue);
    expect(diagnostics).toEqual([]);
    expect(results.flatMap(result => result.failures.map(failure => formatDiagnostic(failure)))).toEqual([]);
    expect(results.map(({ scenario }) => scenario.name)).toHaveLength(3);
  });

  it('says which states and transitions no scenario walks', () => {
    const [coverage] = playJourney(readJourney(files), sampleCatalogue).coverage;
    if (!coverage) throw new Error('no coverage');
    expect(coverage.states.missed).toEqual(['lapsed']);
    expect(coverage.transitions.missed.map(({ id }) => id)).toEqual([
      'declareMove after P30D',
      'partnerConsent after P14D',
      'underWay.population.registering skip',
      'underWay.population.protected after P60D',
      'underWay.population.underReview after P14D',
      'underWay.housingBenefit.offered decline',
      'underWay.housingBenefit.applying refusal',
    ]);
    expect(percentCovered(coverage.transitions)).toBe(65);
  });

  it.each([
    [
      'tasks: [declareMove]',
      'Expected open tasks to be declareMove, but they are underWay.housingBenefit.offered.',
    ],
    ['states: [protected]', 'Expected underWay.population.protected to be active, but'],
    ['messages: [benefitLapsed]', 'Expected the message benefitLapsed, but sent was nothing.'],
    [
      'facts: { move: { date: 2025-03-11 } }',
      'Expected move.date to be "2025-03-11", but it is "2025-03-10".',
    ],
    ['waiting: [cpr.registerMove]', 'Expected services that have not answered to be cpr.registerMove'],
    ['notDispatched: [cpr.registerMove]', 'Expected cpr.registerMove never to be asked, but it was.'],
    [
      'dispatched: [{ service: cpr.registerMove, input: { date: 2025-03-11 } }]',
      'Cpr.registerMove was asked, but expected input.date to be',
    ],
    ['done: true', 'Expected the journey to have ended, but active is'],
    ['hidden: { applicant: [underWay] }', 'Expected underWay to be hidden from applicant'],
  ])('names the line, the time, what was expected by %s and what was', (expectation, message) => {
    const [failure, ...others] = failures(`
name: Wrong
start: 2025-03-01
steps:
  - submit: { data: ${move} }
    expect:
      ${expectation}
`);
    expect(failure).toMatch(/^7:\d+ Wrong, 2025-03-01 10:00: /);
    expect(failure).toContain(message);
    expect(others).toEqual([]);
  });

  it('makes one fault of one mistake, with what happened last and what comes next', () => {
    const sources = Object.entries(files).filter(([file]) => !file.startsWith('scenarios/'));
    const early = `
name: Too early
start: 2025-03-01
steps:
  - wait: P22D
    expect: { messages: [reminder], tasks: [], done: true }
  - wait: P1D
    expect: { messages: [] }
`;
    const folder = readJourney({ ...Object.fromEntries(sources), 'scenarios/x.yaml': early });
    const [result] = playJourney(folder, sampleCatalogue).results;
    expect(result?.failures).toMatchObject([
      {
        line: 6,
        message:
          'Too early, 2025-03-23 10:00: Expected the message reminder, but sent was nothing; unmet too: tasks, done.',
        remedy:
          'Nothing has happened yet; next, a reminder is sent of declareMove (2025-03-24 08:00). Correct the scenario, or the journey if the scenario is right.',
      },
    ]);
  });

  it.each([
    ['submit: nowhere', 'There is no task nowhere.'],
    [`submit: { as: eve, data: ${move} }`, 'The submit was refused: not-your-role.'],
    ['submit: { data: { date: x } }', 'The submit was refused: invalid /address /date.'],
    ['answer: cpr.registerMove', 'cpr.registerMove has nothing to answer; not answered is nothing.'],
    ['refuse: { service: cpr.nothing }', 'cpr.nothing has nothing to answer'],
    ['report: cpr.moveRegistered', 'Nothing listens for cpr.moveRegistered; heard would be nothing.'],
    ['report: cpr.nothing', 'No authority reports cpr.nothing.'],
    ['wait: yesterday', 'yesterday is not a period such as P14D, a day such as'],
    ['wait: 2025-02-30', '2025-02-30 is no day; write 2025-03-01 or'],
    ['{ wait: P1D, cancel: anna }', 'step 1 must have one thing that happens'],
    ['wait: 2025-02-01', 'Time does not run backwards.'],
    ['cancel: eve', 'The cancel was refused: not-cancellable.'],
    ['expect: { tasks: [nowhere] }', 'There is no task nowhere'],
    ['expect: { taks: [declareMove] }', 'expect of step 1 knows no key taks.'],
    ['submitt: declareMove', 'step 1 knows no key submitt.'],
  ])('says what is wrong with the step %s', (step, message) => {
    const [failure] = failures(`name: n\nstart: 2025-03-01\nsteps:\n  - ${step}\n`);
    expect(failure).toContain(message);
    expect(failure).toMatch(/^4:/);
  });

  describe('several versions', () => {
    const scenario = (head: string) =>
      `name: Lapses\nstart: 2025-03-01\n${head}steps:\n  - wait: P30D\n    expect: { states: [lapsed] }\n`;
    const later = (files['2025-01-01.yaml'] ?? '').replace('effective: 2025-01-01', 'effective: 2027-01-01');

    const played = (head: string, main = later) =>
      playJourney(
        readJourney({ ...withoutScenarios, '2027-01-01.yaml': main, 'scenarios/x.yaml': scenario(head) }),
        sampleCatalogue,
      );

    it('plays a scenario on the version in force and on every later one', () => {
      const { results, coverage } = played('');
      expect(results.map(({ definition }) => definition.effective)).toEqual(['2025-01-01', '2027-01-01']);
      expect(results.flatMap(result => result.failures)).toEqual([]);
      expect(coverage.map(({ states }) => states.missed.includes('lapsed'))).toEqual([false, false]);
    });

    it('plays only the version that a scenario names', () => {
      const { results } = played('version: 2025-01-01\n');
      expect(results.map(({ definition }) => definition.effective)).toEqual(['2025-01-01']);
    });

    it('says on which version a scenario fails', () => {
      const [failure] = played('', later.replaceAll('P30D', 'P40D')).results.flatMap(
        result => result.failures,
      );
      expect(failure?.message).toMatch(
        /^Lapses \(2027-01-01\), 2025-03-31 10:00: Expected lapsed to be active/,
      );
    });
  });

  it('lets time run: reminders and deadlines in their order, answers when they are due', () => {
    expect(
      failures(`
name: Time
start: 2025-03-01
answers: { cpr.registerMove: { answer: { reference: X, registeredOn: 2025-03-04 }, after: P3D } }
steps:
  - wait: P29D
    expect: { messages: [{ text: reminder, to: applicant, with: { task: declareMove } }], tasks: [declareMove] }
  - submit: { data: { date: 2025-03-28, address: { street: Vej 1, postcode: '8000' } } }
    expect: { waiting: [cpr.registerMove] }
  - wait: P2D
    expect: { waiting: [cpr.registerMove] }
  - wait: P1D
    expect: { waiting: [], facts: { registration: { reference: X } }, done: false }
  - wait: next
    expect: { done: true, messages: [benefitLapsed] }
`),
    ).toEqual([]);
  });

  it('refuses with a code of the contract, and with no other', () => {
    const refused = (code: string): string[] =>
      failures(`
name: Refused
start: 2025-03-01
steps:
  - submit: { data: ${move} }
  - refuse: { service: cpr.registerMove, code: ${code} }
    expect: { tasks: [underReview, offered] }
`);
    expect(refused('unknownAddress')).toEqual([]);
    for (const code of ['becauseWeSaySo', 'skipped']) {
      expect(refused(code)).toEqual([
        `6:5 Refused, 2025-03-01 10:00: cpr.registerMove never refuses with ${code}.`,
      ]);
    }
  });

  it('skips a request whose step says what then, and no other', () => {
    const steps = (more: string) => `
name: Skipped
start: 2025-03-01
steps:
  - submit: { data: ${move} }
  - skip: cpr.registerMove
    expect: { states: [protected], messages: [], waiting: [] }
${more}`;
    expect(failures(steps(''))).toEqual([]);
    const apply = `
  - submit: { task: offered, event: apply, data: { monthlyIncome: 20000 } }
  - skip: udbetaling.applyHousingBenefit
`;
    expect(failures(steps(apply))).toEqual([
      expect.stringContaining('Nothing says how the journey goes on without udbetaling.applyHousingBenefit'),
    ]);
  });

  it('says once that it takes longer, and goes on waiting', () => {
    const patient = (main: string): string =>
      main.replace(
        'skipped: protected',
        'skipped: protected\n                noAnswer: { after: P10D, actions: { message: addressProtected, to: applicant } }',
      );
    expect(
      failures(
        `
name: Late
start: 2025-03-01
answers: { cpr.registerMove: silent }
steps:
  - submit: { data: ${move} }
  - wait: P10D
    expect: { messages: [addressProtected], waiting: [cpr.registerMove], states: [registering] }
  - wait: P30D
    expect: { messages: [benefitLapsed], waiting: [cpr.registerMove] }
  - answer: cpr.registerMove
    expect: { done: true }
`,
        patient,
      ),
    ).toEqual([]);
  });

  it('sends what is only shown as it is shown', () => {
    const shown = (main: string): string =>
      main.replace('form: consent, due: P14D', 'form: consent, due: P14D, prefill: { day: = move.date }');
    const day = '{ type: string, format: date, readOnly: true }';
    const consent = `type: object\nrequired: [agrees, day]\nproperties: { agrees: { const: true }, day: ${day} }`;
    expect(
      failures(
        `
name: Shown
start: 2025-03-01
steps:
  - submit: { data: { date: 2025-03-10, address: { street: Vej 1, postcode: '8000' }, partner: bo } }
  - submit: { task: partnerConsent, event: agree }
    expect: { states: [underWay] }
`,
        shown,
        { 'forms/consent.yaml': consent },
      ),
    ).toEqual([]);
  });

  it('lets somebody without a CPR number act in their role', () => {
    const abroad = (main: string): string =>
      main
        .replace('partner: { optional: true }', 'partner: { optional: true, unregistered: true }')
        .replace("person: '= move.partner'", 'as: { name: = move.address.street, address: = move.address }');
    expect(
      failures(
        `
name: From abroad
start: 2025-03-01
steps:
  - submit: { data: { date: 2025-03-10, address: { street: Rua Nova, postcode: '8000' }, partner: bo } }
    expect: { tasks: [partnerConsent], roles: { partner: Rua Nova } }
  - submit: { task: partnerConsent, as: partner, event: agree, data: { agrees: true } }
    expect: { states: [underWay] }
`,
        abroad,
      ),
    ).toEqual([]);
  });

  it('undoes everything when the journey cancels itself', () => {
    const undoing = (main: string): string =>
      main.replace('machine:\n', 'machine:\n  on: { cpr.moveRegistered: { actions: { undo: mistaken } } }\n');
    const scenario = `
name: Undone
start: 2025-03-01
answers: { cpr.registerMove: silent }
steps:
  - submit: { data: ${move} }
  - submit: { task: offered, event: apply, data: { monthlyIncome: 20000 } }
  - report: cpr.moveRegistered
    expect:
      { cancelled: true, tasks: [], waiting: [], undone: [cpr.withdrawMove], stays: [udbetaling.applyHousingBenefit] }
`;
    expect(failures(scenario, undoing)).toEqual([]);
  });

  it('lapses when nobody acts', () => {
    const steps =
      '- wait: 2025-03-31T09:59\n    expect: { done: false }\n  - wait: PT1M\n    expect: { done: true }';
    expect(failures(`name: n\nstart: 2025-03-01\nsteps:\n  ${steps}\n`)).toEqual([]);
  });

  it('needs a version in force', () => {
    expect(failures('name: n\nstart: 2024-12-31\nsteps: [{ wait: P1D }]')).toEqual([
      '2:8 No version is in force on 2024-12-31.',
    ]);
    expect(failures('name: n\nversion: 2026-01-01\nsteps: [{ wait: P1D }]')).toEqual([
      '2:10 There is no version of 2026-01-01.',
    ]);
  });
});
