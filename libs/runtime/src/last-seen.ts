import { type Instant } from '#statechart';
import { type JourneyRecord } from './journey-record.js';

/**
 * Version per viewer: the last journal entry that somebody may see, and when it was made. Kept with the state, so that neither
 * what others do in secret nor the length of the journal shows in it.
 *
 * @param viewers their roles, and their own id
 */
export function lastSeen(
  { state: { seen }, version, startedAt }: Pick<JourneyRecord, 'state' | 'version' | 'startedAt'>,
  viewers: readonly string[],
): { readonly seq: number; readonly at: Instant } {
  let last = { seq: seen === undefined ? version : 0, at: startedAt };
  for (const viewer of viewers) {
    const of = seen?.[viewer];
    if (of && of.seq > last.seq) last = of;
  }
  return last;
}
