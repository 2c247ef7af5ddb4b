import { type AnyStateMachine, type AnyTransitionDefinition } from 'xstate';
import { type Chart, chartOf } from './chart.js';

/** One way out of a state, or one thing done without leaving it. */
export interface ChartTransition {
  /** Path of the state it starts from; empty for the root. */
  readonly source: string;
  /** The event it answers to, as XState calls it (`xstate.after.P30D.moving.declaring`); empty for eventless ones. */
  readonly event: string;
  /** Which of the transitions that `source` has for `event`. */
  readonly index: number;
  /** Paths of the states it leads to; none when it stays where it is. */
  readonly targets: readonly string[];
}

/** Every transition of a machine, as the very objects that {@link watchTransitions} reports. */
export function transitionsOf(machine: AnyStateMachine): readonly ChartTransition[] {
  return [...listed(chartOf(machine)).values()];
}

/**
 * Reports every transition that any chart of this machine takes in `start` and `advance` from now on, for measuring
 * what a set of scenarios walks.
 *
 * @returns ends the watch
 */
export function watchTransitions(
  machine: AnyStateMachine,
  seen: (transition: ChartTransition) => void,
): () => void {
  const chart = chartOf(machine);
  const transitions = listed(chart);
  const watch = chart.self.system.inspect(step => {
    if (step.type !== '@xstate.microstep') return;
    for (const taken of step._transitions) {
      const transition = transitions.get(taken);
      if (transition) seen(transition);
    }
  });
  return () => watch.unsubscribe();
}

const lists = new WeakMap<Chart, ReadonlyMap<AnyTransitionDefinition, ChartTransition>>();

function listed(chart: Chart): ReadonlyMap<AnyTransitionDefinition, ChartTransition> {
  let list = lists.get(chart);
  if (!list) {
    list = new Map(
      chart.nodes.flatMap(node => [...node.transitions.values(), node.always ?? []].flatMap(describe)),
    );
    lists.set(chart, list);
  }
  return list;
}

function describe(
  transitions: readonly AnyTransitionDefinition[],
): [AnyTransitionDefinition, ChartTransition][] {
  return transitions.map((definition, index) => {
    const targets = (definition.target ?? []).map(node => node.path.join('.'));
    const source = definition.source.path.join('.');
    return [definition, { source, event: definition.eventType, index, targets }];
  });
}
