import { type Instant } from '#statechart';

/** Keyset pagination of a list that is newest first: what comes after a row does not shift while others are added before it. */
export interface PageRequest {
  /** The last row of the page before; absent: the first page. The row itself need not exist any more. */
  readonly after?: Keyset;
  /** Most rows. */
  readonly limit: number;
}

/** What a row is sorted by. */
export interface Keyset {
  /** When it was started or created. */
  readonly at: Instant;
  readonly id: string;
}
