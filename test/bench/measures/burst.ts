import { Overgang } from '../overgang.js';
import { memoryBytes } from '../processes.js';
import { type RoundWatch } from '../round-watch.js';
import { type Servers } from '../servers.js';
import { type Received } from '../systems/receive.js';

export interface Burst extends Received {
  readonly events: number;
  /** Seconds over which they arrived. */
  readonly arrived: number;
  /** Bytes of the process before, and at its peak. */
  readonly memory: { readonly before: number; readonly peak: number };
}

/** An event for each of so many waiting journeys, all within `seconds`. */
export async function burst(
  servers: Servers,
  events: number,
  seconds: number,
  watch: RoundWatch,
): Promise<Burst> {
  const overgang = await Overgang.start(servers, 'burst', { pack: 16 });
  await overgang.process.tell('populate', { journeys: events });
  // Another process, which has seen none of these journeys.
  await overgang.end();
  const fresh = await Overgang.start(servers, 'burst', { pack: 16 });
  const before = (await fresh.memory()).node;
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, memoryBytes(fresh.process.pid))), 500);
  const { result: received } = await watch.run('events', () =>
    fresh.process.tell<Received>('receive', { events, seconds }),
  );
  clearInterval(sampling);
  const [ended] = await fresh.query<{ count: string }>(
    `select count(*) as count from journey where status = 'done'`,
  );
  await fresh.end();
  if (Number(ended?.count) !== events) throw new Error(`${ended?.count} of ${events} journeys have ended`);
  return { ...received, events, arrived: seconds, memory: { before, peak } };
}
