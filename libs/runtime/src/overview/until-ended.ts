import { type Telling } from '#journey';
import { type Tiding } from '../ports.js';
import { type Told } from './told.js';

/** What an authority has said is over, by what it had been told. */
export interface Ending {
  readonly is: Telling['is'];
  readonly ends: readonly string[];
  /** Whose it was. */
  readonly subjects: readonly string[];
  /** The last day; absent: it is over at once. */
  readonly until?: string;
}

/** Termination: what was told holds until the day that a later answer or report has said, and no longer at all where it said none. */
export function untilEnded(told: Told, { data, asked }: Tiding, endings: readonly Ending[]): Told[] {
  const about = new Set(Object.values((asked?.input ?? data) as object).flat());
  const ending = endings.find(
    ({ is, ends, subjects }) =>
      is === told.is && ends.includes(told.source) && subjects.some(subject => about.has(subject)),
  );
  if (!ending) return [told];
  const { until } = ending;
  if (until === undefined) return [];
  return [{ ...told, until: told.until !== undefined && told.until < until ? told.until : until }];
}
