import { type StateDefinition, type TransitionDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';

export type States = ReadonlyMap<string, StateDefinition>;

/** A transition, and the state that has it. */
export type WayOut = readonly [transition: TransitionDefinition, source: StateDefinition];

/** Where a search may go; without either, everywhere. */
export interface Bounds {
  readonly isTaken?: (way: WayOut) => boolean;
  readonly isEntered?: (state: StateDefinition) => boolean;
}

/** *Reachability*: paths of the states that a machine may come to from its beginning by the ways that are taken. */
export function reachedStates(
  root: StateDefinition,
  states: States,
  { isTaken = () => true, isEntered = () => true }: Bounds,
): ReadonlySet<string> {
  const found = new Set<string>();
  const begun = new Set<string>();

  /** Comes to a state: at its beginning, or only because of a state inside. */
  function enter(state: StateDefinition | undefined, atItsBeginning: boolean): void {
    if (state === undefined || begun.has(state.path) || !isEntered(state)) return;
    const { path, type, initial, states: inside, transitions } = state;
    const isNew = !found.has(path);
    found.add(path);
    if (atItsBeginning || type === 'parallel') {
      begun.add(path);
      for (const child of inside) if (type === 'parallel' || child.key === initial) enter(child, true);
    }
    if (!isNew) return;
    const around = parentPath(path);
    if (around !== undefined) enter(states.get(around), false);
    for (const transition of transitions.filter(each => isTaken([each, state]))) {
      for (const target of transition.targetPaths) if (target !== undefined) enter(states.get(target), true);
    }
  }
  enter(root, true);
  return found;
}
