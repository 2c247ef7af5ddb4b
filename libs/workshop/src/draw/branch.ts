import { ANYTIME } from './drawing-edges.js';
import { type Drawing, type DrawingMark, type DrawnEdge, type DrawnState } from './drawing.js';
import { DRAWING_WORDS } from './drawing-words.js';

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
    description: DRAWING_WORDS[drawing.language].describe(countOf(branch, edges)),
    root: { ...withoutInitial(drawing.root), type: 'compound', lines: [], states: [branch, ...stubs] },
    edges,
  };
}

function countOf(branch: DrawnState, edges: readonly DrawnEdge[]) {
  const inside = everyDrawn(branch);
  const marked = (mark: DrawingMark): number =>
    inside.reduce((sum, { lines }) => sum + lines.filter(line => line.mark === mark).length, 0);
  const timers = edges.filter(({ from }) => inside.some(({ path }) => path === from));
  return {
    states: inside.length,
    tasks: marked('person'),
    services: marked('authority'),
    timers: timers.reduce((sum, { lines }) => sum + lines.filter(({ mark }) => mark === 'clock').length, 0),
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
