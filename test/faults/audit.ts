import { type DispatchRecord, isDelivery } from '#runtime';
import { type Acknowledged, type Finding, auditEverything, readPostgresAccounts } from '../auditor/index.js';
import { until } from '../support/index.js';
import { ASKED } from './errands.js';
import { type World } from './world.js';

/** Seconds that journeys may take to end: what a killed worker held is free again only when its lock has run out. */
const ENDING = 100;

/**
 * Waits until every errand has ended in its final state, and what was written is delivered; then each service was asked once and has
 * answered, and the audit finds nothing.
 */
export async function everyEffectOnce(
  world: World,
  journeys: readonly string[],
  acknowledged: readonly Acknowledged[] = [],
): Promise<void> {
  await ended(world, journeys, 'done');
  for (const journey of journeys) {
    const dispatches = await dispatchesOf(world, [journey]);
    expect({
      journey,
      asked: dispatches
        .filter(dispatch => !isDelivery(dispatch))
        .map(({ service, status }) => `${service} ${status}`)
        .sort(),
      delivered: dispatches.filter(isDelivery).map(({ status }) => status),
    }).toEqual({
      journey,
      asked: ASKED.map(service => `${service} answered`).sort(),
      delivered: ['answered'],
    });
  }
  expect(await findingsIn(world, journeys, acknowledged)).toEqual([]);
}

/** Waits until every journey is cancelled; then nothing is left that could be undone, and the audit finds nothing. */
export async function everyEffectUndoneOnce(world: World, journeys: readonly string[]): Promise<void> {
  await ended(world, journeys, 'cancelled');
  const compensations = (await dispatchesOf(world, journeys)).filter(({ undoes }) => undoes !== undefined);
  expect(compensations.filter(({ status }) => status !== 'answered')).toEqual([]);
  expect(await findingsIn(world, journeys)).toEqual([]);
}

/** Findings in some of the journeys of a world. */
export async function findingsIn(
  world: World,
  journeys: readonly string[],
  acknowledged: readonly Acknowledged[] = [],
): Promise<readonly Finding[]> {
  const accounts = await readPostgresAccounts(world, journeys, { acknowledged });
  const effects = accounts.effects.filter(({ key }) => journeys.some(journey => key.startsWith(journey)));
  return auditEverything({ ...accounts, effects });
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
      const deliveries = (await dispatchesOf(world, [journey])).filter(isDelivery);
      if (deliveries.some(({ settledAt }) => settledAt === undefined)) break;
      waiting.delete(journey);
    }
    if (waiting.size > 0) throw new Error(`${waiting.size} are not ${as}. They wait for ${await stuck()}`);
    return true;
  };
  await until(look, `${journeys.length} journeys to be ${as}`, ENDING);
}
