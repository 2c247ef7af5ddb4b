import { everyState, type StateDefinition } from '#journey';

/** What the regions that run beside a state remember, which it may know, and forget, which it cannot count on. */
export interface Beside {
  readonly remembered: ReadonlySet<string>;
  readonly forgotten: ReadonlySet<string>;
}

export const NOBODY: Beside = { remembered: new Set(), forgotten: new Set() };

/** {@link Beside} by the path of every state that has regions beside it. */
export function besideEach(root: StateDefinition): Map<string, Beside> {
  const all = new Map<string, Beside>();
  const visit = (state: StateDefinition, around: Beside): void => {
    if (around !== NOBODY) all.set(state.path, around);
    for (const child of state.states) {
      const others = state.type === 'parallel' ? state.states.filter(other => other !== child) : [];
      visit(child, others.length > 0 ? withRegions(around, others) : around);
    }
  };
  visit(root, NOBODY);
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

function withRegions({ remembered, forgotten }: Beside, regions: readonly StateDefinition[]): Beside {
  return {
    remembered: new Set([...remembered, ...regions.flatMap(region => namesOf(region, 'remember', 'invite'))]),
    forgotten: new Set([...forgotten, ...regions.flatMap(region => namesOf(region, 'forget'))]),
  };
}
