import { type JourneyState } from '#journey';
import { type Instant } from '#statechart';
import { type JustNow } from './check-expectation.js';
import { type Player } from './player.js';
import { type Move } from './walk.js';

/** One step of a scenario as it was made, and how the journey stood after it. The beginning has no move. */
export interface PlayedStep extends JustNow {
  /** Whoever did what, in full. */
  readonly move?: Move;
  readonly at: Instant;
  readonly status: Player['status'];
  readonly state: JourneyState;
}
