import type { Stimulus } from '#statechart';
import type { JournalEntry } from './journey-record.js';

/** What a held journey has yet to be given: the stimulus it was held on and all that arrived since, in order. */
export function heldSince(journal: readonly JournalEntry[]): readonly Stimulus[] {
  const resumed = journal.findLastIndex(entry => entry.kind === 'resumed');
  return journal
    .slice(resumed + 1)
    .filter(entry => entry.kind === 'held' || entry.kind === 'waiting')
    .map(entry => (entry.detail as unknown as { readonly stimulus: Stimulus }).stimulus);
}
