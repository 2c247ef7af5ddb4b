import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OurProcess, runFolder, startOurs, TcpProxy, until } from '../../support/index.js';

/** What a program reaches over a network of its own, by the environment variable that tells it the address. */
export const REACHES = {
  postgres: 'DATABASE_URL',
  redis: 'REDIS_URL',
  authorities: 'AUTHORITIES_URL',
} as const;
export type Reached = keyof typeof REACHES;

/** Seconds a process may take to start on a busy machine. */
const STARTING = 120;
const BEFORE_NEXT_START = 200;
const LAST_WORDS = 4_000;
const CLOCK = new URL('../processes/shifted-clock.mjs', import.meta.url).href;

/** An api or a worker in a process of its own that is started again whenever it ends; its network and its clock are the test's. */
export class Program {
  /** Where it listens; undefined while it does not. */
  address: string | undefined;
  /** How it ended by itself, having worked before: this it must never do. */
  readonly deaths: string[] = [];
  /** When it was started, listened and ended, in seconds since the first start. */
  readonly history: string[] = [];
  readonly #begun = performance.now();
  readonly #clockFile: string;
  #process: OurProcess | undefined;
  #killed = false;
  #ending = false;
  readonly #running: Promise<void>;

  readonly #environment: Readonly<Record<string, string | undefined>>;

  private constructor(
    readonly name: string,
    readonly kind: 'api' | 'worker',
    readonly networks: ReadonlyMap<Reached, TcpProxy>,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.#environment = environment;

    this.#clockFile = join(runFolder(), `clock-${name}-${process.pid}`);
    this.setClock(0);
    this.#running = this.#keepUp();
  }

  /** @param environment with the true addresses; those of `through` are reached over proxies */
  static async start(
    name: string,
    kind: 'api' | 'worker',
    environment: Readonly<Record<string, string | undefined>>,
    through: readonly Reached[],
  ): Promise<Program> {
    const networks = new Map<Reached, TcpProxy>();
    const addresses: Record<string, string> = {};
    for (const reached of through) {
      const target = environment[REACHES[reached]]!;
      const proxy = await TcpProxy.to(target);
      networks.set(reached, proxy);
      addresses[REACHES[reached]] = proxy.before(target);
    }
    const program = new Program(name, kind, networks, { ...environment, ...addresses });
    await program.up();
    return program;
  }

  async up(): Promise<void> {
    await until(() => this.address, `${this.name} to listen. It said: ${this.lastWords()}`, STARTING);
  }

  lastWords(): string {
    return this.#process?.printed().slice(-LAST_WORDS) ?? 'nothing';
  }

  /** SIGKILL; it is started again. */
  async kill(): Promise<void> {
    this.#killed = true;
    await this.#process?.kill();
  }

  suspend(): void {
    this.#process?.suspend();
  }

  resume(): void {
    this.#process?.resume();
  }

  /** Sets how many milliseconds its clock is ahead of the true one. */
  setClock(offset: number): void {
    writeFileSync(this.#clockFile, String(offset));
  }

  /** SIGTERM, and no more starts. Gives the exit code. */
  async end(): Promise<number | null> {
    this.#ending = true;
    this.resume();
    const code = (await this.#process?.end()) ?? null;
    await this.#running;
    for (const proxy of this.networks.values()) await proxy.close();
    return code;
  }

  async #keepUp(): Promise<void> {
    while (!this.#ending) {
      const started = startOurs(`apps/${this.kind}/src/main.js`, {
        ...this.#environment,
        NODE_OPTIONS: `--import ${CLOCK}`,
        OVERGANG_TEST_CLOCK: this.#clockFile,
      });
      this.#process = started;
      this.#note('started');
      const address = await Promise.race([listening(started), started.ended.then(() => undefined)]);
      this.address = address;
      if (address !== undefined) this.#note('listens');
      await started.ended;
      this.address = undefined;
      this.#note(address === undefined ? `did not start: ${this.lastWords()}` : 'ended');
      const byItself = !this.#killed && !this.#ending;
      this.#killed = false;
      if (address !== undefined && byItself) this.deaths.push(`${this.name}: ${this.lastWords()}`);
      // What it needs may be away at its start: then it says so and ends, and is started again.
      else if (byItself) await sleep(BEFORE_NEXT_START);
    }
  }

  #note(what: string): void {
    this.history.push(`${((performance.now() - this.#begun) / 1_000).toFixed(1)} s: ${this.name} ${what}`);
  }
}

async function listening(started: OurProcess): Promise<string | undefined> {
  const found = (): string | undefined => / listens at (\S+)/.exec(started.printed())?.[1];
  await until(() => found() !== undefined || !started.running(), 'the process to start', STARTING).catch(() =>
    started.kill(),
  );
  return found();
}
