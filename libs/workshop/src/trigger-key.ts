import { type TransitionDefinition } from '#journey';

/** Value equality of triggers: transitions of a state with the same key are tried one after the other. */
export function triggerKey({ trigger }: TransitionDefinition): string {
  return JSON.stringify(trigger);
}
