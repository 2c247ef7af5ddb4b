import { fileURLToPath } from 'node:url';
import type { Json } from '#statechart';
import { sampleCatalogue } from '../../test/sample-catalogue.js';
import { DefinitionError } from '../definition-error.js';
import type { JourneyState } from '../journey-state.js';
import { readJourney } from '../read/read-journey.js';
import { readJourneyFolder } from '../read/read-journey-folder.js';
import { compileJourney } from './compile-journey.js';
import type { CompiledJourney } from './compiled-journey.js';

const files = await readJourneyFolder(fileURLToPath(new URL('../../test/moving/', import.meta.url)));

function compiled(change: (main: string) => string = main => main): CompiledJourney {
  const main = change(files['2025-01-01.yaml'] ?? '');
  const [definition] = readJourney({ ...files, '2025-01-01.yaml': main }).definitions;
  if (!definition) throw new Error('no definition');
  return compileJourney(definition, sampleCatalogue);
}

const moving = compiled();
const begun = Date.parse('2025-03-01T09:00:00Z');
const day = 24 * 3600 * 1000;
const address = { street: 'Strandvejen 1', postcode: '8000' };

/** A journey of just this, with a form `consent` and a form `heirs`. */
function small(parts: string): CompiledJourney {
  const head = 'id: small\ntitle: { da: x, en: x }\nlifeEvent: moving\neffective: 2025-01-01\n';
  const { definitions, diagnostics } = readJourney({
    '2025-01-01.yaml': head + parts.replace(/^ {6}/gm, ''),
    'forms/consent.yaml': files['forms/consent.yaml'] ?? '',
    'forms/heirs.yaml':
      'type: object\nrequired: [persons]\nproperties: { persons: { type: array, items: { type: string, format: cpr } } }',
  });
  if (!definitions[0] || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return compileJourney(definitions[0], sampleCatalogue);
}

/** As a store would give it back. */
function stored(state: JourneyState): JourneyState {
  return JSON.parse(JSON.stringify(state)) as JourneyState;
}

function submit(
  state: JourneyState,
  person: string,
  task: string,
  event: string,
  data: Json | undefined,
  at: number,
  journey = moving,
) {
  const accepted = journey.accept(state, { person, task, event, ...(data !== undefined && { data }) }, at);
  if (accepted.kind === 'refused') throw new Error(`${accepted.message} ${JSON.stringify(accepted.fields)}`);
  const step = journey.step(stored(state), accepted.stimulus, at);
  return { ...step, state: stored(step.state) };
}

function underWay(extra: Record<string, Json> = {}) {
  const { state } = moving.begin('anna', begun);
  return submit(state, 'anna', 'declareMove', 'submit', { date: '2025-03-10', address, ...extra }, begun);
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
        since: begun,
        due,
        events: [{ event: 'submit', data: true }],
        persons: ['anna'],
        prefill: {},
      },
    ]);
    expect(effects).toEqual([
      { type: 'setTimer', seq: 1, due, step: 'declareMove' },
      { type: 'setTimer', seq: 2, due: Date.parse('2025-03-24T07:00:00Z'), step: 'declareMove' },
    ]);
    expect(moving.waits(state).timers).toEqual([{ seq: 1, due, step: 'declareMove' }]);
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
      dispatches: [{ step: 'underWay.population.registering', seq: 3, service: 'cpr.registerMove' }],
      timers: [{ step: 'underWay.housingBenefit.offered', seq: 4, due: Date.parse('2025-04-09T22:00:00Z') }],
      reports: [],
    });
  });

  it('decides by the very data that is being sent, and invites who is named in it', () => {
    const { state, effects } = underWay({ partner: 'bo' });
    expect(moving.activePaths(state)).toEqual(['partnerConsent']);
    expect(effects).toContainEqual({ type: 'invite', role: 'partner', persons: ['bo'] });
    expect(moving.rolesOf(state, 'bo')).toEqual(['partner']);
    const agreed = submit(state, 'bo', 'partnerConsent', 'agree', { agrees: true }, begun);
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
    const declined = submit(
      answered.state,
      'anna',
      'underWay.housingBenefit.offered',
      'decline',
      undefined,
      begun,
    );
    expect(declined.state.status).toBe('done');
    expect(moving.openTasks(declined.state, begun)).toEqual([]);
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
    const submitted = submit(state, 'anna', 'declareMove', 'submit', { date: '2025-03-10', address }, late);
    expect(moving.waits(submitted.state).timers).toMatchObject([{ due: late }]);
    const [timer] = moving.waits(submitted.state).timers;
    const lapsed = moving.step(submitted.state, { kind: 'timer', timer: timer?.seq ?? 0 }, late);
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
    const submitted = submit(state, 'anna', 'declareMove', 'submit', { date: '2025-07-01', address }, july);
    // 45 days from July on, where it was 30.
    expect(moving.waits(submitted.state).timers).toMatchObject([{ due: Date.parse('2025-08-15T22:00:00Z') }]);
    const { effects } = submit(
      submitted.state,
      'anna',
      'underWay.housingBenefit.offered',
      'apply',
      { monthlyIncome: 20_000 },
      july,
    );
    expect(effects).toContainEqual(
      expect.objectContaining({ input: { applicant: 'anna', from: '2025-07-01', yearlyIncome: 240_000 } }),
    );
  });

  it('refuses what is not offered, to whom, and what does not fit', () => {
    const { state } = moving.begin('anna', begun);
    const refusal = (submission: Partial<Parameters<CompiledJourney['accept']>[1]>, from = state) => {
      const given = { person: 'anna', task: 'declareMove', event: 'submit', data: {}, ...submission };
      const accepted = moving.accept(from, given, begun);
      return accepted.kind === 'refused'
        ? [accepted.code, ...accepted.fields.map(f => `${f.path} ${f.code}`)]
        : [];
    };
    expect(refusal({ task: 'nowhere' })).toEqual(['unknown-task']);
    expect(refusal({ task: 'moved' })).toEqual(['unknown-task']);
    expect(refusal({ person: 'eve' })).toEqual(['not-your-role']);
    expect(refusal({ task: 'partnerConsent' })).toEqual(['not-your-role']);
    expect(refusal({ task: 'underWay.housingBenefit.offered', event: 'apply' })).toEqual(['not-offered']);
    expect(refusal({ event: 'xstate.done' })).toEqual(['not-offered']);
    expect(refusal({})).toEqual(['invalid', '/date required', '/address required']);
    const data = { date: '2025-02-30', address: { ...address, floor: 2 }, more: 1, partner: '010190-1234' };
    expect(refusal({ data }).slice(1).sort()).toEqual([
      '/address/floor unevaluatedProperties',
      '/date format',
      '/more unevaluatedProperties',
      '/partner format',
    ]);
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}}') as Json;
    expect(refusal({ data: hostile })).toEqual(['invalid', ' hostile']);
    expect(refusal({ data: { date: 'a\u0000' } })).toEqual(['invalid', '/date hostile']);
    expect(refusal({ data: { date: 'x'.repeat(200_000) } })).toEqual(['invalid', ' tooLarge']);
    expect(
      refusal({ data: { date: '2025-03-10', address: { street: 'x'.repeat(1001), postcode: '8000' } } }),
    ).toEqual(['invalid', '/address/street maxLength']);
    const consent = underWay({ partner: 'bo' }).state;
    const decline = { person: 'bo', task: 'partnerConsent', event: 'decline' };
    expect(refusal({ ...decline, data: { agrees: true } }, consent)).toEqual([
      'invalid',
      ' unevaluatedProperties',
    ]);
    expect(refusal(decline, consent)).toEqual([]);
  });

  it('may be cancelled by whom the definition says, while its decision holds', () => {
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

  it('keeps tasks apart that are open at once and offer the same event', () => {
    const twice = small(`
      machine:
        type: parallel
        states:
          a: { initial: asked, states: { asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: done } }, done: { type: final } } }
          b: { initial: asked, states: { asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: done } }, done: { type: final } } }
    `);
    const { state } = twice.begin('anna', begun);
    const next = submit(state, 'anna', 'b.asked', 'agree', { agrees: true }, begun, twice);
    expect(twice.activePaths(next.state)).toEqual(['a', 'a.asked', 'b', 'b.done']);
  });

  it('waits for each participant of a role, and lets each act once', () => {
    const heirs = small(`
      roles: { heirs: { many: true, optional: true } }
      decisions: { everybody: { when: '= size(consents) == size(heirs)' } }
      machine:
        initial: named
        states:
          named:
            meta: { task: { role: applicant, form: heirs } }
            on:
              submit:
                target: asked
                actions:
                  - { type: remember, params: { as: who } }
                  - { type: invite, params: { role: heirs, person: '= who.persons' } }
          asked:
            meta: { task: { role: heirs, form: consent, each: consents } }
            on:
              agree:
                - { guard: everybody, target: agreed, actions: { type: remember, params: { as: consents, each: true } } }
                - { actions: { type: remember, params: { as: consents, each: true } } }
          agreed: { type: final }
    `);
    const { state } = heirs.begin('anna', begun);
    const named = submit(state, 'anna', 'named', 'submit', { persons: ['bo', 'ida', 'bo'] }, begun, heirs);
    expect(named.effects).toEqual([{ type: 'invite', role: 'heirs', persons: ['bo', 'ida'] }]);
    const agree = { task: 'asked', event: 'agree', data: { agrees: true } };
    const one = submit(named.state, 'ida', agree.task, agree.event, agree.data, begun, heirs);
    expect(one.state.context.facts.consents).toEqual({ ida: { agrees: true } });
    expect(heirs.openTasks(one.state, begun)).toMatchObject([{ task: 'asked', persons: ['bo'] }]);
    expect(heirs.accept(one.state, { person: 'ida', ...agree }, begun)).toMatchObject({
      code: 'not-offered',
    });
    const both = submit(one.state, 'bo', agree.task, agree.event, agree.data, begun, heirs);
    expect(both.state.status).toBe('done');
  });

  it('does not take an event whose conditions do not hold', () => {
    const journey = small(`
      decisions: { never: { when: '= today < date("2000-01-01")' } }
      machine:
        initial: asked
        states:
          asked: { meta: { task: { role: applicant, form: consent } }, on: { agree: { guard: never, target: done } } }
          done: { type: final }
    `);
    const { state } = journey.begin('anna', begun);
    const submission = { person: 'anna', task: 'asked', event: 'agree', data: { agrees: true } };
    expect(journey.accept(state, submission, begun)).toMatchObject({ kind: 'refused', code: 'not-offered' });
  });

  it('forgets, and a guard sees what is gone', () => {
    const journey = small(`
      decisions: { gone: { when: '= !has(consent)' } }
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
    const kept = submit(state, 'anna', 'asked', 'agree', { agrees: true }, begun, journey);
    expect(kept.state.context.facts).toEqual({ consent: { agrees: true } });
    const left = submit(kept.state, 'anna', 'kept', 'withdraw', undefined, begun, journey);
    expect(left.state).toMatchObject({ status: 'done', context: { facts: {} } });
  });

  it('says in its own words when an expression has no value, and nothing has happened', () => {
    const journey = small(`
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
    const act = () => submit(state, 'anna', 'asked', 'agree', { agrees: true }, begun, journey);
    expect(act).toThrow(/"other\.cpr" has no value: Unknown variable: other/);
  });

  it('says which transitions and states it walks, when it is to', () => {
    const [definition] = readJourney(files).definitions;
    if (!definition) throw new Error('no definition');
    const traced = compileJourney(definition, sampleCatalogue, { trace: true });
    const start = traced.begin('anna', begun);
    expect(start.entered).toEqual(['', 'declareMove']);
    const step = submit(
      start.state,
      'anna',
      'declareMove',
      'submit',
      { date: '2025-03-10', address },
      begun,
      traced,
    );
    expect(step.walked).toEqual(['declareMove submit 2']);
    expect(step.entered).toContain('underWay.population.registering');
    expect(step.state.context).toEqual(underWay().state.context);
  });

  it('refuses to be made from names that mean nothing, all at once and with their places', () => {
    const [definition] = readJourney({
      ...files,
      '2025-01-01.yaml': (files['2025-01-01.yaml'] ?? '')
        .replace('guard: withPartner', 'guard: withPartnr')
        .replace('src: cpr.registerMove', 'src: cpr.registerMov')
        .replace('decline: declareMove', 'decline: declarMove')
        .replace('move.date + parameters.housing', 'move.date + parameter.housing'),
    }).definitions;
    if (!definition) throw new Error('no definition');
    let thrown: unknown;
    try {
      compileJourney(definition, sampleCatalogue);
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof DefinitionError)) throw new Error('it was made all the same');
    expect(thrown.diagnostics.map(({ message, line }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^\d+ There is no decision withPartnr\.$/),
      expect.stringMatching(/^\d+ There is no state declarMove to go to\.$/),
      expect.stringMatching(/^\d+ No authority offers cpr\.registerMov\.$/),
      expect.stringMatching(/^\d+ Unknown variable: parameter$/),
    ]);
  });
});
