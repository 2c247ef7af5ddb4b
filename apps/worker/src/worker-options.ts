export interface WorkerOptions {
  /** Of the stores, for the thread that chains the access log. */
  readonly databaseUrl: string;
  /** Dispatches to one authority under way at once. */
  readonly concurrency: number;
  /** Milliseconds between two rounds of the relay. */
  readonly relayInterval: number;
  /** Milliseconds until pauses, changes of authorities and ends of mandates are looked for again. Default 30 s. */
  readonly followInterval?: number | undefined;
  /** Milliseconds until the relay rings again for what is still not done. Default 30 s. */
  readonly ringAgain?: number | undefined;
  /** Milliseconds until the jobs of a worker that died are given to another. Default 15 s. */
  readonly lock?: number | undefined;
  /** Milliseconds that work under way may take when the process ends. */
  readonly drain: number;
}
