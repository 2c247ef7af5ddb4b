import { CalendarError, instantAfter, type Period } from '#calendar';

const DAY = 86_400_000;
const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds of each part, as short and as long as it can be. */
const SHORTEST = [365 * DAY, 28 * DAY, 7 * DAY, DAY, DAY / 24, DAY / 1440, 1000];
const LONGEST = [366 * DAY, 31 * DAY, 7 * DAY, DAY, DAY / 24, DAY / 1440, 1000];

/** Noon on the first and the last day of each month of a leap year and the year after it. */
const STARTS: readonly number[] = Array.from({ length: 24 }, (_, month) => [
  Date.UTC(2028, month, 1, 12),
  Date.UTC(2028, month + 1, 0, 12),
]).flat();

/**
 * *Partial order* of calendar periods: whether one may be over before another that begins with it (P1M before P30D, in
 * February). Most pairs are told apart by their bounds; the others are counted from days of every month.
 */
export function mayBeShorter(one: Period, other: Period): boolean {
  if (one === other) return false;
  if (lengthOf(one, SHORTEST) >= lengthOf(other, LONGEST) + DAY) return false;
  if (lengthOf(one, LONGEST) + DAY < lengthOf(other, SHORTEST)) return true;
  return STARTS.some(start => endOf(start, one) < endOf(start, other));
}

export function isNoTime(period: Period): boolean {
  return lengthOf(period, LONGEST) === 0;
}

function lengthOf(period: Period, units: readonly number[]): number {
  const counts = PARTS.exec(period)?.slice(1) ?? [];
  return units.reduce((sum, unit, index) => sum + Number(counts[index] ?? 0) * unit, 0);
}

/** Beyond what the calendar reaches is never. */
function endOf(start: number, period: Period): number {
  try {
    return instantAfter(start, period);
  } catch (error) {
    if (error instanceof CalendarError) return Infinity;
    throw error;
  }
}
