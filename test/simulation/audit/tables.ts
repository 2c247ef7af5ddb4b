import { type Case } from './evidence.js';

/** No dispatch or timer of the state is missing from the tables, and none of the tables is without its state. */
export function* tablesFitTheState({
  row,
  dispatches,
  timers,
}: Pick<Case, 'row' | 'dispatches' | 'timers'>): Iterable<string> {
  const { chart, compensating } = row.state;
  const open = dispatches.filter(({ settledAt }) => settledAt === undefined);
  const waited = compensating ? [compensating.current] : Object.values(chart.dispatches);
  // What was answered while the journey was held is waited for until it is resumed.
  if (row.status !== 'held') {
    yield* differences('dispatches', numbers(waited), numbers(open));
    yield* differences('timers', numbers(Object.values(chart.timers)), numbers(timers));
  }
  for (const { seq, due } of timers) {
    const timer = Object.values(chart.timers).find(pending => pending.seq === seq);
    if (timer && timer.due !== due) yield `timer ${seq} is due at ${timer.due}, stored for ${due}`;
  }
}

function numbers(rows: readonly ({ readonly seq: number } | undefined)[]): string {
  return rows
    .flatMap(row => row?.seq ?? [])
    .sort((a, b) => a - b)
    .join(' ');
}

function* differences(what: string, state: string, table: string): Iterable<string> {
  if (state !== table) yield `${what} of the state: ${state || 'none'}; of the table: ${table || 'none'}`;
}
