import { isWithin } from '../sections.js';
import { type StateDefinition, type TransitionDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';

/**
 * *Reachability* in one step: the states that a transition may enter before anything else happens, whatever the guards on the way say.
 */
export function enteredFrom(
  { source, targetPaths }: TransitionDefinition,
  states: ReadonlyMap<string, StateDefinition>,
): readonly StateDefinition[] {
  const entered = new Map<string, StateDefinition>();
  const enter = (path: string | undefined): void => {
    const state = path === undefined ? undefined : states.get(path);
    if (!state || entered.has(state.path)) return;
    entered.set(state.path, state);
    const { type, initial, states: inside } = state;
    for (const child of inside) if (type === 'parallel' || child.key === initial) enter(child.path);
    for (const { trigger, targetPaths: targets } of state.transitions) {
      if (trigger.kind === 'always' || type === 'history') for (const target of targets) enter(target);
    }
  };
  for (const target of targetPaths) {
    enter(target);
    for (let around = parentPath(target ?? ''); around !== undefined; around = parentPath(around)) {
      const state = states.get(around);
      if (state && !isWithin(source, around)) entered.set(around, state);
    }
  }
  return [...entered.values()];
}
