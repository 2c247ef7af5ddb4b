import { type Case, same } from './evidence.js';

/** Entries are numbered from 1 to the journey's version, and no event is in it twice. */
export function* journalIsComplete({ row, journal }: Case): Iterable<string> {
  if (journal.length !== row.version) yield `${journal.length} entries at version ${row.version}`;
  for (const [index, { seq }] of journal.entries())
    if (seq !== index + 1) yield `entry ${index + 1} is ${seq}`;
  const origins = journal.flatMap(({ origin }) => origin ?? []);
  if (new Set(origins).size < origins.length) yield `an origin twice: ${origins.join(' ')}`;
}

/** The journal, replayed, gives exactly what is stored. */
export function* journalGivesTheState({ row, replayed }: Case): Iterable<string> {
  if (typeof replayed === 'string') return yield replayed;
  const { status, state, version } = replayed;
  if (status !== row.status) yield `replayed it is ${status}, stored ${row.status}`;
  if (version !== row.version) yield `replayed it has version ${version}, stored ${row.version}`;
  if (!same(state, row.state)) yield `replayed ${JSON.stringify(state)}, stored ${JSON.stringify(row.state)}`;
  return undefined;
}

/** What the journal says was asked is what stands in the table of dispatches, and ended as it stands there. */
export function* dispatchesAreAsJournalled({ row, replayed, dispatches }: Case): Iterable<string> {
  if (typeof replayed === 'string') return;
  const asked = replayed.dispatches.map(({ seq, service, state, undoes, input, status }) => {
    return [`${row.id}-${seq}`, { service, state, undoes, input, status }] as const;
  });
  const open = ['pending', 'accepted', 'parked'];
  const stored = dispatches.map(({ id, service, state, undoes, input, status }) => {
    return [id, { service, state, undoes, input, status: open.includes(status) ? 'open' : status }] as const;
  });
  const expected = Object.fromEntries(asked);
  const found = Object.fromEntries(stored);
  for (const id of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (same(expected[id], found[id])) continue;
    yield `${id}: journalled ${JSON.stringify(expected[id])}, stored ${JSON.stringify(found[id])}`;
  }
}
