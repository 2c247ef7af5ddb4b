import { RequestError, parseDispatchId } from '#runtime';
import { type LedgerEntry } from './authorities.js';
import { request } from './request.js';
import { short } from './trace.js';
import { type World } from './world.js';

const HOUR = 3_600_000;

/** An authority calls back, when it pleases, and again until somebody has taken it; sometimes also twice. */
export function answerLater(world: World, entry: LedgerEntry): void {
  const { scheduler, random, wire } = world;
  const after = random.pick([0, 0, 200, 5_000, 60_000, HOUR, 30 * HOUR]);
  const times = random.happens(wire.weather.doubled) ? 2 : 1;
  for (let time = 0; time < times; time += 1) {
    const label = `${entry.service} has decided on ${short(entry.key)}`;
    scheduler.at(scheduler.now + after, { label, run: () => void deliver(world, entry) });
  }
}

async function deliver(world: World, entry: LedgerEntry): Promise<void> {
  const { key, outcome } = entry;
  for (let pause = 500; ; pause = Math.min(2 * pause, 600_000)) {
    const response = await request(world, `callback ${short(key)}`, async api => {
      const stored = await api.ports.dispatches.find(key);
      if (!stored) throw new RequestError('unknown-dispatch', `there is no dispatch ${key}`);
      return api.settling.settle({ dispatch: key, outcome });
    });
    if (response.kind !== 'unknown') {
      entry.callback = 'acknowledged';
      if (response.kind === 'done') {
        const { journey } = parseDispatchId(key)!;
        world.acknowledged.push({ kind: 'callback', journey, dispatch: key, result: response.value });
      }
      return;
    }
    await world.scheduler.sleep(pause, `callback ${short(key)} again`);
  }
}
