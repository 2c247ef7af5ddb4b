import { type Severity } from '#journey';
import { type CheckContext } from './check-context.js';
import { type Finding } from './finding.js';

/** One kind of fault. The code is stable: it is never reused for another fault. */
export interface Rule {
  readonly code: string;
  /** What the rule asks of a journey, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** Every breach of the rule. Never throws, whatever else is wrong with the definition. */
  find(context: CheckContext): Iterable<Finding>;
}
