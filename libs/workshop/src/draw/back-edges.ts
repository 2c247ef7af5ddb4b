import { type DrawnEdge, type DrawnState } from './drawing.js';
import { type DrawnScope, type ScopedEdge } from './scopes.js';

/**
 * Back edges of a depth-first search from the initial state of each compound state. Reversed for the layout they
 * leave no cycle, so that a journey reads from top to bottom.
 */
export function backEdges({ root, edges }: DrawnScope): ReadonlySet<DrawnEdge> {
  const back = new Set<DrawnEdge>();
  const visit = (state: DrawnState): void => {
    findBackEdges(state, edges, back);
    state.states.forEach(visit);
  };
  visit(root);
  return back;
}

function findBackEdges(parent: DrawnState, edges: readonly ScopedEdge[], back: Set<DrawnEdge>): void {
  const own = edges.flatMap(({ edge, ...ends }) => {
    const from = childOf(parent, ends.from);
    const to = childOf(parent, ends.to);
    return from && to && from !== to ? [{ edge, from, to }] : [];
  });
  const open = new Set<string>();
  const finished = new Set<string>();
  const walk = (path: string): void => {
    open.add(path);
    for (const { edge, from, to } of own) {
      if (from !== path) continue;
      if (open.has(to)) back.add(edge);
      else if (!finished.has(to)) walk(to);
    }
    open.delete(path);
    finished.add(path);
  };
  const starts = [parent.initial, ...parent.states.map(state => state.path)];
  for (const start of starts) {
    if (start !== undefined && !finished.has(start)) walk(start);
  }
}

function childOf(parent: DrawnState, path: string): string | undefined {
  return parent.states.find(child => path === child.path || path.startsWith(`${child.path}.`))?.path;
}
