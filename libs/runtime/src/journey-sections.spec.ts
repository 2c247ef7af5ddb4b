import { type CompiledJourney, type JourneyState } from '#journey';
import { smallJourney, submitted } from '../../journey/test/sample-journey.js';
import { declareMove, MOVE, sampleWorld } from '../test/sample-runtime.js';
import { sectionsOf } from './journey-sections.js';

const benefit = { monthlyIncome: 30_000 };

/** The sample journey, whose housing benefit is a section that ends in one of three ways. */
const withSection = (main: string): string =>
  main
    .replace(
      'housingBenefit:\n          meta: { visibleTo: [applicant] }',
      'housingBenefit:\n          meta: { visibleTo: [applicant], section: benefit }',
    )
    .replace('onError: settled', 'onError: refused')
    .replace(
      'settled: { type: final }',
      `refused: { type: final, meta: { outcome: { is: refused, text: no, with: { day: = move.date } } } }
            settled: { type: final, meta: { outcome: { is: done, text: yes } } }`,
    );

/** The sections as somebody sees them who sees everything and is asked nothing. */
function seen(compiled: CompiledJourney, chart: JourneyState, over = false) {
  const active = compiled.activePaths(chart);
  return sectionsOf({ compiled, chart, over, visible: () => true, active, tasks: [] });
}

async function moving() {
  const world = await sampleWorld(withSection);
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const of = { journey: record.id, person: 'anna' };
  const sections = async () => (await world.reader.view(of.journey, 'anna')).sections;
  return { world, runtime, of, sections };
}

describe('the sections of a journey', () => {
  it('say what is to come, whom it waits for, and what came of it after it is left', async () => {
    const { world, runtime, of, sections } = await moving();
    expect(await sections()).toEqual([{ section: 'benefit', status: 'later', ends: [] }]);
    await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data: MOVE });
    expect(await sections()).toMatchObject([{ status: 'yours' }]);
    await runtime.submit({ ...of, task: 'underWay.housingBenefit.offered', event: 'apply', data: benefit });
    expect(await sections()).toMatchObject([{ status: 'theirs', ends: [] }]);

    const asked = (await world.stores.dispatches.ofJourney(of.journey)).filter(
      ({ status }) => status === 'pending',
    );
    const [cpr, udbetaling] = ['cpr.registerMove', 'udbetaling.applyHousingBenefit'].map(
      service => asked.find(each => each.service === service)!.id,
    );
    const refusal = { code: 'incomeTooHigh', title: 'Too high' };
    await runtime.settle({ dispatch: udbetaling!, outcome: { kind: 'refused', refusal } });
    const ended = {
      section: 'benefit',
      status: 'refused',
      ends: [{ state: 'underWay.housingBenefit.refused', is: 'refused', with: { day: '2025-03-10' } }],
    };
    expect(await sections()).toEqual([ended]);
    // The last part ends, and the states of all of them are left in the same step.
    const answer = { reference: 'FL-1', registeredOn: '2025-03-10' };
    await runtime.settle({ dispatch: cpr!, outcome: { kind: 'answered', answer } });
    expect(await world.reader.view(of.journey, 'anna')).toMatchObject({ status: 'done', sections: [ended] });
  });

  it('go on for whoever may see the section, and not what goes on in it', async () => {
    const world = await sampleWorld(main =>
      main
        .replace('meta: { visibleTo: [applicant] }', 'meta: { section: benefit }')
        .replace(
          'offered:\n              meta: {',
          'offered:\n              meta: { visibleTo: [applicant],',
        ),
    );
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime, 'anna', { ...MOVE, partner: 'bo' });
    await runtime.submit({
      journey,
      person: 'bo',
      task: 'partnerConsent',
      event: 'agree',
      data: { agrees: true },
    });
    expect((await world.reader.view(journey, 'bo')).sections).toMatchObject([{ status: 'theirs' }]);
  });

  it('that it never came to are not needed once the journey is cancelled', async () => {
    const { runtime, of, sections } = await moving();
    await runtime.cancel(of);
    expect(await sections()).toEqual([{ section: 'benefit', status: 'notNeeded', ends: [] }]);
  });
});

describe('what has happened', () => {
  it('has the code of a refusal, for whoever may see the state that asked', async () => {
    const { world, runtime, of } = await moving();
    await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data: MOVE });
    await runtime.submit({ ...of, task: 'underWay.housingBenefit.offered', event: 'apply', data: benefit });
    const asked = await world.stores.dispatches.ofJourney(of.journey);
    const { id } = asked.find(({ service }) => service === 'udbetaling.applyHousingBenefit')!;
    const refusal = { code: 'incomeTooHigh', title: 'Too high' };
    await runtime.settle({ dispatch: id, outcome: { kind: 'refused', refusal } });
    const { happened } = await world.reader.view(of.journey, 'anna');
    expect(happened.at(-1)).toMatchObject({ kind: 'refused', refusal: 'incomeTooHigh' });
  });

  it('has the answer to a request that changed no state', async () => {
    const quiet = (main: string): string =>
      main.replace(/onDone: \{ target: registered.*\n/, 'onDone: { actions: { remember: registration } }\n');
    const world = await sampleWorld(quiet);
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime);
    const [asked] = await world.stores.dispatches.ofJourney(journey);
    const answer = { reference: 'FL-1', registeredOn: '2025-03-10' };
    await runtime.settle({ dispatch: asked!.id, outcome: { kind: 'answered', answer } });
    const { happened } = await world.reader.view(journey, 'anna');
    expect(happened.at(-1)).toMatchObject({
      kind: 'answered',
      subject: 'cpr.registerMove',
      entered: [],
      left: [],
    });
  });
});

describe('what a participant has sent', () => {
  it("is theirs to read again, and nobody else's", async () => {
    const { world, runtime, of } = await moving();
    await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data: { ...MOVE, partner: 'bo' } });
    await runtime.submit({ journey: of.journey, person: 'bo', task: 'partnerConsent', event: 'decline' });
    const page = { before: 100, limit: 10 };
    const mine = await world.reader.answers(of.journey, 'anna', page);
    expect(mine.answers).toMatchObject([
      { seq: 2, task: 'declareMove', event: 'submit', data: { date: MOVE.date } },
    ]);
    const { answers } = await world.reader.answers(of.journey, 'bo', page);
    expect(answers.map(({ task, event }) => `${task} ${event}`)).toEqual(['partnerConsent decline']);
  });
});

it('a section to which only a mishap leads is there once the journey is in it', () => {
  const compiled = smallJourney(`
      roles: { applicant: {} }
      machine:
        initial: expecting
        states:
          expecting:
            meta: { section: care, task: { role: applicant, form: consent } }
            on: { agree: done, decline: loss }
          loss:
            meta: { quiet: true, section: farewell, task: { role: applicant, form: consent } }
            on: { agree: done, decline: done }
          done: { type: final }`);
  const at = Date.parse('2025-03-01T09:00:00Z');
  const { state } = compiled.begin('anna', at);
  const lost = submitted(compiled, state, at, ['anna', 'expecting', 'decline']).state;
  const gone = submitted(compiled, lost, at, ['anna', 'loss', 'agree', { agrees: true }]).state;
  expect(seen(compiled, state).map(({ section }) => section)).toEqual(['care']);
  // After a loss what was to be is gone.
  expect(seen(compiled, lost).map(({ section }) => section)).toEqual(['farewell']);
  expect(seen(compiled, gone, true).map(({ section }) => section)).toEqual(['care', 'farewell']);
});

it('a section that was only a door is not needed once nobody went through, and over once somebody did', () => {
  const compiled = smallJourney(`
      roles: { applicant: {} }
      machine:
        initial: expecting
        states:
          expecting:
            type: parallel
            on: { cpr.moveRegistered: done }
            states:
              illness:
                meta: { section: illness }
                initial: well
                states:
                  well:
                    meta: { openEnded: It may never come., task: { role: applicant, form: consent, kind: standing } }
                    on: { agree: told, decline: told }
                  told: { type: final, meta: { outcome: { is: done, text: told } } }
          done: { type: final }`);
  const at = Date.parse('2025-03-01T09:00:00Z');
  const report = { kind: 'event', event: { type: 'cpr.moveRegistered' } } as const;
  const { state } = compiled.begin('anna', at);
  const told = submitted(compiled, state, at, ['anna', 'expecting.illness.well', 'agree', { agrees: true }]);
  const statusAfter = (chart: JourneyState) => {
    const { state: ended } = compiled.step(chart, report, at);
    return seen(compiled, ended, true)[0]?.status;
  };
  expect([statusAfter(state), statusAfter(told.state)]).toEqual(['notNeeded', 'done']);
});
