import { type StateDefinition } from '../state-definition.js';
import { parentPath } from '../state-index.js';
import { reachedStates, type States, type WayOut } from './reached-states.js';

/**
 * *Reachability* along the expected road: paths of the states that a journey may come to by what is asked, answered, awaited
 * or timed. A standing door, a report that nobody awaits and the way into a loss are no part of it: what merely could
 * happen is not held out to people.
 */
export function foreseenStates(root: StateDefinition, states: States): ReadonlySet<string> {
  return reachedStates(root, states, { isTaken: way => isForeseen(way, states) });
}

/** Paths of the states that a journey may come to without a loss on the way, by whatever else may happen. */
export function statesWithoutLoss(root: StateDefinition, states: States): ReadonlySet<string> {
  return reachedStates(root, states, { isEntered: ({ path }) => !isQuiet(path, states) });
}

function isForeseen([{ trigger, targetPaths }, { task, awaits, path }]: WayOut, states: States): boolean {
  const { kind } = trigger;
  if (kind === 'event' && task?.kind === 'standing') return false;
  if (kind === 'report' && !awaits.includes(trigger.event)) return false;
  // All grows quiet after what a person or a register has told: a loss. An authority's answer begins what was asked for.
  const growsQuiet = !isQuiet(path, states) && targetPaths.some(target => isQuiet(target, states));
  return !growsQuiet || !['event', 'report', 'always'].includes(kind);
}

function isQuiet(path: string | undefined, states: States): boolean {
  for (let at = path; at !== undefined; at = parentPath(at)) {
    if (states.get(at)?.quiet) return true;
  }
  return false;
}
