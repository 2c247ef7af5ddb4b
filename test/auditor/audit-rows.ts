import { isDelivery } from '#runtime';
import { type Claim, same } from './finding.js';
import { type JourneyCase } from './journey-case.js';

/**
 * The rows that make things happen are those of the state: of what the state waits for nothing is missing, and no row is left of what
 * it waits for no longer. Holds after each single commit.
 */
export function auditRows({
  record,
  dispatches,
  timers,
}: Pick<JourneyCase, 'record' | 'dispatches' | 'timers'>): readonly Claim[] {
  const { chart, compensating, between } = record.state;
  const own = timers.filter(({ seq }) => seq > 0);
  const held = record.status === 'held';
  const waited = compensating ? [compensating.current] : Object.values(chart.dispatches);
  // No state waits for the delivery of a message.
  const open = dispatches.filter(row => row.settledAt === undefined && !isDelivery(row));
  // A held journey has used up the row of the timer it is held on, and is still to be given the timer itself.
  const rung = held ? new Set(own.map(({ seq }) => seq)) : undefined;
  const armed = Object.values(chart.timers).filter(({ seq }) => !rung || rung.has(seq));
  return [
    // What was answered while it was held is waited for until it is resumed.
    ...(held ? [] : same('rows', 'dispatches', numbers(waited), numbers(open))),
    ...same('rows', 'timers', dues(armed), dues(own)),
    ...same(
      'rows',
      'notices',
      told([...(between?.notices ?? []), ...(record.status === 'offered' ? [{ number: 1 }] : [])]),
      told(timers.filter(({ seq }) => seq < 0)),
    ),
  ];
}

function numbers(rows: readonly ({ readonly seq: number } | undefined)[]): readonly number[] {
  return rows.flatMap(row => row?.seq ?? []).sort((a, b) => a - b);
}

function dues(timers: readonly { readonly seq: number; readonly due: number }[]) {
  return timers.map(({ seq, due }) => ({ seq, due })).sort((a, b) => a.seq - b.seq);
}

/** Notices have negative numbers among the timers. */
function told(rows: readonly ({ readonly seq: number } | { readonly number: number })[]): readonly number[] {
  return rows.map(row => ('seq' in row ? -row.seq : row.number)).sort((a, b) => a - b);
}
