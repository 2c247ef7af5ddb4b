import { MeasuredProcess } from '../measured-process.js';
import { Overgang, type Cost } from '../overgang.js';
import { type Work, type WorkDone } from '../reference-work.js';
import { type RoundWatch } from '../round-watch.js';
import { type Servers } from '../servers.js';
import { median } from '../statistics.js';

export interface Throughput {
  readonly system: string;
  readonly stepsPerSecond: number;
  /** To BullMQ alone in the same round. */
  readonly ratio: number;
  readonly cost: Cost;
}

interface Contender {
  readonly system: string;
  work(work: Work): Promise<WorkDone & { readonly cost: Cost }>;
  readonly share: number;
}

/** The reference work on each system in turn, round after round, the first of which only warms up. */
export async function throughput(
  servers: Servers,
  rounds: number,
  journeys: number,
  watch: RoundWatch,
): Promise<Throughput[]> {
  const settings = { redis: servers.redis.url, concurrency: 200 };
  const limit = await MeasuredProcess.start('bullmq-alone', settings);
  const authorities = await MeasuredProcess.start('authorities', {});
  const address = await authorities.tell<string>('address');
  const single = await Overgang.start(servers, 'single', { pack: 1 });
  const packed = await Overgang.start(servers, 'packed', { pack: 16 });
  const http = await Overgang.start(servers, 'http', { pack: 16, authorities: address });
  const contenders: readonly Contender[] = [
    { system: 'one dispatch a job', work: work => single.work(work), share: 1 },
    { system: 'packed', work: work => packed.work(work), share: 1 },
    { system: 'packed, authorities over HTTP', work: work => http.work(work), share: 0.25 },
  ];
  const alone: WorkDone[] = [];
  const done = new Map<string, { work: WorkDone & { readonly cost: Cost }; ratio: number }[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const { system, work, share } of contenders) {
      const once = async () => ({
        // Beside each, so that a machine that is slower now is so for both.
        limit: await limit.tell<WorkDone>('work', { journeys, atOnce: 200, steps: 6 }),
        work: await work({ journeys: Math.ceil(journeys * share), atOnce: 200, steps: 6 }),
      });
      if (round === 0) {
        await once();
        continue;
      }
      const { result, counts } = await watch.run(system, once);
      if (!counts) continue;
      alone.push(result.limit);
      const ratio = result.work.stepsPerSecond / result.limit.stepsPerSecond;
      done.set(system, [...(done.get(system) ?? []), { work: result.work, ratio }]);
    }
  }
  await Promise.all([limit, authorities, single, packed, http].map(measured => measured.end()));
  const limitCost = { node: median(alone.map(({ cpu }) => cpu)), postgres: 0, redis: NaN };
  return [
    {
      system: 'BullMQ alone',
      stepsPerSecond: median(alone.map(({ stepsPerSecond }) => stepsPerSecond)),
      ratio: 1,
      cost: limitCost,
    },
    ...contenders.map(({ system }) => {
      const rows = done.get(system) ?? [];
      const cost = (name: keyof Cost) => median(rows.map(({ work }) => work.cost[name]));
      return {
        system,
        stepsPerSecond: median(rows.map(({ work }) => work.stepsPerSecond)),
        ratio: median(rows.map(({ ratio }) => ratio)),
        cost: { node: cost('node'), postgres: cost('postgres'), redis: cost('redis') },
      };
    }),
  ];
}
