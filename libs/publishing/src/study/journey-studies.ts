import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import {
  type CatalogueData,
  catalogueData,
  type JourneyFiles,
  readJourneyFolder,
  type ServiceCatalogue,
} from '#journey';
import { type DefinitionStore, type DefinitionVersion } from '#runtime';
import { type ExamplePlay } from '#workshop';
import { type Examination } from '../journey-checks.js';
import { WatchedThread } from '../thread/watched-thread.js';
import { type Appraisal, type AppraisedFolder } from './appraisal.js';
import { type ExampleTask } from './journey-example.js';
import { type JourneyPicture, type PictureTask } from './journey-picture.js';

/** What a thread is given when it starts. */
export interface StudyData {
  readonly contracts: CatalogueData;
  readonly journeysDir: string;
}

/** What is known of a version by now. */
export type Appraised = Appraisal | 'under way' | 'failed';

/** Our own journeys, with all their scenarios, on a machine that does other things besides. */
const SECONDS = 600;
const MEGABYTES = 1024;
/** Seconds: what it has worked out is kept, so that it is seldom asked again. */
const KEPT_FOR = 15;
/** More than there are versions. */
const MOST_WAITING = 10_000;
const MOST_PICTURES = 500;
const MOST_EXAMPLES = 100;

/**
 * *Memoized analysis* of what is published: how good each version is, its pictures and its example, by content hash, so that each is
 * worked out once in a process. Appraising all takes minutes, drawing less than one and playing an example a second: each has a thread, and
 * none is that of the checks that designers wait for.
 */
export class JourneyStudies {
  readonly #store: DefinitionStore;
  readonly #journeysDir: string;
  readonly #appraising: WatchedThread<Examination, AppraisedFolder>;
  readonly #drawing: WatchedThread<PictureTask, JourneyPicture | undefined>;
  readonly #playing: WatchedThread<ExampleTask, ExamplePlay | undefined>;
  readonly #appraised = new Map<string, Appraised>();
  readonly #folders = new Map<string, Promise<AppraisedFolder>>();
  readonly #pictures = new LRUCache<string, Promise<JourneyPicture | undefined>>({ max: MOST_PICTURES });
  readonly #examples = new LRUCache<string, Promise<ExamplePlay | undefined>>({ max: MOST_EXAMPLES });

  constructor(catalogue: ServiceCatalogue, store: DefinitionStore, journeysDir: string) {
    this.#store = store;
    this.#journeysDir = journeysDir;
    const workerData: StudyData = { contracts: catalogueData(catalogue), journeysDir };
    const options = {
      entry: 'study/study-thread',
      workerData,
      seconds: SECONDS,
      megabytes: MEGABYTES,
      keptFor: KEPT_FOR,
    };
    this.#appraising = new WatchedThread({ ...options, name: 'appraisals', mostWaiting: MOST_WAITING });
    this.#drawing = new WatchedThread({ ...options, name: 'pictures', mostWaiting: 50 });
    this.#playing = new WatchedThread({ ...options, name: 'examples', mostWaiting: 50 });
  }

  /** What is known of a version by now; what is not known yet is begun. */
  appraised(version: DefinitionVersion): Appraised {
    const { hash } = version;
    const known = this.#appraised.get(hash);
    if (known !== undefined) return known;
    this.#appraised.set(hash, 'under way');
    this.#appraise(version).then(
      appraisal => this.#appraised.set(hash, appraisal),
      () => this.#appraised.set(hash, 'failed'),
    );
    return 'under way';
  }

  /**
   * A picture of a published version. Undefined: it has no such branch.
   *
   * @throws CheckTooLong, RetryableError, InvariantError
   */
  picture(task: PictureTask): Promise<JourneyPicture | undefined> {
    const { version, branch = '', language, day } = task;
    const key = [version.hash, branch, language, day].join(' ');
    const known = this.#pictures.get(key);
    if (known) return known;
    const drawn = this.#drawing.ask(task);
    this.#pictures.set(key, drawn);
    drawn.catch(() => this.#pictures.delete(key));
    return drawn;
  }

  /**
   * An example of a published version. Undefined: none of the scenarios at hand goes well on it.
   *
   * @throws CheckTooLong, RetryableError, InvariantError
   */
  example({ id, hash }: DefinitionVersion): Promise<ExamplePlay | undefined> {
    const known = this.#examples.get(hash);
    if (known) return known;
    const played = this.#play(id, hash);
    this.#examples.set(hash, played);
    played.catch(() => this.#examples.delete(hash));
    return played;
  }

  /** Ends the threads, and whatever they are at. Nest calls it when the application closes. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.#appraising.end(), this.#drawing.end(), this.#playing.end()]);
  }

  async #play(id: string, hash: string): Promise<ExamplePlay | undefined> {
    const [version, folder] = await Promise.all([this.#store.find(hash), this.#read(id)]);
    return version && this.#playing.ask({ id, version, folder });
  }

  /** By the folder that has its scenarios too; what stands in none, by the files that are stored. */
  async #appraise({ id, hash }: DefinitionVersion): Promise<Appraisal> {
    const ofFolder = (await this.#folder(id)).versions[hash];
    if (ofFolder) return ofFolder;
    const files = (await this.#store.find(hash))?.sources ?? {};
    const { versions, diagnostics } = await this.#appraising.ask({ id, files });
    return versions[hash] ?? { diagnostics };
  }

  #folder(id: string): Promise<AppraisedFolder> {
    const known = this.#folders.get(id) ?? this.#read(id).then(files => this.#appraising.ask({ id, files }));
    this.#folders.set(id, known);
    return known;
  }

  #read(id: string): Promise<JourneyFiles> {
    return readJourneyFolder(join(this.#journeysDir, id)).catch((): JourneyFiles => ({}));
  }
}
