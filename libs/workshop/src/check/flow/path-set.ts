import { type PathTable } from './path-table.js';

const WORDS = 32;
/** Bits of a chunk. */
const BITS = WORDS * 32;

/** On the bits of two words. */
type Operation = (one: number, two: number) => number;
const OR: Operation = (one, two) => one | two;
const AND: Operation = (one, two) => one & two;
const AND_NOT: Operation = (one, two) => one & ~two;

type Chunk = Uint32Array;
/** Chunks by their place; one without a bit is left out. */
type Chunks = readonly (Chunk | undefined)[];

/**
 * Persistent bit set of the paths in a {@link PathTable}. Immutable; a set shares with the sets it was made from every
 * chunk that it does not change, and is the very same set where it changes nothing. So a join costs what differs, not
 * what is known.
 */
export class PathSet implements Iterable<string> {
  readonly #chunks: Chunks;

  constructor(
    readonly table: PathTable,
    chunks: Chunks = [],
  ) {
    this.#chunks = chunks;
  }

  has(path: string): boolean {
    const id = this.table.find(path);
    if (id === undefined) return false;
    const word = this.#chunks[Math.floor(id / BITS)]?.[(id % BITS) >> 5] ?? 0;
    return ((word >>> (id & 31)) & 1) === 1;
  }

  get size(): number {
    return [...this].length;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const [place, chunk] of this.#chunks.entries()) {
      if (!chunk) continue;
      for (let bit = 0; bit < BITS; bit++) {
        if (((chunk[bit >> 5] as number) >>> (bit & 31)) & 1) yield this.table.pathAt(place * BITS + bit);
      }
    }
  }

  with(paths: Iterable<string>): PathSet {
    return this.union(this.table.setOf(paths));
  }

  union(other: PathSet): PathSet {
    return this.#combined(other, OR, true, true);
  }

  intersection(other: PathSet): PathSet {
    return this.#combined(other, AND, false, false);
  }

  difference(other: PathSet): PathSet {
    return this.#combined(other, AND_NOT, true, false);
  }

  equals(other: PathSet): boolean {
    return this.difference(other).#isEmpty() && other.difference(this).#isEmpty();
  }

  #isEmpty(): boolean {
    return this.#chunks.every(chunk => chunk === undefined);
  }

  /** @param keepsOne and `keepsTwo`: what becomes of a chunk that the other set does not have */
  #combined(other: PathSet, operation: Operation, keepsOne: boolean, keepsTwo: boolean): PathSet {
    const [ones, twos] = [this.#chunks, other.#chunks];
    const length = Math.max(ones.length, twos.length);
    const chunks: (Chunk | undefined)[] = [];
    let [isOne, isTwo] = [true, true];
    for (let place = 0; place < length; place++) {
      const [one, two] = [ones[place], twos[place]];
      let chunk: Chunk | undefined;
      if (!two) chunk = keepsOne ? one : undefined;
      else if (!one) chunk = keepsTwo ? two : undefined;
      else chunk = combinedChunk(one, two, operation);
      chunks.push(chunk);
      isOne &&= chunk === one;
      isTwo &&= chunk === two;
    }
    return isOne ? this : isTwo ? other : new PathSet(this.table, chunks);
  }
}

/** The set of some ids. */
export function pathSetOf(table: PathTable, ids: Iterable<number>): PathSet {
  const chunks: Chunk[] = [];
  for (const id of ids) {
    const chunk = (chunks[Math.floor(id / BITS)] ??= new Uint32Array(WORDS));
    const word = (id % BITS) >> 5;
    chunk[word] = (chunk[word] as number) | (1 << (id & 31));
  }
  return new PathSet(table, Array.from(chunks));
}

function combinedChunk(one: Chunk, two: Chunk, operation: Operation): Chunk | undefined {
  if (one === two) return operation(1, 1) === 0 ? undefined : one;
  const made = new Uint32Array(WORDS);
  let [isOne, isTwo, any] = [true, true, 0];
  for (let word = 0; word < WORDS; word++) {
    made[word] = operation(one[word] as number, two[word] as number);
    isOne &&= made[word] === one[word];
    isTwo &&= made[word] === two[word];
    any |= made[word] as number;
  }
  if (any === 0) return undefined;
  return isOne ? one : isTwo ? two : made;
}
