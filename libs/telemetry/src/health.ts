/** A dependency of a process, as health knows it; `ask` rejects when it is not there. */
export interface Dependency {
  readonly name: string;
  ask(): Promise<void>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly dependencies: Readonly<Record<string, 'up' | 'down'>>;
}

const PATIENCE_MS = 2_000;

/** Readiness probe of a process: asks its dependencies. */
export class Health {
  #asking: Promise<Readiness> | undefined;
  readonly #dependencies: readonly Dependency[];

  constructor(dependencies: readonly Dependency[]) {
    this.#dependencies = dependencies;
  }

  /**
   * Asks every dependency; one that does not answer within two seconds is down. Never rejects. Requests in the
   * meantime share one answer: anybody may ask, and that must not keep Postgres busy.
   */
  readiness(): Promise<Readiness> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<Readiness> {
    const answers = await Promise.all(
      this.#dependencies.map(async ({ name, ask }) => [name, await answered(ask)] as const),
    );
    return {
      ready: answers.every(([, state]) => state === 'up'),
      dependencies: Object.fromEntries(answers),
    };
  }
}

async function answered(ask: () => Promise<void>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
  });
  try {
    await Promise.race([ask(), patience]);
    return 'up';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
}
