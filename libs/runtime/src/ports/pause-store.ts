import { type Instant } from '#statechart';

/**
 * Authorities that ops have paused, and roles: then nobody who takes the role is asked. The durable flag, which outlives any queue.
 */
export abstract class PauseStore {
  abstract paused(): Promise<readonly Pause[]>;
  /** At an instant of calendar time, as deadlines are. Pausing what is paused changes why and by whom, not since when. */
  abstract set(authority: string, paused: boolean, reason: string, by: string, at: Instant): Promise<void>;
}

export interface Pause {
  /** The id of an authority, or of a role. */
  readonly authority: string;
  readonly since: Instant;
  /** Of the last word on it. */
  readonly reason: string;
  readonly by: string;
}
