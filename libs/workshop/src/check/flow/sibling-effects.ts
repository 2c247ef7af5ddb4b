import { everyState, type StateDefinition } from '#journey';

/** Effects of concurrent regions on a state: names that they may remember meanwhile, and names that they may forget. */
export interface SiblingEffects {
  readonly remembered: ReadonlySet<string>;
  readonly forgotten: ReadonlySet<string>;
}

export const NO_EFFECTS: SiblingEffects = { remembered: new Set(), forgotten: new Set() };

/** {@link SiblingEffects} by the path of every state that has concurrent regions. */
export function siblingEffects(root: StateDefinition): Map<string, SiblingEffects> {
  const all = new Map<string, SiblingEffects>();
  const visit = (state: StateDefinition, around: SiblingEffects): void => {
    if (around !== NO_EFFECTS) all.set(state.path, around);
    for (const child of state.states) {
      const others = state.type === 'parallel' ? state.states.filter(other => other !== child) : [];
      visit(child, others.length > 0 ? withRegions(around, others) : around);
    }
  };
  visit(root, NO_EFFECTS);
  return all;
}

/** The names that actions of some types give, anywhere inside a state. */
export function namesOf(state: StateDefinition, ...types: readonly string[]): string[] {
  return everyState(state).flatMap(({ entry, exit, transitions }) =>
    [...entry, ...exit, ...transitions.flatMap(({ actions }) => actions)].flatMap(({ type, params }) => {
      const name = params['as'] ?? params['role'] ?? params['name'];
      return types.includes(type) && typeof name === 'string' ? [name] : [];
    }),
  );
}

function withRegions(
  { remembered, forgotten }: SiblingEffects,
  regions: readonly StateDefinition[],
): SiblingEffects {
  return {
    remembered: new Set([...remembered, ...regions.flatMap(region => namesOf(region, 'remember', 'invite'))]),
    forgotten: new Set([...forgotten, ...regions.flatMap(region => namesOf(region, 'forget'))]),
  };
}
