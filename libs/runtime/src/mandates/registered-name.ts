import { type Instant } from '#statechart';

/** What registers call somebody, and since when. */
export interface RegisteredName {
  readonly name: string;
  readonly since: Instant;
}

/**
 * Last writer wins: by the day from which it is so, not by when it was told, for reports come in any order. Of two of one day the later in
 * the alphabet, so that whoever heard them settles on the same.
 */
export function comesAfter(one: RegisteredName, other: RegisteredName): boolean {
  return one.since === other.since ? one.name > other.name : one.since > other.since;
}
