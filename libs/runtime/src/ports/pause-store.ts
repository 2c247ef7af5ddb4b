import { type Instant } from '#statechart';

/** Authorities that ops have paused. The truth of it, which outlives any queue. */
export abstract class PauseStore {
  abstract paused(): Promise<readonly Pause[]>;
  /** Pausing what is paused changes why and by whom, not since when. */
  abstract set(authority: string, paused: boolean, reason: string, by: string, at: Instant): Promise<void>;
}

export interface Pause {
  readonly authority: string;
  readonly since: Instant;
  /** Of the last word on it. */
  readonly reason: string;
  readonly by: string;
}
