import { sampleWorld } from '../../test/sample-runtime.js';
import { type JournalEntry } from '../journey-record.js';
import { decideResume } from './resume.js';

const move = { date: '2025-03-10', address: { street: 'Strandvejen 1', postcode: '8000' } };

it('gives a held journey a skip of before as the refusal it was then', async () => {
  const unsound = (main: string) =>
    main.replace("'= benefit.?rooms'", "'= 12 / (benefit.monthlyIncome - 5)'");
  const world = await sampleWorld(unsound);
  const runtime = world.runtime();
  const { record } = await runtime.start({ definition: 'moving', person: 'anna' });
  const of = { journey: record.id, person: 'anna' };
  await runtime.submit({ ...of, task: 'declareMove', event: 'submit', data: move });
  const task = 'underWay.housingBenefit.offered';
  await runtime.submit({ ...of, task, event: 'apply', data: { monthlyIncome: 5 } });
  const held = (await world.stores.journeys.load(of.journey))!;
  const journal = await world.stores.journeys.journal(of.journey);
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
