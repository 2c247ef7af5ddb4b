import { type AnyHistoryValue, type AnyMachineSnapshot } from 'xstate';
import { type Chart } from './chart.js';
import { type ChartState } from './chart-state.js';
import { type JsonObject } from '#schema';
import { plainJson } from './json.js';
import { type Pending } from './pending.js';
import { activeNodes, positionOf } from './xstate-internals.js';

/** Rehydrates the snapshot that XState continues from. */
export function restore(chart: Chart, state: ChartState, pending: Pending): AnyMachineSnapshot {
  const { snapshot, invokes } = chart.configuration(state.value, state.order);
  const children = pending.children(invokes);
  return { ...snapshot, context: state.context, children, historyValue: chart.recall(state.history) };
}

/** Dehydrates a snapshot: all of it that must outlive it. */
export function persist(
  chart: Chart,
  snapshot: AnyMachineSnapshot,
  pending: Pending,
  before?: ChartState,
): ChartState {
  const { value, context, status, output, error } = snapshot;
  if (status === 'stopped')
    throw chart.fault('unsupported', 'was stopped like an actor; send it an event of its own');
  pending.refuseOtherChildren(snapshot);
  const history = persistHistory(snapshot.historyValue);
  const order = entryOrder(chart, snapshot);
  return {
    value,
    context: plainJson(context, 'context', before?.context) as JsonObject,
    status,
    ...pending.toState(),
    ...(output !== undefined && { output: plainJson(output, 'output') }),
    ...(status === 'error' && { error: plainJson(error ?? null, 'error') }),
    ...(history && { history }),
    ...(order && { order }),
  };
}

function persistHistory(recalled: AnyHistoryValue): Record<string, string[]> | undefined {
  let history: Record<string, string[]> | undefined;
  for (const id in recalled) (history ??= {})[id] = recalled[id]!.map(node => node.id);
  return history;
}

/**
 * Positions of the active states, unless they follow from their value alone: an active chart depends on their order,
 * and XState can make a configuration whose value does not name all of it.
 */
function entryOrder(chart: Chart, snapshot: AnyMachineSnapshot): number[] | undefined {
  const active = activeNodes(snapshot);
  const isActive = snapshot.status === 'active';
  if (isActive && active.length === 0) {
    // XState can lose track of the parent of active states on the way through a history state; leaving that parent's
    // parent then records nothing to recall, and recalling it enters nothing.
    const what = 'was left without any active state by a history state that recalled none';
    throw chart.fault('failed', `${what}; target a state instead`);
  }
  const usual = chart.find(snapshot.value)?.nodes;
  const isUsual = usual?.length === active.length && active.every((node, i) => node === usual[i]);
  return isUsual || (usual && !isActive) ? undefined : active.map(positionOf);
}
