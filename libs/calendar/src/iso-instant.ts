import { type Instant } from './copenhagen.js';

const MOST = 64;
const texts = new Map<Instant, string>();

/**
 * Formats an instant as an RFC 3339 timestamp in UTC: `2026-03-15T10:00:00.000Z`. Cached: the same few milliseconds are
 * written many times.
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
