import { parseDispatchId } from '../dispatch-id.js';
import { type Keyset, type PageRequest } from '../ports.js';

/** Keyset page, newest first. Rows of the same instant stand in the order of ids, dispatches in that of their numbers. */
export function newestFirst<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Keyset,
  { after, limit = 100 }: Partial<PageRequest>,
): readonly Row[] {
  return rows
    .filter(row => after === undefined || compare(keyOf(row), after) > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
    .slice(0, limit);
}

function compare(a: Keyset, b: Keyset): number {
  const [first, second] = [a, b].map(({ id }) => parseDispatchId(id) ?? { journey: id, seq: 0 });
  if (a.at !== b.at) return b.at - a.at;
  if (first!.journey !== second!.journey) return first!.journey < second!.journey ? 1 : -1;
  return second!.seq - first!.seq;
}
