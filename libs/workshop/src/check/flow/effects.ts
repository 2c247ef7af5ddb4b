import { type ActionDefinition, type StateDefinition } from '#journey';
import { type PathSet } from './path-set.js';
import { type PathTable } from './path-table.js';
import { MARKS } from './marks.js';

/** Gen and kill sets of actions whose order is not known: names that they may remember, and names that they may forget. */
export interface Effects {
  readonly remembered: PathSet;
  /** What is no longer certain of the persons in them. */
  readonly unmarked: PathSet;
  /** What is no longer certain at all: the names they may forget, and whatever is in them. */
  readonly forgotten: PathSet;
}

/** {@link Effects} of the actions anywhere inside each state and of its own, in post-order. */
export function effectsInside(root: StateDefinition, table: PathTable): Map<StateDefinition, Effects> {
  const all = new Map<StateDefinition, Effects>();
  const visit = (state: StateDefinition): Effects => {
    const effects = state.states.map(visit).reduce(both, ofActions(actionsOf(state), table));
    all.set(state, effects);
    return effects;
  };
  visit(root);
  return all;
}

/** {@link Effects} of concurrent regions, for every state that has any. */
export function effectsBeside(
  root: StateDefinition,
  inside: ReadonlyMap<StateDefinition, Effects>,
  table: PathTable,
): Map<StateDefinition, Effects> {
  const all = new Map<StateDefinition, Effects>();
  const none = ofActions([], table);
  const visit = (state: StateDefinition, around: Effects): void => {
    if (around !== none) all.set(state, around);
    const isParallel = state.type === 'parallel' && state.states.length > 1;
    const regions = isParallel ? state.states.map(region => inside.get(region) ?? none) : [];
    const others = allButOne(regions, none);
    for (const [index, child] of state.states.entries()) {
      visit(child, isParallel ? both(around, others[index] ?? none) : around);
    }
  };
  visit(root, none);
  return all;
}

export function actionsOf({ entry, exit, transitions }: StateDefinition): ActionDefinition[] {
  return [...entry, ...exit, ...transitions.flatMap(({ actions }) => actions)];
}

/** The names that actions of some types give. */
export function namesGiven(actions: readonly ActionDefinition[], ...types: readonly string[]): string[] {
  return actions.flatMap(({ type, params }) => {
    const name = [params['as'], params['role'], params['name']].find(each => typeof each === 'string');
    return types.includes(type) && name !== undefined ? [name] : [];
  });
}

function ofActions(actions: readonly ActionDefinition[], table: PathTable): Effects {
  const remembered = namesGiven(actions, 'remember', 'invite', 'starts');
  return {
    remembered: table.setOf(remembered),
    unmarked: table.marksUnder(remembered, MARKS),
    forgotten: table.under(namesGiven(actions, 'forget', 'dismiss').filter(name => name !== 'applicant')),
  };
}

function both(one: Effects, other: Effects): Effects {
  return {
    remembered: one.remembered.union(other.remembered),
    unmarked: one.unmarked.union(other.unmarked),
    forgotten: one.forgotten.union(other.forgotten),
  };
}

/** For each, the effects of all the others: prefix sums from both ends. */
function allButOne(regions: readonly Effects[], none: Effects): Effects[] {
  const after: Effects[] = [none];
  for (const region of regions.slice(1).toReversed()) after.push(both(region, after.at(-1) ?? none));
  after.reverse();
  let before = none;
  return regions.map((region, index) => {
    const others = both(before, after[index] ?? none);
    before = both(before, region);
    return others;
  });
}
