/**
 * Parses `Retry-After` (RFC 9110, 10.2.3: seconds or an HTTP date) to milliseconds from `now`. Undefined when the header is
 * absent, malformed or sent twice.
 */
export function retryAfter(header: string | readonly string[] | undefined, now: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  const text = header.trim();
  if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000;
  const date = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
