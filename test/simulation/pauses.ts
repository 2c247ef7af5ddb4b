import { type Job } from './queue.js';
import { type World } from './world.js';

const BY = 'ops:olga';

/** Ops pause an authority for a while: nothing is asked of it, and nothing is lost. */
export function pause(world: World): void {
  const { random, scheduler, stores, trace, setting } = world;
  const { id } = random.pick(setting.catalogue.authorities());
  trace.add(scheduler.now, `${id} is paused`);
  void stores.pauses.set(id, true, 'planned downtime', BY, scheduler.now);
  const again = () => unpause(world, id);
  scheduler.at(scheduler.now + random.pick([5_000, 3_600_000]), {
    label: `${id} is asked again`,
    run: again,
  });
}

/** Nobody is paused any more. */
export function unpauseAll(world: World): void {
  for (const { id } of world.setting.catalogue.authorities()) unpause(world, id);
}

/** Whether the queue keeps a job to itself, for its authority is paused. */
export function isPaused({ stores: { tables } }: World, { kind, targets }: Job): boolean {
  if (kind !== 'dispatch') return false;
  const authority = tables.dispatches.get(targets[0]!)?.authority;
  return authority !== undefined && tables.pauses.get(authority)?.paused === true;
}

function unpause({ stores, queue, scheduler }: World, authority: string): void {
  void stores.pauses.set(authority, false, 'over', BY, scheduler.now);
  for (const _ of queue.waiting()) queue.offer();
}
