import { setTimeout as sleep } from 'node:timers/promises';
import { type PlannedFault } from './fault-plan.js';
import { type StormWorld } from './storm-world.js';

const LOOK = 10;

/** Lets every planned fault happen when its moment has come; resolves when all are over. */
export async function weather(
  world: StormWorld,
  plan: readonly PlannedFault[],
  progress: () => number,
  happened: (fault: PlannedFault) => void,
): Promise<void> {
  const after = new Map<string, Promise<void>>();
  for (const fault of plan) {
    while (progress() < fault.at) await sleep(LOOK);
    const earlier = after.get(fault.befalls);
    const underWay = (async () => {
      await earlier;
      happened(fault);
      await fault.befall(world);
    })();
    // It is waited for below; until then its failure is no unhandled one.
    underWay.catch(() => undefined);
    after.set(fault.befalls, underWay);
  }
  await Promise.all(after.values());
}
