import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import {
  type CatalogueData,
  catalogueData,
  type JourneyFiles,
  readJourneyFolder,
  type ServiceCatalogue,
} from '#journey';
import { type Json } from '#statechart';
import { type AppraisalStore, type DefinitionStore, type DefinitionVersion, RetryableError } from '#runtime';
import { compiledEntry, TaskRefused, WatchedThread } from '#threads';
import { type ExamplePlay } from '#workshop';
import { checkDigest, type FilesDigest } from '../check-digest.js';
import { type Examination } from '../journey-checks.js';
import { type Appraisal, type AppraisedFolder, type FreshAppraisal } from './appraisal.js';
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
const MOST_PICTURES = 500;
const MOST_EXAMPLES = 100;
/** Of a folder that is not there. */
const NOTHING: AppraisedFolder = { diagnostics: [], versions: {} };

/**
 * *Memoized analysis* of what is published: how good each version is, its pictures and its example, by content hash. Appraising all takes
 * minutes: it is done once, and kept for all processes until files, contracts or the check change. Drawing takes less than one, playing an
 * example a second: they are done once in a process. Each has a thread, and none is that of the checks that designers wait for.
 */
export class JourneyStudies {
  readonly #store: DefinitionStore;
  readonly #appraisals: AppraisalStore;
  readonly #journeysDir: string;
  readonly #digestOf: FilesDigest;
  readonly #appraising: WatchedThread<Examination, FreshAppraisal>;
  readonly #drawing: WatchedThread<PictureTask, JourneyPicture | undefined>;
  readonly #playing: WatchedThread<ExampleTask, ExamplePlay | undefined>;
  readonly #appraised = new Map<string, Appraised>();
  readonly #folders = new Map<string, Promise<AppraisedFolder | undefined>>();
  /** What is worked out now: one after the other, so that each is claimed when its turn has come. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #pictures = new LRUCache<string, Promise<JourneyPicture | undefined>>({ max: MOST_PICTURES });
  readonly #examples = new LRUCache<string, Promise<ExamplePlay | undefined>>({ max: MOST_EXAMPLES });

  constructor(
    catalogue: ServiceCatalogue,
    store: DefinitionStore,
    appraisals: AppraisalStore,
    journeysDir: string,
  ) {
    this.#store = store;
    this.#appraisals = appraisals;
    this.#digestOf = checkDigest(catalogue);
    this.#journeysDir = journeysDir;
    const workerData: StudyData = { contracts: catalogueData(catalogue), journeysDir };
    const options = {
      entry: compiledEntry(import.meta.url, './study-thread.js'),
      workerData,
      seconds: SECONDS,
      megabytes: MEGABYTES,
      keptFor: KEPT_FOR,
    };
    this.#appraising = new WatchedThread({ ...options, name: 'appraisals', mostWaiting: 1 });
    this.#drawing = new WatchedThread({ ...options, name: 'pictures', mostWaiting: 50 });
    this.#playing = new WatchedThread({ ...options, name: 'examples', mostWaiting: 50 });
  }

  /** What is known of a version by now; what is not known yet is begun, unless another process is at it. */
  appraised(version: DefinitionVersion): Appraised {
    const { hash } = version;
    const known = this.#appraised.get(hash);
    if (known !== undefined) return known;
    this.#appraised.set(hash, 'under way');
    this.#appraise(version).then(
      // Looked for again when somebody asks: another process is at it.
      appraisal => (appraisal ? this.#appraised.set(hash, appraisal) : this.#appraised.delete(hash)),
      error =>
        error instanceof RetryableError || error instanceof TaskRefused
          ? this.#appraised.delete(hash)
          : this.#appraised.set(hash, 'failed'),
    );
    return 'under way';
  }

  /**
   * A picture of a published version. Undefined: it has no such branch.
   *
   * @throws TaskOverrun, TaskRefused, TaskFailed
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
   * @throws TaskOverrun, TaskRefused, TaskFailed
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
    return version && folder && this.#playing.ask({ id, version, folder });
  }

  /** By the folder that has its scenarios too; what stands in none, by the files that are stored. Undefined: another process is at it. */
  async #appraise({ id, hash }: DefinitionVersion): Promise<Appraisal | undefined> {
    const folder = await this.#folder(id);
    const ofFolder = folder?.versions[hash];
    if (!folder || ofFolder) return ofFolder;
    const files = (await this.#store.find(hash))?.sources ?? {};
    const stored = await this.#known({ id, files });
    return stored && (stored.versions[hash] ?? { diagnostics: stored.diagnostics });
  }

  #folder(id: string): Promise<AppraisedFolder | undefined> {
    const known =
      this.#folders.get(id) ?? this.#read(id).then(files => (files ? this.#known({ id, files }) : NOTHING));
    this.#folders.set(id, known);
    const forget = (): boolean => this.#folders.delete(id);
    known.then(folder => folder || forget(), forget);
    return known;
  }

  /** What any process has found of these files; else it is worked out here. Undefined: another process is at it. */
  async #known(examination: Examination): Promise<AppraisedFolder | undefined> {
    const digest = this.#digestOf(examination.files);
    const kept = await this.#kept(digest);
    if (kept) return kept;
    const found = this.#turn.then(() => this.#workOut(digest, examination));
    this.#turn = found.catch(() => undefined);
    return found;
  }

  async #workOut(digest: string, examination: Examination): Promise<AppraisedFolder | undefined> {
    const isOurs = await this.#appraisals.claim(digest, SECONDS);
    try {
      // Another may have kept it while this waited for its turn.
      return (
        (await this.#kept(digest)) ?? (isOurs ? await this.#appraiseAnew(digest, examination) : undefined)
      );
    } finally {
      // Should the store be out of reach, the claim ends by itself.
      if (isOurs) await this.#appraisals.giveBack(digest).catch(() => undefined);
    }
  }

  async #appraiseAnew(digest: string, examination: Examination): Promise<AppraisedFolder> {
    const { folder, beside } = await this.#appraising.ask(examination);
    const found = folder as unknown as Json;
    await this.#appraisals.keep(digest, { beside: await this.#digests(beside), found });
    return folder;
  }

  /** What was found of files, while the journeys beside are as they were. */
  async #kept(digest: string): Promise<AppraisedFolder | undefined> {
    const kept = await this.#appraisals.find(digest);
    if (!kept) return undefined;
    const beside = await this.#digests(Object.keys(kept.beside));
    const isAsItWas = Object.entries(kept.beside).every(([id, was]) => beside[id] === was);
    return isAsItWas ? (kept.found as unknown as AppraisedFolder) : undefined;
  }

  /** Digests of other journeys, by id; empty: there is no such journey. */
  async #digests(ids: readonly string[]): Promise<Record<string, string>> {
    const digested = ids.map(async (id): Promise<[string, string]> => {
      const files = await this.#read(id);
      return [id, files ? this.#digestOf(files) : ''];
    });
    return Object.fromEntries(await Promise.all(digested));
  }

  #read(id: string): Promise<JourneyFiles | undefined> {
    return readJourneyFolder(join(this.#journeysDir, id)).catch(() => undefined);
  }
}
