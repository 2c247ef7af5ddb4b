import { isDelivery, parseDispatchId } from '#runtime';
import { DELIVERED } from './authorities.js';
import { cancel } from './citizens.js';
import { request } from './request.js';
import { short } from './trace.js';
import { type World } from './world.js';

/** What waits for ops: dispatches that were given up and journeys that are held. */
export function waitsForOps({ stores: { tables } }: World): { dispatches: string[]; journeys: string[] } {
  return {
    dispatches: [...tables.dispatches.values()].flatMap(({ id, status }) => (status === 'parked' ? id : [])),
    journeys: [...tables.journeys.values()].flatMap(({ id, status }) => (status === 'held' ? id : [])),
  };
}

const BY = 'ops:olga';
/** Of what has no answer yet, how much ops skip each time they look; and how many citizens then give up as well. */
const IMPATIENCE = 0.5;
const DISAPPOINTMENT = 0.7;

/** Ops try again what was given up or held; some dispatches they answer themselves, and some they skip, not knowing what was done. */
export function operate(world: World): void {
  const { random } = world;
  const { dispatches, journeys } = waitsForOps(world);
  for (const dispatch of dispatches) {
    const chance = random.next();
    if (chance < 0.6) void request(world, `ops retry ${short(dispatch)}`, api => api.runtime.retry(dispatch));
    else if (chance < 0.75) resolve(world, dispatch);
    else void skip(world, dispatch);
  }
  if (!world.over) {
    for (const { id, status, attempt } of world.stores.tables.dispatches.values()) {
      const unanswered = status === 'accepted' || (status === 'pending' && attempt > 0);
      if (unanswered && random.happens(IMPATIENCE)) void skip(world, id);
    }
  }
  for (const journey of journeys) {
    void request(world, `ops resume ${short(journey)}`, api => api.runtime.resume(journey, BY));
  }
}

function resolve(world: World, dispatch: string): void {
  const row = world.stores.tables.dispatches.get(dispatch)!;
  const said = isDelivery(parseDispatchId(dispatch)!)
    ? { answer: DELIVERED }
    : world.scene.says({ service: row.service, key: dispatch, input: row.input });
  if ('refuse' in said) return;
  const outcome = { kind: 'answered', answer: said.answer } as const;
  void request(world, `ops resolve ${short(dispatch)}`, api =>
    api.settling.settle({ dispatch, outcome, by: BY, reason: 'seen on paper' }),
  );
}

async function skip(world: World, dispatch: string): Promise<void> {
  const outcome = { kind: 'skipped' } as const;
  const skipped = await request(world, `ops skip ${short(dispatch)}`, api =>
    api.settling.settle({ dispatch, outcome, by: BY, reason: 'nobody answers' }),
  );
  const { journey } = parseDispatchId(dispatch)!;
  const applicant = world.stores.tables.participants.get(journey)?.find(({ role }) => role === 'applicant');
  if (world.over || skipped.kind !== 'done' || !applicant || !world.random.happens(DISAPPOINTMENT)) return;
  await cancel(world, applicant.person, journey);
}
