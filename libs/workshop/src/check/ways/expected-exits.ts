import { leadsOn, type StateDefinition, type TransitionDefinition } from '#journey';
import { type CheckContext } from '../check-context.js';

/**
 * The transitions by which a state is expected to be left: its own, and those of the states around it, save the reports that
 * these listen for all the while, such as a death, and what the machine itself always asks.
 */
export function expectedExits(
  context: CheckContext,
  state: StateDefinition,
): readonly TransitionDefinition[] {
  return [
    ...state.transitions.filter(({ trigger }) => trigger.kind !== 'done'),
    ...context.ancestors(state).flatMap(({ transitions }) => transitions.filter(isExpected)),
    ...(state.path === '' ? [] : context.definition.machine.transitions.filter(isExpectedOfMachine)),
  ].filter(leadsOn);
}

/** Why a state may be stayed in for ever, said by itself or around it. */
export function isOpenEnded(context: CheckContext, state: StateDefinition): boolean {
  return [state, ...context.ancestors(state)].some(({ openEnded }) => openEnded !== undefined);
}

function isExpected({ trigger }: TransitionDefinition): boolean {
  return trigger.kind !== 'report' && trigger.kind !== 'done';
}

function isExpectedOfMachine(transition: TransitionDefinition): boolean {
  return isExpected(transition) && transition.trigger.kind !== 'always';
}
