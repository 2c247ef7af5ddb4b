import { type Change, type CommitOutcome, type PreparingStore } from '#runtime';
import { type Metrics } from './metrics.js';

/** Decorator: a store of journeys whose commits are counted and timed. */
export function meteredJourneyStore(store: PreparingStore, metrics: Metrics): PreparingStore {
  return {
    load: journey => store.load(journey),
    journal: journey => store.journal(journey),
    viewRows: (journey, viewers, range, dispatches) => store.viewRows(journey, viewers, range, dispatches),
    submissionsOf: (journey, person, page) => store.submissionsOf(journey, person, page),
    entryOf: (journey, origin) => store.entryOf(journey, origin),
    journeysOf: persons => store.journeysOf(persons),
    pageOf: (person, page, which) => store.pageOf(person, page, which),
    prepare: changes => store.prepare(changes),
    async commit(changes) {
      const end = metrics.commits.startTimer();
      metrics.batches.observe(changes.length);
      try {
        const outcomes = await store.commit(changes);
        end({ outcome: 'stored' });
        count(changes, outcomes, metrics);
        return outcomes;
      } catch (error) {
        end({ outcome: 'failed' });
        throw error;
      }
    },
  };
}

function count(changes: readonly Change[], outcomes: readonly CommitOutcome[], metrics: Metrics): void {
  changes.forEach((change, index) => {
    const kind = outcomes[index]?.kind;
    if (kind === 'conflict') metrics.conflicts.inc();
    if (kind === 'committed') metrics.moves.inc({ definition: change.definition, kind: change.entry.kind });
  });
}
