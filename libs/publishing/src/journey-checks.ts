import { catalogueData, type JourneyFiles, type ServiceCatalogue } from '#journey';
import { compiledEntry, WatchedThread } from '#threads';
import { type Examined } from './examine-journey.js';

/** Seconds: whoever writes a journey checks it again soon. */
const KEPT_FOR = 600;

export interface Examination {
  readonly id: string;
  readonly files: JourneyFiles;
}

export interface JourneyCheckOptions {
  /** Seconds that one check may take, the start of the thread included. Default 20. */
  readonly seconds?: number | undefined;
  /** Megabytes that one check may use. Default 512. */
  readonly megabytes?: number;
  /** Queue length: checks that may wait; one more is turned away. Default 8. */
  readonly mostWaiting?: number;
}

/** Journeys that others send are examined in a {@link WatchedThread}: they take as long as their sender has made them take. */
export class JourneyChecks {
  readonly #thread: WatchedThread<Examination, Examined>;

  constructor(
    catalogue: ServiceCatalogue,
    { seconds = 20, megabytes = 512, mostWaiting = 8 }: JourneyCheckOptions = {},
  ) {
    this.#thread = new WatchedThread({
      name: 'checks',
      entry: compiledEntry(import.meta.url, './check-thread.js'),
      workerData: catalogueData(catalogue),
      seconds,
      megabytes,
      mostWaiting,
      keptFor: KEPT_FOR,
    });
  }

  /**
   * @throws TaskOverrun when it takes too long or too much memory
   * @throws TaskRefused when too many wait already, or the process ends
   * @throws TaskFailed when the check itself fails
   */
  examine(id: string, files: JourneyFiles): Promise<Examined> {
    return this.#thread.ask({ id, files });
  }

  /** Ends the thread, and whatever it is at. Nest calls it when the application closes. */
  onApplicationShutdown(): Promise<void> {
    return this.#thread.end();
  }
}
