export interface WorkerOptions {
  /** Address and port of health and metrics; port 0 takes a free one. */
  readonly host: string;
  readonly port: number;
  /** Lets a scraper read the metrics; without it nobody can, for a worker knows no callers. */
  readonly metricsToken?: string | undefined;
  /** Dispatches to one authority under way at once. */
  readonly concurrency: number;
  /** Milliseconds between two rounds of the relay. */
  readonly relayInterval: number;
  /** Milliseconds that work under way may take when the process ends. */
  readonly drain: number;
}
