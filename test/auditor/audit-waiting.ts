import { DispatchStatus } from '#runtime';
import { type Claim } from './finding.js';
import { type Audit, type JourneyCase, decided, idOf } from './journey-case.js';

/** A journey that has not ended waits for something that has a name and can still come. */
export const auditWaiting: Audit = of => {
  const { status, state } = of.record;
  if (['done', 'cancelled', 'lapsed', 'offered'].includes(status)) return [];
  if (of.moment === 'at the end') {
    const expected = `to have ended, and not to be at ${JSON.stringify(state.chart.value)}`;
    return [{ property: 'waiting', about: 'the journey', expected, found: status }];
  }
  const lost = [...lostWaits(of), ...(of.moment === 'at rest' ? leftWork(of) : [])];
  if (lost.length > 0 || waitsFor(of).length > 0) return lost;
  return [{ property: 'waiting', about: status, expected: 'something that is waited for', found: 'nothing' }];
};

/** What a journey waits for, each by its name. */
function waitsFor(of: JourneyCase): readonly string[] {
  const { compiled, replayed, record, at } = of;
  const { chart } = replayed.state;
  const dispatches = openDispatches(of).map(({ id, service, row }) => {
    const error = row?.error ? ` (${row.error.code}: ${row.error.message})` : '';
    return `${row?.status ?? 'missing'} dispatch ${id} to ${service}${error}`;
  });
  if (record.status === 'held') return ['operations to resume it'];
  if (record.status === 'cancelling') return dispatches;
  const { timers, reports, journeys } = compiled.waits(chart);
  return [
    ...compiled
      .openTasks(chart, at)
      .filter(({ persons }) => persons.length > 0)
      .map(({ task, role }) => `task ${task} of ${role}`),
    ...dispatches,
    ...timers.filter(({ due }) => due > at).map(({ step, due }) => `timer of ${step} at ${iso(due)}`),
    ...reports.map(({ event }) => `report ${event}`),
    ...journeys.map(({ name }) => `the end of ${name}`),
  ];
}

/** What it waits for though ops have seen to everything. */
function leftWork(of: JourneyCase): Claim[] {
  const left = openDispatches(of).flatMap(({ id, row }) =>
    row && row.status !== DispatchStatus.accepted
      ? [{ about: id, found: `${row.status} ${row.error?.message ?? ''}` }]
      : [],
  );
  if (of.record.status === 'held') left.push({ about: 'the journey', found: 'held' });
  return left.map(({ about, found }) => ({ property: 'waiting', about, expected: 'no work left', found }));
}

/** What it waits for in vain: nothing would ever bring it. */
function lostWaits(of: JourneyCase): Claim[] {
  const lost: Claim[] = [];
  const claim = (about: string, expected: string, found: unknown): void => {
    lost.push({ property: 'waiting', about, expected, found });
  };
  for (const { id, row } of openDispatches(of)) {
    if (!row) claim(id, 'a stored dispatch', 'none');
    if (row?.status === DispatchStatus.parked && !row.error) claim(id, 'the error it is parked with', 'none');
    if (row?.status !== DispatchStatus.accepted) continue;
    const [entry] = decided(of.effects, id);
    // An authority that was told that its answer was taken does not give it again.
    const owed = entry?.callback === 'due' || entry?.callback === 'held';
    if (!owed)
      claim(
        id,
        'an authority that has accepted it and is still to answer',
        entry ?? 'no entry in its ledger',
      );
  }
  if (of.record.status !== 'active') return lost;
  for (const { seq, due } of Object.values(of.replayed.state.chart.timers)) {
    if (due <= of.at) claim(`timer ${seq}`, `to have rung at ${iso(due)}`, `still there at ${iso(of.at)}`);
  }
  return lost;
}

function openDispatches(of: JourneyCase) {
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
