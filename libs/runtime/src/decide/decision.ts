import { type JourneyEffect } from '#journey';
import { type JournalEntry, type JourneyStatus, type RunState } from '../journey-record.js';
import { type Change, type Settlement } from '../ports.js';

/** What one event makes of one journey, before it is stored. */
export interface Decision {
  readonly status: JourneyStatus;
  readonly state: RunState;
  readonly effects: readonly JourneyEffect[];
  readonly entry: Pick<JournalEntry, 'kind' | 'actor' | 'subject' | 'step' | 'origin' | 'detail'>;
  readonly settles?: Settlement;
  /** Number of the timer that has been used up. */
  readonly elapsed?: number;
  /** The machine failed: why the journey is now held. */
  readonly fault?: { readonly code: string; readonly message: string };
  /** Drafts that are no longer needed. */
  readonly draftsCleared?: Change['draftsCleared'];
}
