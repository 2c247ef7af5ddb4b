import { type JourneyEffect } from '../journey-effect.js';
import { type JourneyState } from '../journey-state.js';

/** What a step made of a journey. */
export interface JourneyStep {
  readonly state: JourneyState;
  readonly effects: readonly JourneyEffect[];
  /** Ids of the transitions taken and paths of the states entered, in order; only when compiled with `trace`. */
  readonly walked: readonly string[];
  readonly entered: readonly string[];
}

export interface JourneyAdvance extends JourneyStep {
  /** False for a stale answer or timer: the state is unchanged, and there are no effects. */
  readonly current: boolean;
}
