import { type Json } from '#statechart';

/**
 * Drafts of tasks, one per participant and task; sealed. Rules: `save` keeps a draft only while its task is an active state of a
 * journey that has not ended, and resolves to whether it did. However the two fall together, none outlives the commit that clears it.
 */
export abstract class DraftStore {
  abstract save(journey: string, task: string, person: string, data: Json): Promise<boolean>;
  abstract find(journey: string, task: string, person: string): Promise<Json | undefined>;
}
