import { MeasuredProcess } from '../measured-process.js';
import { Overgang } from '../overgang.js';
import { type RoundWatch } from '../round-watch.js';
import { type Servers } from '../servers.js';
import { percentile } from '../statistics.js';

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Milliseconds in a system that does nothing else: six jobs of BullMQ alone, the six steps of a journey, and a submission over HTTP. */
export async function latency(
  servers: Servers,
  journeys: number,
  watch: RoundWatch,
): Promise<{ readonly limit: Latency; readonly sixSteps: Latency; readonly submission: Latency }> {
  const limit = await MeasuredProcess.start('bullmq-alone', { redis: servers.redis.url, concurrency: 200 });
  await limit.tell('oneByOne', { journeys, steps: 6 });
  const chains = await watch.run('jobs of BullMQ alone', () =>
    limit.tell<number[]>('oneByOne', { journeys, steps: 6 }),
  );
  await limit.end();
  const overgang = await Overgang.start(servers, 'latency', { pack: 16 });
  await overgang.process.tell('oneByOne', { journeys });
  const steps = await watch.run('steps', () => overgang.process.tell<number[]>('oneByOne', { journeys }));
  await overgang.process.tell('submissions', { journeys });
  const submissions = await watch.run('submissions', () =>
    overgang.process.tell<number[]>('submissions', { journeys }),
  );
  await overgang.end();
  return {
    limit: summary(chains.result),
    sixSteps: summary(steps.result),
    submission: summary(submissions.result),
  };
}

function summary(times: readonly number[]): Latency {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}
