import { type Case } from './evidence.js';

/** Every journey has ended, or waits for something that has a name and will come or can be done. */
export function* waitsForSomethingNamed({
  row,
  compiled,
  dispatches,
  moment,
  now,
  world,
}: Case): Iterable<string> {
  const { status, state } = row;
  if (status === 'done' || status === 'cancelled') return;
  if (moment === 'at the end') return yield `it is still ${status} at ${JSON.stringify(state.chart.value)}`;
  if (status === 'held') return yield 'it is held';
  for (const { id, status: stage, error } of dispatches) {
    if (stage === 'pending') yield `${id} has not been done`;
    if (stage === 'parked') yield `${id} is parked: ${error?.message}`;
    if (stage !== 'accepted') continue;
    const entry = world.authorities.ledger.get(id);
    if (!entry || !world.owed.has(entry)) yield `${id} is accepted, and nobody will answer it`;
  }
  if (status === 'cancelling') return undefined;
  const { chart } = state;
  const timers = Object.values(chart.timers);
  for (const { seq, due } of timers) if (due <= now) yield `timer ${seq} was due at ${due}, it is ${now}`;
  const tasks = compiled.openTasks(chart, now).filter(({ persons }) => persons.length > 0);
  const { reports } = compiled.waits(chart);
  const answers = Object.keys(chart.dispatches);
  if (tasks.length + reports.length + answers.length + timers.length === 0) yield 'it waits for nothing';
  return undefined;
}
