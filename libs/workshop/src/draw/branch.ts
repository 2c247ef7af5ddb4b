import { ANYTIME } from './drawing-edges.js';
import { type Drawing, type DrawnEdge, type DrawnState } from './drawing.js';

/**
 * Induced subgraph: one state with all inside it, and a stub for each state outside that an arrow leads from or to. Where
 * the branch begins or ends with the states around it, their arrows are its own.
 *
 * @param path of a state that there is
 */
export function branchOf(drawing: Drawing, path: string): Drawing {
  const all = everyDrawn(drawing.root);
  const branch = all.find(state => state.path === path);
  if (!branch) return drawing;
  const isInside = (other: string): boolean => other === path || other.startsWith(`${path}.`);
  const isAround = (other: string): boolean => other === ANYTIME || path.startsWith(`${other}.`);
  const edges = drawing.edges.flatMap((edge): DrawnEdge[] => {
    const inside = [isInside(edge.from), isInside(edge.to)];
    if (inside[0] && inside[1]) return [edge];
    if (inside[0]) return [edge];
    if (inside[1]) return [isAround(edge.from) ? { ...edge, from: path } : edge];
    if (isAround(edge.to) && !isAround(edge.from)) return [{ ...edge, to: path }];
    const leaves = isAround(edge.from) && !isAround(edge.to) && !edge.to.startsWith(`${edge.from}.`);
    return leaves ? [{ ...edge, from: path }] : [];
  });
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]).filter(end => !isInside(end)));
  const stubs = all.filter(state => ends.has(state.path)).map(stubOf);
  return {
    ...drawing,
    title: `${drawing.title}: ${branch.title}`,
    root: { ...withoutInitial(drawing.root), type: 'compound', lines: [], states: [branch, ...stubs] },
    edges,
  };
}

/** A drawn state and all inside it, outer before inner. */
export function everyDrawn(state: DrawnState): DrawnState[] {
  return [state, ...state.states.flatMap(everyDrawn)];
}

function stubOf(state: DrawnState): DrawnState {
  return {
    ...withoutInitial(state),
    key: state.path,
    type: 'atomic',
    region: false,
    lines: [],
    states: [],
    stub: true,
  };
}

function withoutInitial({ initial: _, tier: __, ...state }: DrawnState): DrawnState {
  return state;
}
