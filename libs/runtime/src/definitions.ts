import { type CompiledJourney } from '#journey';
import { InvariantError, RequestError } from './errors.js';
import { GroupRead } from './group-read.js';
import { type DefinitionStore, type Publication, type StoredDefinition } from './ports.js';

/** Compiler of stored sources. Pure; throws when the sources are not sound. */
export type CompileDefinition = (stored: StoredDefinition) => CompiledJourney;

/** A published definition without its text. */
export type DefinitionVersion = Omit<StoredDefinition, 'sources'>;

/** Registry of published definitions, each compiled once per process: a hash never changes its content. */
export class Definitions {
  readonly #store: DefinitionStore;
  readonly #compile: CompileDefinition;
  readonly #compiled = new Map<string, Promise<CompiledJourney>>();
  readonly #list: GroupRead<'all', readonly DefinitionVersion[]>;
  readonly #publications: GroupRead<'all', readonly Publication[]>;

  constructor(store: DefinitionStore, compile: CompileDefinition) {
    this.#store = store;
    this.#compile = compile;
    this.#list = new GroupRead(async () => new Map([['all', sorted(await store.list())]]));
    this.#publications = new GroupRead(async () => new Map([['all', await store.publications()]]));
  }

  /** @throws InvariantError when a journey is pinned to a definition that is not stored */
  byHash(hash: string): Promise<CompiledJourney> {
    let compiled = this.#compiled.get(hash);
    if (!compiled) {
      compiled = this.#load(hash);
      this.#compiled.set(hash, compiled);
      compiled.catch(() => this.#compiled.delete(hash));
    }
    return compiled;
  }

  /**
   * The definition that a journey started on `today` (`YYYY-MM-DD`) runs on: the latest in force.
   *
   * @throws RequestError `unknown-definition`
   */
  async inForce(id: string, today: string): Promise<CompiledJourney> {
    const versions = await this.versions(id);
    const latest = versions.findLast(version => version.effective <= today);
    if (!latest) {
      const first = versions[0];
      throw new RequestError(
        'unknown-definition',
        first
          ? `definition '${id}' takes effect on ${first.effective}; it cannot be started before`
          : `there is no definition '${id}'`,
      );
    }
    return this.byHash(latest.hash);
  }

  /** Versions of one definition, earliest effective date first. */
  async versions(id: string): Promise<readonly DefinitionVersion[]> {
    return (await this.list()).filter(version => version.id === id);
  }

  /** Of each definition that can be started on `today` (`YYYY-MM-DD`) the version that it would run on, by id. */
  async startable(today: string): Promise<readonly DefinitionVersion[]> {
    const begun = (await this.list()).filter(({ effective }) => effective <= today);
    // They stand by effective date, so that the last of an id is what stays.
    return [...new Map(begun.map(version => [version.id, version])).values()];
  }

  /**
   * Ids of the definitions in which nobody acts for another on `today` (`YYYY-MM-DD`), as the latest version in force says. One that was
   * withdrawn counts: no journey starts on it, and those under way stay their person's own.
   */
  async ownOnly(today: string): Promise<readonly string[]> {
    const begun = ((await this.#publications.get('all')) ?? []).filter(({ effective }) => effective <= today);
    const latest = new Map(begun.map(({ id, ownOnly }) => [id, ownOnly]));
    return [...latest].flatMap(([id, ownOnly]) => (ownOnly ? [id] : []));
  }

  /** Every published version, by id and effective date. */
  async list(): Promise<readonly DefinitionVersion[]> {
    return (await this.#list.get('all')) ?? [];
  }

  async #load(hash: string): Promise<CompiledJourney> {
    const stored = await this.#store.find(hash);
    if (!stored) {
      throw new InvariantError('definition-missing', `definition ${hash} is not stored; publish it again`);
    }
    return this.#compile(stored);
  }
}

/** In the order of UTF-16, in which pages go on. */
function sorted(versions: readonly DefinitionVersion[]): readonly DefinitionVersion[] {
  return versions.toSorted((a, b) => compare(a.id, b.id) || compare(a.effective, b.effective));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
