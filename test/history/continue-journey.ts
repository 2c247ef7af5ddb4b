import { AuthorityInbox, AuthorityRights } from '#authorities';
import { type CompiledJourney, type OpenTask } from '#journey';
import { type PostgresStores } from '#postgres';
import { type JourneyRecord, RequestError } from '#runtime';
import { type Json } from '#statechart';
import { Player } from '#workshop';
import { catalogue, runtimeAt } from './history-runtime.js';
import { personId } from './walk-scenario.js';

/** A journey that goes round is left to time after so many rounds of everybody doing what they can. */
const BUSY_ROUNDS = 12;
const MOST_ROUNDS = 200;

export interface Continued {
  readonly record: JourneyRecord;
  /** How often it moved. */
  readonly moves: number;
}

/**
 * Goes on with a journey as life would: authorities answer, participants do their tasks, time passes, until it ends or nothing
 * happens by itself any more.
 */
export async function continueJourney(
  journey: string,
  movedAt: number,
  compiled: CompiledJourney,
  stores: PostgresStores,
): Promise<Continued> {
  const { clock, runtime, moveTo } = runtimeAt(stores, movedAt + 60_000);
  const inbox = new AuthorityInbox(catalogue, stores.persons, new AuthorityRights(catalogue, clock));
  const load = async (): Promise<JourneyRecord> => (await stores.journeys.load(journey))!;
  const before = (await load()).version;

  const answer = async (): Promise<void> => {
    for (const { id, service, settledAt } of await stores.dispatches.ofJourney(journey)) {
      if (settledAt !== undefined) continue;
      const said = { outcome: 'answered', answer: catalogue.service(service)!.example.answer };
      await runtime.settle({ dispatch: id, outcome: await inbox.reply(service, said) });
    }
  };
  const act = async (round: number): Promise<void> => {
    const { state, status } = await load();
    if (status !== 'active') return;
    for (const task of compiled.openTasks(state.chart, clock.now())) {
      const [person] = task.persons;
      const { event, data } = task.events[round % task.events.length] ?? {};
      if (person === undefined || event === undefined) continue;
      const request = { journey, person, task: task.task, event };
      await runtime
        .submit({ ...request, ...(data && { data: exampleFor(task, compiled, clock.now()) }) })
        .catch(refused);
    }
  };

  if ((await load()).status === 'held') await runtime.resume(journey, 'ops:history');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await answer();
    if (round < BUSY_ROUNDS) await act(round);
    const { state, status } = await load();
    const dues = Object.values(state.chart.timers).map(({ due }) => due);
    if (status === 'cancelling') continue;
    if (status !== 'active' || dues.length === 0) break;
    if (round % 2 === 1 || round >= BUSY_ROUNDS) moveTo(Math.min(...dues));
    await runtime.wake(journey);
  }
  const record = await load();
  return { record, moves: record.version - before };
}

/** What a participant may write: what is known already, and an example of the rest. */
function exampleFor({ schema, prefill }: OpenTask, compiled: CompiledJourney, now: number): Json {
  const example = new Player(compiled, { start: now, applicant: personId('anna') }).exampleData({
    schema,
    prefill,
  });
  const swapped = JSON.stringify({ ...(example as object), ...prefill }, (_, value: Json) =>
    value === 'somebody' ? personId('somebody') : value,
  );
  return JSON.parse(swapped) as Json;
}

/** An example need not make sense where a journey stands; then the task waits, and time goes on. */
function refused(error: unknown): void {
  if (!(error instanceof RequestError)) throw error;
}
