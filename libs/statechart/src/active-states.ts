import { type AnyStateMachine } from 'xstate';
import { chartOf } from './chart.js';
import { type ChartState } from './chart-state.js';
import { type ActiveState } from './configuration.js';

/** Configuration: the active states, parents before children, in the order the machine is written. The root is not among them. */
export function activeStates(
  machine: AnyStateMachine,
  state: Pick<ChartState, 'value' | 'order'>,
): readonly ActiveState[] {
  return chartOf(machine).configuration(state.value, state.order).states;
}
