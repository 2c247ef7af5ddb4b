import { type Json } from '#statechart';
import { compileFiles, sampleFiles, smallJourney, stored, submitted } from '../../test/sample-journey.js';

const moving = compileFiles(sampleFiles);
const begun = Date.parse('2025-03-01T09:00:00Z');
const day = 24 * 3600 * 1000;
const address = { street: 'Strandvejen 1', postcode: '8000' };

function underWay(extra: Record<string, Json> = {}) {
  const { state } = moving.begin('anna', begun);
  const data = { date: '2025-03-10', address, ...extra };
  return submitted(moving, state, begun, ['anna', 'declareMove', 'submit', data]);
}

describe('a compiled journey', () => {
  it('begins with the first task open, due and reminded of', () => {
    const { state, effects } = moving.begin('anna', begun);
    // 30 days later, over the change to summer time, the clock shows the same.
    const due = Date.parse('2025-03-31T08:00:00Z');
    expect(moving.openTasks(state, begun)).toEqual([
      {
        task: 'declareMove',
        role: 'applicant',
        form: 'move',
        schema: moving.definition.forms['move'],
        since: begun,
        due,
        events: [{ event: 'submit', data: true }],
        persons: ['anna'],
        prefill: {},
        kind: 'must',
        shows: {},
        with: { lastDay: '2025-03-31' },
        choices: {},
      },
    ]);
    expect(effects).toEqual([
      { type: 'setTimer', seq: 1, due, step: 'declareMove' },
      { type: 'setTimer', seq: 2, due: Date.parse('2025-03-24T07:00:00Z'), step: 'declareMove' },
    ]);
    expect(moving.waits(state).timers).toEqual([
      {
        seq: 1,
        due,
        step: 'declareMove',
        leadsOn: true,
        certain: false,
        targets: ['lapsed'],
        endsTask: true,
      },
    ]);
  });

  it('reminds those who have not acted', () => {
    const { state } = moving.begin('anna', begun);
    const at = Date.parse('2025-03-24T07:00:00Z');
    const { effects, state: after } = moving.step(stored(state), { kind: 'timer', timer: 2 }, at);
    const due = Date.parse('2025-03-31T08:00:00Z');
    expect(effects).toEqual([
      { type: 'reminder', task: 'declareMove', role: 'applicant', persons: ['anna'], due },
    ]);
    expect(moving.activePaths(after)).toEqual(['declareMove']);
  });

  it('asks authorities for what the definition says, with persons in place of CPR numbers', () => {
    const { state, effects } = underWay();
    expect(effects).toContainEqual({
      type: 'dispatch',
      seq: 3,
      service: 'cpr.registerMove',
      input: { person: 'anna', address, date: '2025-03-10' },
      step: 'underWay.population.registering',
    });
    expect(moving.activePaths(state)).toEqual([
      'underWay',
      'underWay.population',
      'underWay.population.registering',
      'underWay.housingBenefit',
      'underWay.housingBenefit.offered',
    ]);
    // Through the whole of 9 April, 30 days after 10 March.
    expect(moving.waits(state)).toEqual({
      dispatches: [
        { step: 'underWay.population.registering', seq: 3, service: 'cpr.registerMove', skippable: true },
      ],
      timers: [
        {
          step: 'underWay.housingBenefit.offered',
          seq: 4,
          due: Date.parse('2025-04-09T22:00:00Z'),
          leadsOn: true,
          certain: false,
          targets: ['underWay.housingBenefit.settled'],
          endsTask: true,
        },
      ],
      journeys: [],
      reports: [],
      awaited: [],
    });
  });

  it('decides by the very data that is being sent, and invites who is named in it', () => {
    const { state, effects } = underWay({ partner: 'bo' });
    expect(moving.activePaths(state)).toEqual(['partnerConsent']);
    expect(effects).toContainEqual({ type: 'invite', role: 'partner', persons: ['bo'] });
    expect(moving.rolesOf(state, 'bo')).toEqual(['partner']);
    const agreed = submitted(moving, state, begun, ['bo', 'partnerConsent', 'agree', { agrees: true }]);
    expect(moving.activePaths(agreed.state)).toContain('underWay');
  });

  it('goes to its end when answers come, once each', () => {
    const { state } = underWay();
    const answer = { reference: 'FL-1', registeredOn: '2025-03-02' };
    const answered = moving.step(state, { kind: 'answer', dispatch: 3, output: answer }, begun + day);
    expect(answered.current).toBe(true);
    expect(stored(answered.state).context.facts.registration).toEqual(answer);
    const again = moving.step(
      stored(answered.state),
      { kind: 'answer', dispatch: 3, output: answer },
      begun + day,
    );
    expect(again).toEqual({
      state: stored(answered.state),
      effects: [],
      walked: [],
      entered: [],
      current: false,
    });
    const declined = submitted(moving, answered.state, begun, [
      'anna',
      'underWay.housingBenefit.offered',
      'decline',
    ]);
    expect(declined.state.status).toBe('done');
    expect(moving.openTasks(declined.state, begun)).toEqual([]);
  });

  it('takes the way written for a skip, which no refusal takes, whatever its code', () => {
    const { state } = underWay();
    expect(moving.isSkippable(state, 3)).toBe(true);
    expect(moving.isSkippable(state, 4)).toBe(false);
    const skipped = moving.step(state, { kind: 'skip', dispatch: 3 }, begun);
    expect(moving.activePaths(skipped.state)).toContain('underWay.population.protected');
    expect(skipped.effects).not.toContainEqual(expect.objectContaining({ type: 'message' }));
    // As journals have it that were written before a skip was a thing of its own.
    const refusal = { code: 'skipped', title: 'Skipped by operations' };
    const refused = moving.step(state, { kind: 'failure', dispatch: 3, error: refusal }, begun);
    expect(moving.activePaths(refused.state)).toContain('underWay.population.underReview');
  });

  it('takes the way of a refusal by its code, and hears what a register reports', () => {
    const { state } = underWay();
    const refusal = { code: 'protectedAddress', title: 'Protected' };
    const refused = moving.step(state, { kind: 'failure', dispatch: 3, error: refusal }, begun + day);
    expect(moving.activePaths(refused.state)).toContain('underWay.population.protected');
    expect(refused.effects).toContainEqual({
      type: 'message',
      to: 'applicant',
      persons: ['anna'],
      text: 'addressProtected',
      with: {},
    });
    expect(moving.awaits(refused.state, 'cpr.moveRegistered')).toBe(true);
    const data = { reference: 'FL-2', registeredOn: '2025-03-04' };
    const event = { type: 'cpr.moveRegistered', data };
    const heard = moving.step(stored(refused.state), { kind: 'event', event }, begun + 2 * day);
    expect(heard.state.context.facts.registration).toEqual(data);

    const other = moving.step(
      state,
      { kind: 'failure', dispatch: 3, error: { code: 'x', title: 'x' } },
      begun,
    );
    const [task] = moving.openTasks(other.state, begun);
    expect(task).toMatchObject({ task: 'underWay.population.underReview', prefill: { date: '2025-03-10' } });
  });

  it('is due at once when a deadline has passed, and says so with values', () => {
    const late = Date.parse('2025-05-01T09:00:00Z');
    const { state } = moving.begin('anna', late);
    const moved = submitted(moving, state, late, [
      'anna',
      'declareMove',
      'submit',
      { date: '2025-03-10', address },
    ]);
    expect(moving.waits(moved.state).timers).toMatchObject([{ due: late }]);
    const [timer] = moving.waits(moved.state).timers;
    const lapsed = moving.step(moved.state, { kind: 'timer', timer: timer?.seq ?? 0 }, late);
    expect(lapsed.effects).toContainEqual({
      type: 'message',
      to: 'applicant',
      persons: ['anna'],
      text: 'benefitLapsed',
      with: { date: '2025-03-10' },
    });
  });

  it('takes the parameter in force today and leaves out what is absent', () => {
    const july = Date.parse('2025-07-01T09:00:00Z');
    const { state } = moving.begin('anna', july);
    const moved = submitted(moving, state, july, [
      'anna',
      'declareMove',
      'submit',
      { date: '2025-07-01', address },
    ]);
    // 45 days from July on, where it was 30.
    expect(moving.waits(moved.state).timers).toMatchObject([{ due: Date.parse('2025-08-15T22:00:00Z') }]);
    const { effects } = submitted(moving, moved.state, july, [
      'anna',
      'underWay.housingBenefit.offered',
      'apply',
      { monthlyIncome: 20_000 },
    ]);
    expect(effects).toContainEqual(
      expect.objectContaining({ input: { applicant: 'anna', from: '2025-07-01', yearlyIncome: 240_000 } }),
    );
  });

  it('may be cancelled by whom the definition says, while its condition holds', () => {
    const { state } = underWay({ partner: 'bo' });
    expect(moving.mayCancel(state, 'anna', begun)).toBe(true);
    expect(moving.mayCancel(state, 'bo', begun)).toBe(false);
    expect(moving.mayCancel(state, 'anna', Date.parse('2025-03-10T09:00:00Z'))).toBe(false);
    const done = [
      { seq: 3, service: 'cpr.registerMove' },
      { seq: 5, service: 'udbetaling.applyHousingBenefit' },
    ];
    expect(moving.compensations(done)).toMatchObject({
      undo: [{ undoes: 3, service: 'cpr.withdrawMove' }],
      stays: [{ seq: 5, service: 'udbetaling.applyHousingBenefit', reason: { en: expect.any(String) } }],
    });
  });

  it('says who may see a state and what the definition asks of authorities', () => {
    expect(moving.visibleTo('underWay.housingBenefit.offered')).toEqual(['applicant']);
    expect(moving.visibleTo('declareMove')).toEqual(['applicant', 'partner']);
    expect(moving.isVisible('underWay.housingBenefit.offered', ['partner'])).toBe(false);
    expect(moving.services()).toEqual(['cpr.registerMove', 'udbetaling.applyHousingBenefit']);
    expect(moving.registerEvents()).toEqual(['cpr.moveRegistered']);
  });

  it('forgets, and a guard sees what is gone', () => {
    const journey = smallJourney(`
      conditions: { gone: { when: '= !has(consent)' } }
      machine:
        initial: asked
        states:
          asked:
            meta: { task: { role: applicant, form: consent } }
            on: { agree: { target: kept, actions: { type: remember, params: { as: consent } } } }
          kept:
            meta: { task: { role: applicant, form: consent } }
            on: { withdraw: { guard: gone, target: left, actions: { type: forget, params: { name: consent } } } }
          left: { type: final }
    `);
    const { state } = journey.begin('anna', begun);
    const kept = submitted(journey, state, begun, ['anna', 'asked', 'agree', { agrees: true }]);
    expect(kept.state.context.facts).toEqual({ consent: { agrees: true } });
    const left = submitted(journey, kept.state, begun, ['anna', 'kept', 'withdraw']);
    expect(left.state).toMatchObject({ status: 'done', context: { facts: {} } });
  });

  it('finds out what would be remembered only when a guard reads it', () => {
    const journey = smallJourney(`
      roles: { applicant: {} }
      conditions:
        somebodyNamed: { when: '= size(named.persons) > 0' }
      machine:
        initial: asked
        states:
          asked:
            meta: { task: { role: applicant, form: heirs } }
            on:
              submit:
                - guard: somebodyNamed
                  target: told
                  actions:
                    - { type: remember, params: { as: named } }
                    - { type: remember, params: { as: first, value: '= named.persons[0]' } }
                - { target: untold, actions: { type: remember, params: { as: named } } }
          told: { type: final }
          untold: { type: final }
    `);
    const { state } = journey.begin('anna', begun);
    const submit = (persons: string[]) =>
      journey.activePaths(submitted(journey, state, begun, ['anna', 'asked', 'submit', { persons }]).state);
    expect(submit(['bo'])).toEqual(['told']);
    expect(submit([])).toEqual(['untold']);
  });

  it('says in its own words when an expression has no value, and nothing has happened', () => {
    const journey = smallJourney(`
      machine:
        initial: asked
        states:
          asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: sent } }
          sent:
            invoke:
              src: cpr.registerMove
              input: { date: '= today + period("P1D")', person: '= other.cpr' }
              onDone: done
              onError: done
          done: { type: final }
      roles: { other: { optional: true } }
    `);
    const { state } = journey.begin('anna', begun);
    const act = () => submitted(journey, state, begun, ['anna', 'asked', 'agree', { agrees: true }]);
    expect(act).toThrow(/"other\.cpr" has no value: Unknown variable: other/);
  });

  it('says which transitions and states it walks, when it is to', () => {
    const traced = compileFiles(sampleFiles, { trace: true });
    const start = traced.begin('anna', begun);
    expect(start.entered).toEqual(['', 'declareMove']);
    const step = submitted(traced, start.state, begun, [
      'anna',
      'declareMove',
      'submit',
      { date: '2025-03-10', address },
    ]);
    expect(step.walked).toEqual(['declareMove submit 2']);
    expect(step.entered).toContain('underWay.population.registering');
    expect(step.state.context).toEqual(underWay().state.context);
  });
});

it('says what it may cost on the day, before anybody has begun', () => {
  const costly = compileFiles({
    ...sampleFiles,
    '2025-01-01.yaml': (sampleFiles['2025-01-01.yaml'] ?? '').replace(
      'cancellation:',
      "fees: { notice: { amount: '= parameters.noticeFee', to: cpr, text: notice } }\ncancellation:",
    ),
    'parameters.yaml': `${sampleFiles['parameters.yaml']}
noticeFee:
  title: { da: Gebyr, en: Fee }
  unit: kr.
  values:
    - { from: 2020-01-01, until: 2025-12-31, value: 640, source: x, confidence: background }
    - { from: 2026-01-01, value: 665.5, source: x, confidence: background }
`,
  });
  const fee = { name: 'notice', to: 'cpr', text: 'notice' };
  expect(costly.fees(Date.parse('2025-06-01T10:00:00Z'))).toEqual([{ ...fee, amount: 640 }]);
  expect(costly.fees(Date.parse('2026-06-01T10:00:00Z'))).toEqual([{ ...fee, amount: 665.5 }]);
});
