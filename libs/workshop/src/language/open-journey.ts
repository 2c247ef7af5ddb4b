import {
  type Definition,
  type JourneyFiles,
  journeyOf,
  readSource,
  type ServiceCatalogue,
  type Source,
} from '#journey';
import { CheckContext } from '../check/check-context.js';
import { sourceBounds } from '../check/bounds/source-bounds.js';

/**
 * Symbol table of a journey that somebody writes in: what its names mean. A file that is not well formed at the moment
 * keeps what it last said.
 */
export class OpenJourney {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #contexts = new Map<Definition, CheckContext>();
  #definitions: readonly Definition[] | undefined;

  /** @param before the same journey as it was read last */
  constructor(
    files: JourneyFiles,
    readonly catalogue: ServiceCatalogue,
    before?: OpenJourney,
  ) {
    this.#sources = new Map(
      Object.entries(files).map(([file, text]) => [file, readAgain(file, text, before?.source(file))]),
    );
  }

  source(file: string): Source | undefined {
    return this.#sources.get(file);
  }

  get files(): readonly string[] {
    return [...this.#sources.keys()];
  }

  /** The version that a file is, or the newest for what all versions share; undefined without any. */
  contextOf(file: string): CheckContext | undefined {
    this.#definitions ??= journeyOf(this.#sources).definitions;
    const definition =
      this.#definitions.find(({ sources }) => sources.main.file === file) ?? this.#definitions.at(-1);
    if (!definition) return undefined;
    let context = this.#contexts.get(definition);
    if (!context) this.#contexts.set(definition, (context = new CheckContext(definition, this.catalogue)));
    return context;
  }
}

function readAgain(file: string, text: string, before: Source | undefined): Source {
  if (before?.text === text) return before;
  const source = readSource(file, text);
  const isGood = source.diagnostics.length === 0 && sourceBounds(source).length === 0;
  return isGood || !before ? source : before;
}
