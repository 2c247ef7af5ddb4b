import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  type JourneyFiles,
  journeyIds,
  JourneysOnDemand,
  otherJourneys,
  readJourney,
  readJourneyFolder,
  SHARED_PARTS,
  type ServiceCatalogue,
  withJourneys,
} from '#journey';
import { checkJourney, OpenJourney } from '#workshop';

/** A file of a journey. */
export interface JourneyFile {
  readonly id: string;
  /** Relative to the journey's folder, with forward slashes. */
  readonly file: string;
}

/** The files of a journey as they were checked, with what, and what was found. */
export interface CheckedJourneyFiles {
  readonly files: JourneyFiles;
  readonly catalogue: ServiceCatalogue;
  readonly diagnostics: readonly Diagnostic[];
}

/** The documents that are open in the editor. */
export interface OpenDocuments {
  all(): readonly { readonly uri: string; getText(): string }[];
}

/** Document store: the journeys of a folder as the editor has them, open documents in place of files on disk. */
export class JourneyWorkspace {
  readonly #journeys: string;
  readonly #documents: OpenDocuments;
  readonly #catalogue: () => ServiceCatalogue;
  readonly #read = new Map<string, OpenJourney>();
  #loaded: ServiceCatalogue | undefined;
  #known: { readonly ids: readonly string[]; readonly journeys: JourneysOnDemand } | undefined;

  /** @param journeys the folder in which every journey has its own */
  constructor(journeys: string, documents: OpenDocuments, catalogue: () => ServiceCatalogue) {
    this.#journeys = journeys;
    this.#documents = documents;
    this.#catalogue = catalogue;
  }

  /** Undefined for what is no YAML file of a journey, such as a part that all journeys share. */
  fileAt(uri: string): JourneyFile | undefined {
    if (!uri.startsWith('file:') || !/\.ya?ml$/.test(uri)) return undefined;
    const [id, ...rest] = relative(this.#journeys, fileURLToPath(uri)).split(sep);
    if (id === undefined || id === '' || id === '..' || id === SHARED_PARTS || rest.length === 0)
      return undefined;
    return { id, file: rest.join('/') };
  }

  uriOf({ id, file }: JourneyFile): string {
    return pathToFileURL(join(this.#journeys, id, file)).href;
  }

  /** The documents of a journey that are open. */
  openIn(id: string): string[] {
    return this.#documents.all().flatMap(({ uri }) => (this.fileAt(uri)?.id === id ? [uri] : []));
  }

  /** A journey as it was checked last. */
  async journey(id: string): Promise<OpenJourney> {
    return this.#read.get(id) ?? this.#readAgain(id, await this.files(id), await this.#services());
  }

  /** Checks a journey as the command line does, and reads it again. */
  async check(id: string): Promise<CheckedJourneyFiles> {
    const files = await this.files(id);
    const catalogue = await this.#services();
    this.#readAgain(id, files, catalogue);
    return { files, catalogue, diagnostics: checkJourney(id, files, catalogue).diagnostics };
  }

  async files(id: string): Promise<JourneyFiles> {
    const onDisk = await readJourneyFolder(join(this.#journeys, id)).catch(() => ({}));
    const open = this.#documents.all().flatMap(document => {
      const at = this.fileAt(document.uri);
      const file = at?.id === id ? at.file : this.#sharedPart(document.uri);
      return file === undefined ? [] : [[file, document.getText()] as const];
    });
    return { ...onDisk, ...Object.fromEntries(open) };
  }

  /** A part that all journeys share, as a journey names its file. */
  #sharedPart(uri: string): string | undefined {
    const shared = pathToFileURL(join(this.#journeys, SHARED_PARTS)).href;
    return uri.startsWith(`${shared}/`) ? `../${SHARED_PARTS}/${uri.slice(shared.length + 1)}` : undefined;
  }

  #readAgain(id: string, files: JourneyFiles, catalogue: ServiceCatalogue): OpenJourney {
    const journey = new OpenJourney(files, catalogue, this.#read.get(id));
    this.#read.set(id, journey);
    return journey;
  }

  /** Read once, until a journey is added or taken away. */
  #onDisk(ids: readonly string[]): JourneysOnDemand {
    if (this.#known?.ids.join() !== ids.join()) {
      this.#known = { ids, journeys: new JourneysOnDemand(this.#journeys, ids) };
    }
    return this.#known.journeys;
  }

  /** The authorities, and the journeys as they are: those that are open, and others as they are on disk when one is asked for. */
  async #services(): Promise<ServiceCatalogue> {
    const ids = await journeyIds(this.#journeys).catch(() => []);
    const begun = ids.filter(id => this.openIn(id).length > 0);
    const read = await Promise.all(begun.map(async id => readJourney(await this.files(id)).definitions));
    const open = otherJourneys(read.flat());
    const closed = this.#onDisk(ids);
    return withJourneys((this.#loaded ??= this.#catalogue()), {
      keys: () => ids,
      get: id => open.get(id) ?? closed.get(id),
    });
  }
}
