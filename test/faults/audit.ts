import { type DispatchRecord } from '#runtime';
import { type LedgerEntry } from '../../apps/authorities/src/ledger/ledger-entry.js';
import { until } from '../support/index.js';
import { ASKED } from './errands.js';
import { type World } from './world.js';

/** Seconds that journeys may take to end: what a killed worker held is free again only when its lock has run out. */
const ENDING = 100;

/**
 * Waits until every journey has ended in its final state, then compares what the system says it asked for with what the
 * authorities say they did: each service once, each effect once, each answer applied once, and nothing that nobody asked for.
 */
export async function everyEffectOnce(world: World, journeys: readonly string[]): Promise<void> {
  await ended(world, journeys, 'done');
  for (const journey of journeys) {
    const { dispatches, ledger, journal } = await accounts(world, journey);
    expect({ journey, asked: dispatches.map(({ service }) => service).sort() }).toEqual({
      journey,
      asked: [...ASKED].sort(),
    });
    expect(dispatches.map(({ id, status }) => `${id} ${status}`)).toEqual(
      dispatches.map(({ id }) => `${id} answered`),
    );
    expect(done(ledger)).toEqual(
      dispatches
        .map(({ id, service }) => `${id} ${service} ${service.includes('.read') ? 'read' : 'effect'}`)
        .sort(),
    );
    expect(journal.filter(({ kind }) => kind === 'answered')).toHaveLength(ASKED.length);
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  }
}

/** Waits until every journey is cancelled, then makes sure that each effect that can be undone was undone once, and by its own. */
export async function everyEffectUndoneOnce(world: World, journeys: readonly string[]): Promise<void> {
  await ended(world, journeys, 'cancelled');
  for (const journey of journeys) {
    const { dispatches, ledger } = await accounts(world, journey);
    expect(new Set(done(ledger)).size).toBe(done(ledger).length);
    expect(ledger.map(({ key }) => key).filter(key => !dispatches.some(({ id }) => id === key))).toEqual([]);
    const undoable = ledger.filter(
      ({ kind, service }) =>
        kind === 'effect' && world.assembly.catalogue.service(service)?.compensation !== undefined,
    );
    const undone = ledger.filter(({ kind }) => kind === 'compensation');
    expect(undone.map(({ undoes, undone: was }) => `${undoes} ${was}`).sort()).toEqual(
      undoable.map(({ key }) => `${key} true`).sort(),
    );
  }
}

/** What the authorities did for a journey, read over HTTP as anyone may. */
export async function ledgerOf(
  world: Pick<World, 'authoritiesUrl'>,
  journey = '',
): Promise<readonly LedgerEntry[]> {
  const response = await fetch(`${world.authoritiesUrl}/ledger?journey=${journey}`);
  return ((await response.json()) as { entries: readonly LedgerEntry[] }).entries;
}

/** Dispatches of journeys as the system keeps them. */
export async function dispatchesOf(
  { assembly }: World,
  journeys: readonly string[],
): Promise<readonly DispatchRecord[]> {
  return (await Promise.all(journeys.map(journey => assembly.stores.dispatches.ofJourney(journey)))).flat();
}

async function ended(world: World, journeys: readonly string[], as: 'done' | 'cancelled'): Promise<void> {
  const waiting = new Set(journeys);
  const stuck = async (): Promise<string> =>
    JSON.stringify(
      (await dispatchesOf(world, [...waiting]))
        .filter(({ settledAt }) => settledAt === undefined)
        .map(({ id, service, status, attempt, error }) => ({ id, service, status, attempt, error })),
    );
  const look = async (): Promise<boolean> => {
    for (const journey of waiting) {
      if ((await world.assembly.stores.journeys.load(journey))?.status !== as) break;
      waiting.delete(journey);
    }
    if (waiting.size > 0) throw new Error(`${waiting.size} are not ${as}. They wait for ${await stuck()}`);
    return true;
  };
  await until(look, `${journeys.length} journeys to be ${as}`, ENDING);
}

async function accounts(world: World, journey: string) {
  const [dispatches, ledger, journal] = await Promise.all([
    dispatchesOf(world, [journey]),
    ledgerOf(world, journey),
    world.assembly.stores.journeys.journal(journey),
  ]);
  return { dispatches, ledger, journal };
}

/** Everything that was decided on, without what was only asked again. */
function done(ledger: readonly LedgerEntry[]): readonly string[] {
  return ledger
    .filter(({ kind }) => kind !== 'duplicate')
    .map(({ key, service, kind }) => `${key} ${service} ${kind}`)
    .sort();
}
