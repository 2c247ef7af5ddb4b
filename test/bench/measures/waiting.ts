import { Overgang, type Cost } from '../overgang.js';
import { crowd } from '../crowd.js';
import { type Servers } from '../servers.js';
import { median } from '../statistics.js';

export interface Waiting {
  readonly journeys: number;
  readonly stepsPerSecond: number;
  /** Processor time of a step, of all processes together, in microseconds. */
  readonly cost: number;
  /** To the smallest crowd in the same round. */
  readonly costRatio: number;
  readonly timeRatio: number;
  readonly memory: { readonly node: number; readonly postgres: number; readonly redis: number };
}

/** The reference work beside crowds of journeys that wait, each with a timer; in turn, round after round. */
export async function waiting(
  servers: Servers,
  crowds: readonly number[],
  rounds: number,
  journeys: number,
): Promise<Waiting[]> {
  const systems: Overgang[] = [];
  for (const count of crowds) {
    const overgang = await Overgang.start(servers, `waiting_${count}`, { pack: 16 });
    await crowd(overgang, count);
    systems.push(overgang);
  }
  const work = { journeys, atOnce: 200, steps: 6 };
  const done = systems.map((): { seconds: number; cost: number }[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, overgang] of systems.entries()) {
      const { seconds, cost } = await overgang.work(work);
      if (round > 0) done[i]!.push({ seconds, cost: sum(cost) });
    }
  }
  const result: Waiting[] = [];
  for (const [i, overgang] of systems.entries()) {
    const rows = done[i]!;
    const ratio = (of: 'seconds' | 'cost') =>
      median(rows.map((row, round) => row[of] / done[0]![round]![of]));
    result.push({
      journeys: crowds[i]!,
      stepsPerSecond: (journeys * work.steps) / median(rows.map(({ seconds }) => seconds)),
      cost: median(rows.map(({ cost }) => cost)),
      costRatio: ratio('cost'),
      timeRatio: ratio('seconds'),
      memory: await overgang.memory(),
    });
  }
  for (const overgang of systems) await overgang.end();
  return result;
}

function sum({ node, postgres, redis }: Cost): number {
  return node + postgres + redis;
}
