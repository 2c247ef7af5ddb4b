import { type Place } from '../definition.js';
import { type Source, type SourcePath } from '../source.js';

/** Where something was written; in a part also where the part is used. */
export interface Origin extends Place {
  readonly usedAt?: Place;
}

/** A piece of the expanded tree that was written elsewhere. */
interface Mount {
  readonly written: Place;
  /** The use of a part, and the keys that are written there and not in the part. */
  readonly use?: { readonly place: Place; readonly keys: ReadonlySet<string> };
}

interface MountNode {
  mount?: Mount;
  readonly below: Map<string | number, MountNode>;
}

/** Source map, as a prefix tree: leads from a path in the expanded definition to where its value was written. */
export class Origins {
  readonly #root: MountNode = { below: new Map() };
  readonly #main: Source;

  /** @param main where everything was written that no mount says of otherwise */
  constructor(main: Source) {
    this.#main = main;
  }

  /** From `at` on downwards, what stands in the expanded tree was written at this place. */
  mount(at: SourcePath, written: Place, use?: Mount['use']): void {
    let node = this.#root;
    for (const step of at) {
      const next = node.below.get(step) ?? { below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    node.mount = { written, ...(use && { use }) };
  }

  of(path: SourcePath): Origin {
    let node: MountNode | undefined = this.#root;
    let deepest: { readonly mount: Mount; readonly depth: number } | undefined;
    for (const [index, step] of path.entries()) {
      node = node.below.get(step);
      if (!node) break;
      if (node.mount) deepest = { mount: node.mount, depth: index + 1 };
    }
    return deepest ? originIn(deepest.mount, path.slice(deepest.depth)) : { source: this.#main, path };
  }
}

function originIn({ written, use }: Mount, rest: SourcePath): Origin {
  if (use?.keys.has(String(rest[0]))) return below(use.place, rest);
  return { ...below(written, rest), ...(use && { usedAt: use.place }) };
}

export function below({ source, path }: Place, rest: SourcePath): Place {
  return { source, path: [...path, ...rest] };
}
