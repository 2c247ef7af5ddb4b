import { request } from './request.js';
import { short } from './trace.js';
import type { World } from './world.js';

/** What waits for ops: dispatches that were given up and journeys that are held. */
export function waitsForOps({ stores: { tables } }: World): { dispatches: string[]; journeys: string[] } {
  return {
    dispatches: [...tables.dispatches.values()].flatMap(({ id, status }) => (status === 'parked' ? id : [])),
    journeys: [...tables.journeys.values()].flatMap(({ id, status }) => (status === 'held' ? id : [])),
  };
}

/** Ops try again what was given up or held; some dispatches they answer themselves. */
export function operate(world: World): void {
  const { random } = world;
  const { dispatches, journeys } = waitsForOps(world);
  for (const dispatch of dispatches) {
    if (random.happens(0.8)) {
      void request(world, `ops retry ${short(dispatch)}`, api => api.runtime.retry(dispatch));
    } else {
      const outcome = { kind: 'answered', answer: { reference: 'by hand' } } as const;
      const by = 'ops:olga';
      void request(world, `ops resolve ${short(dispatch)}`, api =>
        api.settling.settle({ dispatch, outcome, by, reason: 'seen on paper' }),
      );
    }
  }
  for (const journey of journeys) {
    void request(world, `ops resume ${short(journey)}`, api => api.runtime.resume(journey, 'ops:olga'));
  }
}
