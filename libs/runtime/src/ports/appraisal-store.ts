import { type Json } from '#statechart';

/**
 * *Memoization* that outlasts processes: how good a journey's files are, by the digest of everything that decides it. Rules: of all
 * processes that claim a digest one may, until it has kept what it found, gives it back or its time is over; what is kept can
 * be claimed anew, for the journeys beside may have changed, and stands until something else is kept. Times are wall time.
 */
export abstract class AppraisalStore {
  abstract find(digest: string): Promise<KeptAppraisal | undefined>;
  /** Resolves to whether the caller is the one to work it out. */
  abstract claim(digest: string, seconds: number): Promise<boolean>;
  /** Ends the claim. */
  abstract keep(digest: string, appraisal: KeptAppraisal): Promise<void>;
  /** Ends the claim with nothing found: another may try. */
  abstract giveBack(digest: string): Promise<void>;
}

export interface KeptAppraisal {
  /** Digests of the other journeys that were looked at, by id; empty: there was no such journey. */
  readonly beside: Readonly<Record<string, string>>;
  readonly found: Json;
}
