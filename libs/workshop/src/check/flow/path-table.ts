import { MARKS } from './marks.js';
import { pathSetOf, type PathSet } from './path-set.js';

/**
 * *Interning* of the paths that a data-flow analysis speaks of, such as `move.partner`, so that a set of them is a set of
 * bits. Each path comes with its {@link MARKS marks}.
 */
export class PathTable {
  readonly #ids = new Map<string, number>();
  readonly #paths: string[] = [];
  /** By name, the ids of all paths that begin with it. */
  readonly #under = new Map<string, number[]>();
  readonly empty: PathSet = pathSetOf(this, []);

  /** The id of a path that was met before. */
  find(path: string): number | undefined {
    return this.#ids.get(path);
  }

  pathAt(id: number): string {
    return this.#paths[id] as string;
  }

  setOf(paths: Iterable<string>): PathSet {
    const ids = Array.from(paths, path => this.#idOf(path));
    return ids.length > 0 ? pathSetOf(this, ids) : this.empty;
  }

  /** Names and whatever is in them, with all marks. */
  under(names: Iterable<string>): PathSet {
    return pathSetOf(this, this.#idsUnder(names));
  }

  /** The marks of names and of whatever is in them. */
  marksUnder(names: Iterable<string>, marks: readonly string[]): PathSet {
    const ids = this.#idsUnder(names);
    return pathSetOf(
      this,
      ids.filter(id => marks.some(mark => this.pathAt(id).endsWith(`.${mark}`))),
    );
  }

  #idsUnder(names: Iterable<string>): number[] {
    return Array.from(names, name => this.#under.get(name) ?? []).flat();
  }

  #idOf(path: string): number {
    return this.#ids.get(path) ?? this.#add(path);
  }

  #add(path: string): number {
    const id = this.#paths.push(path) - 1;
    this.#ids.set(path, id);
    const name = rootOf(path);
    const under = this.#under.get(name);
    if (under) under.push(id);
    else this.#under.set(name, [id]);
    if (!MARKS.some(mark => path.endsWith(`.${mark}`)))
      for (const mark of MARKS) this.#idOf(`${path}.${mark}`);
    return id;
  }
}

/** The remembered name or role at the beginning of a path. */
export function rootOf(path: string): string {
  const end = path.indexOf('.');
  return end < 0 ? path : path.slice(0, end);
}
