import { type Instant } from './copenhagen.js';

const MOST = 64;
const texts = new Map<Instant, string>();

/**
 * An instant as RFC 3339 has it, in UTC: `2026-03-15T10:00:00.000Z`. What happens within the same few milliseconds is written
 * many times, so that the latest texts are kept.
 *
 * @throws RangeError beyond JavaScript's own dates
 */
export function iso(instant: Instant): string {
  let text = texts.get(instant);
  if (text === undefined) {
    if (texts.size >= MOST) texts.clear();
    text = new Date(instant).toISOString();
    texts.set(instant, text);
  }
  return text;
}
