import { type Place, type StateDefinition, type TransitionDefinition } from '#journey';
import { type DefinitionTree } from './definition-tree.js';

/** Where a transition names one of its targets: in short form, alone, or in a list. */
export function targetPlace(tree: DefinitionTree, transition: TransitionDefinition, index = 0): Place {
  if (typeof tree.valueAt(transition.at) === 'string') return tree.at(...transition.at);
  const target = tree.valueAt([...transition.at, 'target']);
  return tree.at(...transition.at, 'target', ...(Array.isArray(target) ? [index] : []));
}

/** Where a state says what sets a transition off: its event, delay, `always`, `onDone`, `onError` or `skipped`. */
export function triggerPlace(
  tree: DefinitionTree,
  state: StateDefinition,
  { trigger }: TransitionDefinition,
): Place {
  switch (trigger.kind) {
    case 'event':
    case 'report':
      return tree.at(...state.at, 'on', trigger.event);
    case 'after':
      return tree.at(...state.at, 'after', trigger.delay);
    case 'always':
      return tree.at(...state.at, 'always');
    case 'done':
      return tree.at(...state.at, 'onDone');
    case 'answer':
      return tree.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'onDone');
    case 'refusal':
      return tree.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'onError');
    case 'skip':
      return tree.at(...(state.invokes[trigger.invoke]?.at ?? state.at), 'skipped');
    case 'ended':
      return tree.at(...(state.joins?.at ?? state.at), 'ended', trigger.key);
  }
}
