import { type JourneyRecord } from '#runtime';
import { type Accounts } from './accounts.js';
import { type Finding } from './finding.js';

/**
 * Journeys that start and wait for each other: once all is at rest everything has been told, whoever is waited for is under way, and
 * knows who waits.
 */
export function auditBetween({ journeys }: Accounts): Finding[] {
  const known = new Map(journeys.map(record => [record.id, record]));
  return journeys.flatMap(record => {
    const { begun = [], notices = [], startedBy } = record.state.between ?? {};
    const claim = (about: string, expected: unknown, found: unknown): Finding => {
      return { journey: record.id, property: 'between', about, expected, found };
    };
    const waited = begun.filter(({ journey, start }) => !isChild(known.get(journey), record.id, start));
    const parent = startedBy && known.get(startedBy.journey);
    const isWaited = parent?.state.between?.begun?.some(({ journey }) => journey === record.id) ?? false;
    return [
      ...notices.map(notice => claim('what is to be told', 'to have been told', notice)),
      ...waited.map(({ journey }) => claim(journey, 'a journey under way that this one has started', 'none')),
      ...(parent && isUnderWay(record) && !isWaited
        ? [claim('who has started it', 'to know of it', 'nothing')]
        : []),
    ];
  });
}

function isChild(child: JourneyRecord | undefined, parent: string, start: number): boolean {
  const by = child?.state.between?.startedBy;
  return child !== undefined && isUnderWay(child) && by?.journey === parent && by.start === start;
}

function isUnderWay({ status }: JourneyRecord): boolean {
  return !['done', 'cancelled', 'lapsed'].includes(status);
}
