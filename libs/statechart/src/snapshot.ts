import { type AnyActorRef, type AnyHistoryValue, type AnyMachineSnapshot, type AnyStateNode } from 'xstate';
import { type Chart } from './chart.js';
import { type ChartState, type PendingDispatch } from './chart-state.js';
import { plainJson, plainObject } from './json.js';
import { type Pending } from './pending.js';

/** The snapshot that XState continues from. Pending dispatches appear as children that have nothing but an id. */
export function restore(
  chart: Chart,
  state: ChartState,
  dispatches: Readonly<Record<string, PendingDispatch>>,
): AnyMachineSnapshot {
  const children: Record<string, AnyActorRef> = {};
  for (const id in dispatches) children[id] = { id } as AnyActorRef;
  const historyValue: AnyHistoryValue = {};
  for (const id in state.history) historyValue[id] = state.history[id]!.map(recalled => chart.node(recalled));
  return { ...chart.resting(state.value, state.order), context: state.context, children, historyValue };
}

/** All of a snapshot that must outlive it. */
export function persist(
  chart: Chart,
  snapshot: AnyMachineSnapshot,
  pending: Pending,
  before?: ChartState,
): ChartState {
  const { value, status, output, error, _nodes: active } = snapshot;
  if (status === 'stopped')
    throw chart.fault('unsupported', `was stopped like an actor; send it an event of its own`);
  if (status === 'active') {
    refuseStranding(chart, active);
    refuseStowaways(chart, snapshot, pending);
  }
  const history = persistHistory(snapshot.historyValue);
  const order = status === 'active' ? unusualOrder(active, chart.resting(value)._nodes) : undefined;
  return {
    value,
    context: plainObject(snapshot.context, 'context', before?.context),
    status,
    ...(output === undefined ? {} : { output: plainJson(output, 'output') }),
    ...(status === 'error' ? { error: plainJson(error ?? null, 'error') } : {}),
    ...(history ? { history } : {}),
    ...(order ? { order } : {}),
    dispatches: pending.dispatches,
    timers: pending.timers,
    seq: pending.seq,
  };
}

function persistHistory(recalled: AnyHistoryValue): Record<string, string[]> | undefined {
  let history: Record<string, string[]> | undefined;
  for (const id in recalled) (history ??= {})[id] = recalled[id]!.map(node => node.id);
  return history;
}

function unusualOrder(active: readonly AnyStateNode[], usual: readonly AnyStateNode[]): number[] | undefined {
  if (active.length === usual.length && active.every((node, i) => node === usual[i])) return undefined;
  return active.map(node => node.order);
}

/**
 * XState can lose track of the parent of active states on the way through a history state; leaving that parent's parent
 * then records nothing to recall, and recalling it enters nothing.
 */
function refuseStranding(chart: Chart, active: readonly AnyStateNode[]): void {
  if (active.length) return;
  throw chart.fault(
    'failed',
    'was left without any active state by a history state that recalled none; target a state instead',
  );
}

/** `assign` can start actors behind XState's back: they are children, but no action tells of them. */
function refuseStowaways(chart: Chart, snapshot: AnyMachineSnapshot, { dispatches }: Pending): void {
  for (const id in snapshot.children) {
    if (id in dispatches) continue;
    throw chart.fault('unsupported', `spawns '${id}' inside an assignment; use \`invoke\` or \`spawnChild\``);
  }
}
