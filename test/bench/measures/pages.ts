import { randomBytes } from 'node:crypto';
import { MeasuredProcess } from '../measured-process.js';
import { type RoundWatch } from '../round-watch.js';
import { type Servers } from '../servers.js';
import { percentile } from '../statistics.js';
import { type BenchSettings } from '../systems/start-bench-api.js';

export interface Pages {
  /** Milliseconds until the whole page of a journey is there, signed in. */
  readonly page: { readonly p50: number; readonly p99: number };
  /** The same of the document that it shows, by REST. */
  readonly document: { readonly p50: number; readonly p99: number };
  /** Of the medians, page to document. */
  readonly ratio: number;
}

/** The page of a journey, and the document behind it, in a system that does nothing else. */
export async function pages(servers: Servers, times: number, watch: RoundWatch): Promise<Pages> {
  const settings: BenchSettings = {
    postgres: await servers.database('pages'),
    redis: servers.redis.url,
    namespace: 'pages',
    masterKey: randomBytes(32).toString('base64'),
  };
  const system = await MeasuredProcess.start('pages', settings);
  const measured = async (at: keyof Omit<Pages, 'ratio'>) => {
    await system.tell('look', { at, times });
    const { result } = await watch.run(at, () => system.tell<number[]>('look', { at, times }));
    return { p50: percentile(result, 0.5), p99: percentile(result, 0.99) };
  };
  const page = await measured('page');
  const document = await measured('document');
  await system.end();
  return { page, document, ratio: page.p50 / document.p50 };
}
