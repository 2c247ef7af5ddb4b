import { type StateDefinition, type TransitionDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';

/**
 * *Reachability* along the expected road: paths of the states that a journey may come to by what is asked, answered, awaited
 * or timed. A standing door, a report that nobody awaits and the way into a loss are no part of it: what merely could
 * happen is not held out to people.
 */
export function foreseenStates(
  root: StateDefinition,
  states: ReadonlyMap<string, StateDefinition>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const begun = new Set<string>();

  /** Comes to a state: at its beginning, or only because of a state inside. */
  function enter(state: StateDefinition | undefined, atItsBeginning: boolean): void {
    if (state === undefined || begun.has(state.path)) return;
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
    for (const way of transitions.filter(candidate => isForeseen(candidate, state, states))) {
      for (const target of way.targetPaths) if (target !== undefined) enter(states.get(target), true);
    }
  }
  enter(root, true);
  return found;
}

function isForeseen(
  { trigger, targetPaths }: TransitionDefinition,
  { task, awaits, path }: StateDefinition,
  states: ReadonlyMap<string, StateDefinition>,
): boolean {
  const { kind } = trigger;
  if (kind === 'event' && task?.kind === 'standing') return false;
  if (kind === 'report' && !awaits.includes(trigger.event)) return false;
  // All grows quiet after what a person or a register has told: a loss. An authority's answer begins what was asked for.
  const growsQuiet = !isQuiet(path, states) && targetPaths.some(target => isQuiet(target, states));
  return !growsQuiet || !['event', 'report', 'always'].includes(kind);
}

function isQuiet(path: string | undefined, states: ReadonlyMap<string, StateDefinition>): boolean {
  for (let at = path; at !== undefined; at = parentPath(at)) {
    if (states.get(at)?.quiet) return true;
  }
  return false;
}
