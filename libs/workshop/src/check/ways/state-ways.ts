import { isWithin, type StateDefinition, type TransitionDefinition } from '#journey';
import { type DefinitionTree } from '../definition-tree.js';

/** *Entry semantics* of a statechart: a state that is opened goes on to what begins in it; one that is only entered does not. */
export const opened = (path: string): string => `${path}>`;
export const entered = (path: string): string => path;

/** A step of a statechart's graph; without a transition it belongs to entering. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly transition?: TransitionDefinition;
}

/** What opening each state leads to by itself: the state, and its initial state or its regions. */
export function waysIn(tree: DefinitionTree): Way[] {
  return tree.states.flatMap(state => [
    { from: opened(state.path), to: entered(state.path) },
    ...begun(tree, state).map(({ path }) => ({ from: opened(state.path), to: opened(path) })),
  ]);
}

/** What a transition enters: its targets, and the states around them that its own state is not in. */
export function waysOf(
  tree: DefinitionTree,
  transition: TransitionDefinition,
  from = transition.source,
): Way[] {
  return transition.targetPaths.flatMap(path => {
    const target = path === undefined ? undefined : tree.stateAt(path);
    if (!target) return [];
    const around = tree.ancestors(target).filter(outer => !isWithin(from, outer.path));
    return [
      { from: entered(from), to: opened(target.path), transition },
      ...around.map(outer => ({ from: entered(from), to: entered(outer.path), transition })),
    ];
  });
}

/** What comes when a state is done: for the last of a region, when all regions of the parallel state are. */
export function whenDone(tree: DefinitionTree, state: StateDefinition): readonly TransitionDefinition[] {
  const parent = tree.parent(state);
  if (parent?.type === 'parallel') return whenDone(tree, parent);
  return state.transitions.filter(({ trigger }) => trigger.kind === 'done');
}

function begun(tree: DefinitionTree, state: StateDefinition): readonly StateDefinition[] {
  // Where a history leads is not known beforehand: to any state beside it.
  if (state.type === 'history')
    return tree.parent(state)?.states.filter(({ type }) => type !== 'history') ?? [];
  return state.type === 'parallel' ? state.states : state.states.filter(({ key }) => key === state.initial);
}
