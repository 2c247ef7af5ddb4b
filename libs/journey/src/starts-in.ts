import { type ActionDefinition, type StateDefinition } from './state-definition.js';
import { everyState } from './state-index.js';

/** Every action of a machine that starts a journey, in the order written. */
export function startsIn(machine: StateDefinition): ActionDefinition[] {
  return everyState(machine)
    .flatMap(({ entry, exit, transitions }) => [
      ...entry,
      ...exit,
      ...transitions.flatMap(({ actions }) => actions),
    ])
    .filter(({ type }) => type === 'starts');
}

/** The names under which a machine remembers journeys that it starts. */
export function startedNames(machine: StateDefinition): string[] {
  const names = startsIn(machine).flatMap(({ params: { as } }) => (typeof as === 'string' ? [as] : []));
  return [...new Set(names)];
}
