import { isOpen } from '#runtime';
import { type Audit, idOf } from './audit-case.js';
import { same } from './finding.js';

/**
 * The rows that make things happen are those that the journal gives: a dispatch that has no row is never done, a timer that has
 * none never rings.
 */
export const auditStored: Audit = of => {
  const { replayed, dispatches, timers, record } = of;
  const asked = replayed.dispatches.map(dispatch => ({
    id: idOf(of, dispatch),
    service: dispatch.service,
    state: dispatch.state,
    undoes: dispatch.undoes,
    status: dispatch.status,
  }));
  const stored = dispatches.map(({ id, service, state, undoes, status }) => ({
    id,
    service,
    state,
    undoes,
    status: isOpen(status) ? 'open' : status,
  }));
  // A journey that is held has used up the row of the timer it is held on, and is still to be given the timer itself.
  const held = record.status === 'held' ? new Set(timers.map(({ seq }) => seq)) : undefined;
  const waited = Object.values(replayed.state.chart.timers)
    .map(({ seq, due }) => ({ seq, due }))
    .filter(({ seq }) => !held || held.has(seq));
  return [
    ...same('stored', 'dispatches', asked, stored),
    ...same('stored', 'timers', bySeq(waited), bySeq(timers)),
  ];
};

function bySeq<T extends { readonly seq: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.seq - b.seq);
}
