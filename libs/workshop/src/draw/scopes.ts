import { type Drawing, type DrawnEdge, type DrawnState } from './drawing.js';

/** An arrow inside one scope: its ends are states that the scope shows. */
export interface ScopedEdge {
  readonly edge: DrawnEdge;
  readonly from: string;
  readonly to: string;
}

/**
 * A part of the machine that is laid out by itself: the whole machine, or one region of a parallel state. Inside it
 * a parallel state is a closed box, so that its regions can be packed, however many they are.
 */
export interface DrawnScope {
  readonly root: DrawnState;
  readonly edges: readonly ScopedEdge[];
}

/** Every scope of a drawing by the path of its root. An arrow belongs to the innermost scope that has both its ends. */
export function scopesOf(drawing: Drawing): Map<string, DrawnScope> {
  const roots = [drawing.root, ...regionsIn(drawing.root)];
  const edges = new Map(roots.map(root => [root.path, [] as ScopedEdge[]]));
  const boxes = new Set(parallelsIn(drawing.root));
  for (const edge of drawing.edges) {
    // The innermost comes last.
    const home = roots.findLast(({ path }) => holds(path, edge.from) && holds(path, edge.to)) ?? drawing.root;
    const shown = (path: string): string => outermostBox(home.path, path, boxes) ?? path;
    edges.get(home.path)?.push({ edge, from: shown(edge.from), to: shown(edge.to) });
  }
  return new Map(roots.map(root => [root.path, { root, edges: edges.get(root.path) ?? [] }]));
}

function regionsIn(state: DrawnState): DrawnState[] {
  return state.states.flatMap(child => [...(state.type === 'parallel' ? [child] : []), ...regionsIn(child)]);
}

function parallelsIn(state: DrawnState): string[] {
  return [...(state.type === 'parallel' ? [state.path] : []), ...state.states.flatMap(parallelsIn)];
}

function holds(outer: string, inner: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}.`);
}

/** The first parallel state on the way from a scope down to a state. */
function outermostBox(scope: string, path: string, boxes: ReadonlySet<string>): string | undefined {
  const steps = path.split('.');
  const first = scope === '' ? 1 : scope.split('.').length;
  for (let length = first; length <= steps.length; length++) {
    const at = steps.slice(0, length).join('.');
    if (boxes.has(at)) return at;
  }
  return undefined;
}
