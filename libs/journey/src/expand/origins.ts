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

/** Source map: leads from a path in the expanded definition to where its value was written. */
export class Origins {
  readonly #mounts = new Map<string, Mount>();
  readonly #main: Source;

  /** @param main where everything was written that no mount says of otherwise */
  constructor(main: Source) {
    this.#main = main;
  }

  /** From `at` on downwards, what stands in the expanded tree was written at this place. */
  mount(at: SourcePath, written: Place, use?: Mount['use']): void {
    this.#mounts.set(keyOf(at), { written, ...(use && { use }) });
  }

  of(path: SourcePath): Origin {
    for (let length = path.length; length > 0 && this.#mounts.size > 0; length -= 1) {
      const mount = this.#mounts.get(keyOf(path.slice(0, length)));
      if (mount) return originIn(mount, path.slice(length));
    }
    return { source: this.#main, path };
  }
}

function originIn({ written, use }: Mount, rest: SourcePath): Origin {
  if (use?.keys.has(String(rest[0]))) return below(use.place, rest);
  return { ...below(written, rest), ...(use && { usedAt: use.place }) };
}

export function below({ source, path }: Place, rest: SourcePath): Place {
  return { source, path: [...path, ...rest] };
}

function keyOf(path: SourcePath): string {
  return JSON.stringify(path);
}
