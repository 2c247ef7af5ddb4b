import { type Place, type Severity } from '#journey';
import { type CheckContext } from './check-context.js';

/** One thing a rule has found. */
export interface Finding {
  readonly place: Place;
  /** The key at the place is meant, not its value. */
  readonly key?: boolean;
  /** Characters into the scalar at the place. */
  readonly offset?: number;
  /** What is wrong, in one sentence that names the thing. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly remedy: string;
}

/** One kind of fault. The code is stable: it is never reused for another fault. */
export interface Rule {
  readonly code: string;
  /** What the rule asks of a journey, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** Every breach of the rule. Never throws, whatever else is wrong with the definition. */
  find(context: CheckContext): Iterable<Finding>;
}
