import { InvariantError } from '../errors.js';

/** Messages that one journal entry may have: more than any journey has participants to write to. */
const EACH = 1_000;

/**
 * Number of a message in its journey: that of its journal entry and its place in it, `12003` for the fourth of entry 12. Negative, it is
 * the number of its delivery: those of the chart and of compensations are positive, so that the two never meet, and nothing that
 * stops or undoes a dispatch reaches a delivery.
 *
 * @throws InvariantError `too-many-messages`
 */
export function messageNumber(entry: number, item: number): number {
  if (item < EACH) return entry * EACH + item;
  throw new InvariantError('too-many-messages', `entry ${entry} sends more than ${EACH} messages`);
}

/** The reverse of {@link messageNumber}. */
export function placeOfMessage(number: number): { readonly entry: number; readonly item: number } {
  return { entry: Math.floor(number / EACH), item: number % EACH };
}

/** Whether a dispatch with this number delivers a message. */
export function isDelivery({ seq }: { readonly seq: number }): boolean {
  return seq < 0;
}
