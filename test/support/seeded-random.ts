/** Chance that is always the same for a seed, so that what happened once can happen again. */
export interface SeededRandom {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** Whether something with this probability happens. */
  happens(probability: number): boolean;
  /** @throws Error when there is nothing to pick from */
  pick<T>(items: readonly T[]): T;
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[];
  /** Another chance of its own, told apart by `name`: how often one is asked does not change the other. */
  branch(name: string): SeededRandom;
}

// Looked up once: in a realm of its own, as Jest has, each look at a global costs more than the arithmetic.
const { floor, imul } = Math;

/** Mulberry32: small, quick and good enough for tests. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + floor(next() * (most - least + 1));
  return {
    next,
    whole,
    happens: probability => next() < probability,
    pick: items => {
      if (items.length === 0) throw new Error('There is nothing to pick from.');
      return items[whole(0, items.length - 1)]!;
    },
    shuffled: items => {
      const rest = [...items];
      for (let last = rest.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [rest[last], rest[other]] = [rest[other]!, rest[last]!];
      }
      return rest;
    },
    branch: name => seededRandom(hash(seed, name)),
  };
}

/** FNV-1a over the name, beginning with the seed. */
function hash(seed: number, name: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (const character of name) value = imul(value ^ character.codePointAt(0)!, 0x01000193);
  return value;
}
