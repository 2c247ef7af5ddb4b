import { type Json } from '#statechart';

/** What a journey knows when it begins. */
export interface BeginOptions {
  /** What it is given by the journey that starts it, or by the offer that was taken; of a journey that takes nothing: nothing. */
  readonly given?: Json;
  /** The municipality in which it is played, by its code; left out: what the definition says. */
  readonly place?: string;
}
