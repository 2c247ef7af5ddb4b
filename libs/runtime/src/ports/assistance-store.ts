import { type Instant } from '#statechart';
import { type Assistance } from '../assistance/assistance.js';

/** Who helps whom. Rules: `add` is durable when it resolves; `end` keeps the first end; what is read is of every process. */
export abstract class AssistanceStore {
  abstract add(assistance: Assistance): Promise<void>;
  abstract find(id: string): Promise<Assistance | undefined>;
  /** Those of a caseworker that end after an instant, the newest first. */
  abstract of(caseworker: string, after: Instant): Promise<readonly Assistance[]>;
  /** @returns whether there is one of this id that had not ended, of this caseworker */
  abstract end(id: string, caseworker: string, at: Instant): Promise<boolean>;
}
