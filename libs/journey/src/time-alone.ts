import { leadsOn } from './leads-on.js';
import { isWithin } from './sections.js';
import { type StateDefinition } from './state-definition.js';
import { everyState } from './state-index.js';

/** Whether nothing but time ends the wait of a state: no answer, report, task or condition may do so before, in it or inside it. */
export function waitsForTimeAlone(state: StateDefinition): boolean {
  const [, ...inside] = everyState(state);
  const goesOn = state.transitions.some(each => each.trigger.kind !== 'after' && leadsOn(each));
  const leavesFromInside = inside.some(({ transitions }) =>
    transitions.some(
      each =>
        leadsOn(each) && !each.targetPaths.every(path => path !== undefined && isWithin(path, state.path)),
    ),
  );
  const isExpected = [state, ...inside].some(({ awaits }) => awaits.length > 0);
  return !goesOn && !leavesFromInside && !isExpected;
}
