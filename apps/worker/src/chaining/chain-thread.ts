import { catalogueData, type CatalogueData, type ServiceCatalogue } from '#journey';
import { type ClonedMasterKeys, type MasterKeys } from '#postgres';
import { type Chaining, type ChainRound } from '#runtime';
import { compiledEntry, WatchedThread } from '#threads';

/** What the thread is given when it starts. */
export interface ChainThreadData {
  readonly databaseUrl: string;
  readonly masterKeys: ClonedMasterKeys;
  readonly contracts: CatalogueData;
}

/** Seconds: a round that takes longer hangs. */
const SECONDS = 300;
const MEGABYTES = 512;

/**
 * The chaining of the access log in a {@link WatchedThread}. It costs a quarter of what a step does, in a process whose one event loop is
 * the limit of all steps (threads/decisions/0001).
 */
export class ChainThread implements Pick<Chaining, 'round'> {
  readonly #thread: WatchedThread<{ readonly id: string }, ChainRound>;

  constructor(databaseUrl: string, masterKeys: MasterKeys, catalogue: ServiceCatalogue) {
    const workerData: ChainThreadData = {
      databaseUrl,
      masterKeys: masterKeys.clone(),
      contracts: catalogueData(catalogue),
    };
    this.#thread = new WatchedThread({
      name: 'rounds of chaining',
      entry: compiledEntry(import.meta.url, './thread.js'),
      workerData,
      // Of Postgres, as far as the address leaves it open.
      env: process.env,
      seconds: SECONDS,
      megabytes: MEGABYTES,
      keptFor: SECONDS,
      mostWaiting: 0,
    });
  }

  /** @throws TaskFailed, TaskOverrun, TaskRefused; then nothing is chained, and the next round may be asked for at once */
  round(): Promise<ChainRound> {
    return this.#thread.ask({ id: 'a round' });
  }

  /** Ends the thread; Postgres takes back what a round has not committed. */
  end(): Promise<void> {
    return this.#thread.end();
  }
}
