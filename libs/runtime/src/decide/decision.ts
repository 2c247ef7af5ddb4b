import { type JourneyEffect } from '#journey';
import { type Instant } from '#statechart';
import { type JournalEntry, type JourneyStatus, type RunState } from '../journey-record.js';
import { type ClearedDrafts, type Settlement } from '../ports.js';

/** Decision of the decider (event sourcing): what one event makes of one journey, before it is stored. */
export interface Decision {
  readonly status: JourneyStatus;
  readonly state: RunState;
  readonly effects: readonly DecisionEffect[];
  readonly entry: Pick<JournalEntry, 'kind' | 'actor' | 'holder' | 'subject' | 'state' | 'origin' | 'detail'>;
  readonly settles?: Settlement;
  /** Number of the timer that has been consumed. */
  readonly elapsed?: number;
  /** The machine failed: why the journey is now held. */
  readonly fault?: { readonly code: string; readonly message: string };
  /** Drafts that are no longer needed. */
  readonly draftsCleared?: readonly ClearedDrafts[];
}

/** When a decision is committed, by each of the two clocks. */
export interface Occasion {
  /** Calendar time: when it happened. */
  readonly at: Instant;
  readonly wall: Instant;
}

/** Effects as data: what a journey asks the world to do, and what undoing it asks. */
export type DecisionEffect = JourneyEffect | CompensateEffect;

/** Effect: ask a service to undo what an earlier dispatch did. */
export interface CompensateEffect {
  readonly type: 'compensate';
  readonly seq: number;
  readonly service: string;
  /** Number of the earlier dispatch. */
  readonly undoes: number;
}
