import { Overgang, type Cost } from '../overgang.js';
import { crowd } from '../crowd.js';
import { type RoundWatch } from '../round-watch.js';
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
  watch: RoundWatch,
): Promise<Waiting[]> {
  const systems: Overgang[] = [];
  for (const count of crowds) {
    const overgang = await Overgang.start(servers, `waiting_${count}`, { pack: 16 });
    await crowd(overgang, count);
    systems.push(overgang);
  }
  const work = { journeys, atOnce: 200, steps: 6 };
  const once = async () => {
    const row: { seconds: number; cost: number }[] = [];
    for (const overgang of systems) {
      const { seconds, cost } = await overgang.work(work);
      row.push({ seconds, cost: sum(cost) });
    }
    return row;
  };
  await once();
  const done: Awaited<ReturnType<typeof once>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { result, counts } = await watch.run('beside crowds', once);
    if (counts) done.push(result);
  }
  const result: Waiting[] = [];
  for (const [i, overgang] of systems.entries()) {
    const ratio = (of: 'seconds' | 'cost') => median(done.map(row => row[i]![of] / row[0]![of]));
    result.push({
      journeys: crowds[i]!,
      stepsPerSecond: (journeys * work.steps) / median(done.map(row => row[i]!.seconds)),
      cost: median(done.map(row => row[i]!.cost)),
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
