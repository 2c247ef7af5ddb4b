import { type Catalogue } from '#authorities';
import { dateAt, startOfDay } from '#calendar';
import { type CalendarClock } from '#runtime';
import { type Milestone } from '../population/milestones.js';
import { type Agenda } from './agenda.js';
import { type EventReports } from './event-reports.js';

/** When registers that are kept overnight report, after the day has begun. */
const MORNING = 8 * 3_600_000;

/**
 * What registers report because a day has come. Each report has the same id at every start, so that one that is sent again is known
 * again.
 */
export function planReports(
  milestones: readonly Milestone[],
  catalogue: Catalogue,
  clock: CalendarClock,
  agenda: Agenda,
  report: EventReports['report'],
): void {
  const today = dateAt(clock.now());
  for (const { event: name, on, id, data } of milestones) {
    const event = catalogue.registerEvent(name);
    if (!event || on < today) continue;
    agenda.add(startOfDay(on) + MORNING, () => {
      // Rejects only when the simulations end; nobody waits for it then.
      report(event, data, { id }).delivery.catch(() => undefined);
    });
  }
}
