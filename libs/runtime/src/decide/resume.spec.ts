import { declareMove, sampleWorld, unsound } from '../../test/sample-runtime.js';
import { type JournalEntry } from '../journey-record.js';
import { changeOf } from './change-of.js';
import { decideResume } from './resume.js';

/** The application for a benefit has held the journey. */
async function heldOnApplication() {
  const world = await sampleWorld(unsound);
  const runtime = world.runtime();
  const of = await declareMove(runtime);
  const task = 'underWay.housingBenefit.offered';
  await runtime.submit({ ...of, task, event: 'apply', data: { monthlyIncome: 5 } });
  const held = (await world.stores.journeys.load(of.journey))!;
  const journal = await world.stores.journeys.journal(of.journey);
  return { world, of, held, journal };
}

it('gives a held journey a skip of before as the refusal it was then', async () => {
  const { world, held, journal } = await heldOnApplication();
  const [pending] = Object.values(held.state.chart.dispatches);
  const error = { code: 'skipped', title: 'Skipped by operations' };
  const skipped: JournalEntry = {
    ...journal.at(-1)!,
    seq: journal.length + 1,
    kind: 'waiting',
    actor: 'ops:olga',
    subject: 'cpr.registerMove',
    detail: { stimulus: { kind: 'failure', dispatch: pending!.seq, error }, reason: 'nobody answers' },
  };
  world.mend();
  const compiled = world.compiled();
  const { state } = decideResume('ops:olga', [...journal, skipped], held, compiled, world.clock.now());
  expect(compiled.activePaths(state.chart)).toContain('underWay.population.underReview');
});

it('does what was asked through another’s act as through theirs, and tells of it so', async () => {
  const { world, held, journal } = await heldOnApplication();
  world.mend();
  const [compiled, now] = [world.compiled(), world.clock.now()];
  const byKaren = journal.map(entry => (entry.kind === 'held' ? { ...entry, holder: 'karen' } : entry));
  const decision = decideResume('ops:olga', byKaren, held, compiled, now);
  const { dispatches, entry } = changeOf(held, decision, compiled, { at: now, wall: now });
  expect(dispatches).toMatchObject([
    {
      service: 'udbetaling.applyHousingBenefit',
      disclosure: { acting: { holder: 'karen', person: 'anna' } },
    },
  ]);
  const subject = 'underWay.housingBenefit.offered apply';
  expect(entry.detail).toMatchObject({
    taken: [{ kind: 'submitted', actor: 'anna', holder: 'karen', subject }],
  });
});

it('tells a participant what they had sent, among their answers and in what has happened', async () => {
  const { world, of } = await heldOnApplication();
  world.mend();
  await world.runtime().resume(of.journey, 'ops:olga');
  const task = 'underWay.housingBenefit.offered';
  const { answers } = await world.reader.answers(of.journey, 'anna', { before: 99, limit: 9 });
  expect(answers).toMatchObject([
    { task, event: 'apply', data: { monthlyIncome: 5 } },
    { task: 'declareMove', event: 'submit' },
  ]);
  const { happened } = await world.readerOn(world.stores).view(of.journey, 'anna');
  const taken = [{ kind: 'submitted', by: 'you', subject: `${task} apply`, state: task }];
  expect(happened.at(-1)).toMatchObject({ kind: 'resumed', by: 'operations', taken });
});
