import { type TransitionDefinition } from './state-definition.js';

/** Whether a transition ends the wait of its state: it leads somewhere, or cancels the journey. */
export function leadsOn(transition: TransitionDefinition): boolean {
  return transition.targets.length > 0 || cancels(transition);
}

/** Whether a transition cancels the journey. */
export function cancels({ actions }: TransitionDefinition): boolean {
  return actions.some(({ type }) => type === 'undo');
}
