import { setTimeout as sleep } from 'node:timers/promises';
import { type MeasuredProcess } from '../measured-process.js';
import { Overgang } from '../overgang.js';
import { type RoundWatch } from '../round-watch.js';
import { type Servers } from '../servers.js';
import { median } from '../statistics.js';

export interface Workers {
  readonly one: number;
  readonly two: number;
  /** Steps a second with two processes, to those with one in the same round. */
  readonly ratio: number;
}

/** Journeys started by one process and worked through by it alone, or by it and another, in turn. */
export async function workers(
  servers: Servers,
  rounds: number,
  journeys: number,
  watch: RoundWatch,
): Promise<Workers> {
  const overgang = await Overgang.start(servers, 'workers', { pack: 16 });
  const steps = journeys * 6;
  const once = async () => {
    const one = steps / (await seconds(overgang, journeys, [overgang.process]));
    const other = await overgang.another();
    // Both warm.
    await seconds(overgang, journeys / 4, [overgang.process, other]);
    const two = steps / (await seconds(overgang, journeys, [overgang.process, other]));
    await other.end();
    return { one, two };
  };
  await once();
  const rows: { one: number; two: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { result, counts } = await watch.run('one and two', once);
    if (counts) rows.push(result);
  }
  await overgang.end();
  return {
    one: median(rows.map(({ one }) => one)),
    two: median(rows.map(({ two }) => two)),
    ratio: median(rows.map(({ one, two }) => two / one)),
  };
}

/** Each of the processes starts its share; it is over when all have ended. */
async function seconds(
  overgang: Overgang,
  journeys: number,
  processes: readonly MeasuredProcess[],
): Promise<number> {
  const before = await ended(overgang);
  const share = Math.ceil(journeys / processes.length);
  const began = performance.now();
  await Promise.all(processes.map(measured => measured.tell('start', { journeys: share })));
  while ((await ended(overgang)) < before + share * processes.length) await sleep(50);
  return (performance.now() - began) / 1_000;
}

async function ended(overgang: Overgang): Promise<number> {
  const [row] = await overgang.query<{ count: string }>(
    `select count(*) as count from journey where status = 'done'`,
  );
  return Number(row?.count);
}
