import { addPeriod, dateAt, endOfDay, iso } from '#calendar';
import { type Definition, stateAt } from '#journey';
import { type JourneyView } from '#runtime';

/**
 * *Estimate* of when a journey is over: the latest end that its definition, or a state in which it is, lets the citizen expect, so that
 * the day follows the road that was taken.
 *
 * @returns an ISO 8601 instant: the end of that day
 */
export function expectedEnd(
  { startedAt, states }: Pick<JourneyView, 'startedAt' | 'states'>,
  { estimatedDuration, machine }: Pick<Definition, 'estimatedDuration' | 'machine'>,
): string | undefined {
  const here = states.map(path => stateAt(machine, path)?.estimatedDuration);
  const days = [estimatedDuration, ...here].flatMap(duration =>
    duration === undefined ? [] : [addPeriod(dateAt(startedAt), duration)],
  );
  const last = days.toSorted().at(-1);
  return last === undefined ? undefined : iso(endOfDay(last));
}
