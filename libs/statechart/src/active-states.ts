import { type AnyStateMachine, type AnyStateNode } from 'xstate';
import { chartOf } from './chart.js';
import { type ChartState } from './chart-state.js';

/** A state below the root of the machine. */
export interface ActiveState {
  /** Keys from the root down: `underWay.population.registering`. */
  readonly path: string;
  readonly id: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly tags: readonly string[];
  /** What the machine's author wrote beside the state; XState gives it no meaning. */
  readonly meta: unknown;
}

const described = new WeakMap<AnyStateNode, ActiveState>();
/** By what a chart keeps ready for the same active states. */
const listed = new WeakMap<object, readonly ActiveState[]>();

/** The active states, parents before children, in the order the machine is written. The root is not among them. */
export function activeStates(
  machine: AnyStateMachine,
  state: Pick<ChartState, 'value' | 'order'>,
): readonly ActiveState[] {
  const resting = chartOf(machine).resting(state.value, state.order);
  let list = listed.get(resting);
  if (!list) {
    list = resting._nodes
      .filter((node: AnyStateNode) => node.parent)
      .sort((a: AnyStateNode, b: AnyStateNode) => a.order - b.order)
      .map(describe);
    listed.set(resting, list);
  }
  return list;
}

/** What was left and what was come into between two states; of a chart just started, everything was come into. */
export interface Change {
  readonly left: readonly ActiveState[];
  readonly entered: readonly ActiveState[];
}

/**
 * Compares two states of one chart. A state that was left and entered again in between is in neither list; that it
 * began anew shows in the numbers of its dispatches and timers.
 */
export function changeBetween(
  machine: AnyStateMachine,
  before: ChartState | undefined,
  after: ChartState,
): Change {
  const was = before ? activeStates(machine, before) : [];
  const is = activeStates(machine, after);
  return {
    left: was.filter(state => !is.includes(state)),
    entered: is.filter(state => !was.includes(state)),
  };
}

function describe(node: AnyStateNode): ActiveState {
  let state = described.get(node);
  if (!state) {
    const { id, type, tags, meta } = node;
    state = { path: node.path.join('.'), id, type, tags, meta };
    described.set(node, state);
  }
  return state;
}
