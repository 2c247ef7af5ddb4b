import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { until } from '../support/until.js';
import { connected } from '../support/connected.js';
import { MeasuredProcess } from './measured-process.js';
import { memoryBytes, processorSeconds } from './processes.js';
import { type Work, type WorkDone } from './reference-work.js';
import { type Servers } from './servers.js';
import { type OvergangSettings } from './systems/overgang.js';

/** Microseconds of processor time for each step, where it was spent. */
export interface Cost {
  readonly node: number;
  readonly postgres: number;
  readonly redis: number;
}

const MASTER_KEY = randomBytes(32).toString('base64');

/** An Overgang of the benchmark's own: a process with API and worker, on a database of its own. */
export class Overgang {
  private constructor(
    readonly servers: Servers,
    readonly database: string,
    readonly process: MeasuredProcess,
    readonly settings: OvergangSettings,
  ) {}

  /** @param database created unless it is there */
  static async start(
    servers: Servers,
    database: string,
    options: { readonly pack: number; readonly authorities?: string },
  ): Promise<Overgang> {
    const settings: OvergangSettings = {
      postgres: await servers.database(database),
      redis: servers.redis.url,
      namespace: database,
      masterKey: MASTER_KEY,
      concurrency: 200,
      ...options,
    };
    const started = await MeasuredProcess.start('overgang', settings);
    return new Overgang(servers, database, started, settings);
  }

  /** Another process on the same database and queues. */
  async another(): Promise<MeasuredProcess> {
    return MeasuredProcess.start('overgang', this.settings);
  }

  /** The work, and then what is left to be done behind it: nobody who is measured next pays for it. */
  async work(work: Work): Promise<WorkDone & { readonly cost: Cost }> {
    const before = this.#processorSeconds();
    const done = await this.process.tell<WorkDone>('work', work);
    const after = this.#processorSeconds();
    await this.#untilChained();
    const perStep = (name: keyof typeof before) =>
      ((after[name] - before[name]) * 1e6) / (work.journeys * work.steps);
    return {
      ...done,
      cost: { node: done.cpu, postgres: perStep('postgres'), redis: perStep('redis') },
    };
  }

  /** Bytes of memory of each process. */
  async memory(): Promise<Record<'node' | 'postgres' | 'redis', number>> {
    await this.process.tell('collectGarbage');
    return {
      node: memoryBytes(this.process.pid),
      postgres: memoryBytes(this.servers.postgres.pid),
      redis: memoryBytes(this.servers.redis.pid),
    };
  }

  async query<Row extends object>(text: string): Promise<readonly Row[]> {
    return this.connected(async client => (await client.query<Row>(text)).rows);
  }

  /** Does something with a connection to the database. */
  connected<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    return connected(this.settings.postgres, work);
  }

  end(): Promise<void> {
    return this.process.end();
  }

  /** Until the access log stands in its chains, which a worker sees to a moment later. */
  async #untilChained(): Promise<void> {
    await this.connected(client =>
      until(async () => {
        const { rows } = await client.query<{ whole: boolean }>(
          'select not exists (select from dispatch where recorded >= (select recorded_below from access_chain_progress)) as whole',
        );
        return rows[0]?.whole;
      }, 'the access log to be chained'),
    );
  }

  #processorSeconds() {
    const { postgres, redis } = this.servers;
    return { postgres: processorSeconds(postgres.pid), redis: processorSeconds(redis.pid) };
  }
}
