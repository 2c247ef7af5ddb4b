import { type Instant, type Json } from '#statechart';

/** What somebody has filled in so far of a task. */
export interface Draft {
  readonly data: Json;
  /** By calendar time. */
  readonly savedAt: Instant;
  /** Who has filled it in for the person, under a mandate. */
  readonly holder?: string;
}

/**
 * Drafts of tasks, one per participant and task; encrypted. Rules: `save` keeps a draft only while its task is an active state
 * of a journey that has not ended, and resolves to whether it did. However the two fall together, none outlives the commit that
 * clears it. `dropOf` deletes what a holder has filled in for a person, but for the journeys of these definitions.
 */
export abstract class DraftStore {
  abstract save(journey: string, task: string, person: string, draft: Draft): Promise<boolean>;
  abstract find(journey: string, task: string, person: string): Promise<Draft | undefined>;
  abstract dropOf(holder: string, person: string, kept: readonly string[]): Promise<void>;
}
