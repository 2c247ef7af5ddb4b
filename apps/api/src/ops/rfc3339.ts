import { ValidateBy } from 'class-validator';
import { isIsoDate, startOfDay } from '#calendar';
import { type Instant } from '#statechart';

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt](([01]\d|2[0-3]):\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))$/;
// Offsets reach beyond the years that dates have.
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The instant of a date-time (RFC 3339, section 5.6), or of the beginning of a day in Denmark; undefined when it is neither.
 * ISO 8601 has weeks, ordinal days and local times besides, of which each reader makes something else.
 */
export function rfc3339(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const [, date = text, time] = DATE_TIME.exec(text) ?? [];
  if (!isIsoDate(date)) return undefined;
  const instant = time === undefined ? startOfDay(date) : Date.parse(`${date}T${time.toUpperCase()}`);
  return instant >= FIRST && instant <= LAST ? instant : undefined;
}

export const IsRfc3339 = (): PropertyDecorator =>
  ValidateBy({
    name: 'format',
    validator: {
      validate: value => rfc3339(value) !== undefined,
      defaultMessage: () =>
        'must be a date-time with its offset, as in 2026-03-01T12:00:00Z, or a date, as in 2026-03-01',
    },
  });
