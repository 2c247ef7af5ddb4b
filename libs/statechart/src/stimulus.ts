import { type Json } from '#schema';

export interface ChartEvent {
  readonly type: string;
  readonly [field: string]: Json | undefined;
}

/**
 * Input of a running chart: an event is sent to it, a dispatch (by its number) is answered, fails, or is skipped
 * because its answer is no longer waited for; a timer (by its number) is due.
 */
export type Stimulus =
  | { readonly kind: 'event'; readonly event: ChartEvent }
  | { readonly kind: 'answer'; readonly dispatch: number; readonly output: Json }
  | { readonly kind: 'failure'; readonly dispatch: number; readonly error: Json }
  | { readonly kind: 'skip'; readonly dispatch: number }
  | { readonly kind: 'timer'; readonly timer: number };

/** The event a machine receives when the dispatch of this invoke is skipped. No failure, so that `onError` is not taken. */
export function skipEventType(invoke: string): string {
  return `skip.actor.${invoke}`;
}
