import { type JourneyRecord, type JourneyStore } from '#runtime';
import { type MemoryStores } from '../../libs/runtime/src/memory/index.js';
import { type Finding, auditRows } from '../auditor/index.js';
import { replacing } from './replacing.js';

/**
 * The same store, looked at after each commit: a commit is one step, so that what it leaves must fit together at once. What is
 * wrong for a while only would be gone when all has settled.
 *
 * @param passed hears how each commit leaves its journey
 * @param told hears what does not fit
 */
export function watchedStore(
  { journeys, tables }: MemoryStores,
  passed: (record: JourneyRecord) => void,
  told: (finding: Finding) => void,
): JourneyStore {
  const commit: JourneyStore['commit'] = async changes => {
    const outcomes = await journeys.commit(changes);
    for (const [index, { journey, expects }] of changes.entries()) {
      if (outcomes[index]?.kind !== 'committed') continue;
      const record = tables.journeys.get(journey)!;
      passed(record);
      const dispatches = [...tables.dispatches.values()].filter(of => of.journey === journey);
      const timers = [...tables.timers.values()].filter(of => of.journey === journey);
      for (const { about, ...claim } of auditRows({ record, dispatches, timers })) {
        told({ journey, about: `${about} at version ${expects + 1}`, ...claim });
      }
    }
    return outcomes;
  };
  return replacing<JourneyStore>(journeys, { commit });
}
