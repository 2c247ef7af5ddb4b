import { type Origin } from '#journey';

/** One thing a rule has found. */
export interface Finding {
  readonly place: Origin;
  /** The key at the place is meant, not its value. */
  readonly key?: boolean;
  /** Characters into the scalar at the place. */
  readonly offset?: number;
  /** What is wrong, in one sentence that names the thing. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly remedy: string;
}
