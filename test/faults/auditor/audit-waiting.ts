import { DispatchStatus } from '#runtime';
import { type Audit, type Case, decided, idOf } from './audit-case.js';
import { type Claim } from './finding.js';

/** A journey that has not ended waits for something that can still come. */
export const auditWaiting: Audit = of => {
  const { status } = of.record;
  if (status === 'done' || status === 'cancelled') return [];
  const lost = lostWaits(of);
  if (lost.length > 0 || waitsFor(of).length > 0) return lost;
  return [{ property: 'waiting', about: status, expected: 'something that is waited for', found: 'nothing' }];
};

/** What a journey waits for, each by its name. */
export function waitsFor(of: Case): readonly string[] {
  const { compiled, replayed, record, at } = of;
  const { chart } = replayed.state;
  const dispatches = openDispatches(of).map(({ id, service, row }) => {
    const error = row?.error ? ` (${row.error.code}: ${row.error.message})` : '';
    return `${row?.status ?? 'missing'} dispatch ${id} to ${service}${error}`;
  });
  if (record.status === 'held') return ['operations to resume it'];
  if (record.status === 'cancelling') return dispatches;
  const { timers, reports } = compiled.waits(chart);
  return [
    ...compiled
      .openTasks(chart, at)
      .filter(({ persons }) => persons.length > 0)
      .map(({ task, role }) => `task ${task} of ${role}`),
    ...dispatches,
    ...timers.filter(({ due }) => due > at).map(({ step, due }) => `timer of ${step} at ${iso(due)}`),
    ...reports.map(({ event }) => `report ${event}`),
  ];
}

/** What it waits for in vain: nothing would ever bring it. */
function lostWaits(of: Case): Claim[] {
  const lost: Claim[] = [];
  const claim = (about: string, expected: string, found: unknown): void => {
    lost.push({ property: 'waiting', about, expected, found });
  };
  for (const { id, row } of openDispatches(of)) {
    if (!row) claim(id, 'a stored dispatch', 'none');
    if (row?.status === DispatchStatus.parked && !row.error) claim(id, 'the error it is parked with', 'none');
    if (row?.status !== DispatchStatus.accepted) continue;
    const [entry] = decided(of.ledger, id);
    if (!entry) claim(id, 'an authority that has accepted it', 'no entry in its ledger');
    // The authority has said its answer and was told that it was taken.
    if (entry?.callback === 'acknowledged') claim(id, 'an answer that is still to come', 'acknowledged');
    if (entry?.callback === 'rejected') claim(id, 'an answer that is still to come', 'rejected');
  }
  if (of.record.status !== 'active') return lost;
  for (const { seq, due } of Object.values(of.replayed.state.chart.timers)) {
    if (due <= of.at) claim(`timer ${seq}`, `to have rung at ${iso(due)}`, `still there at ${iso(of.at)}`);
  }
  return lost;
}

function openDispatches(of: Case) {
  return of.replayed.dispatches
    .filter(({ status }) => status === 'open')
    .map(dispatch => {
      const id = idOf(of, dispatch);
      return { id, service: dispatch.service, row: of.dispatches.find(stored => stored.id === id) };
    });
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
