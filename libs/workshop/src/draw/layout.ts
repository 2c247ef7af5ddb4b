import { type Drawing, type DrawnEdge, type DrawnState } from './drawing.js';
import { layOutScope } from './elk-layout.js';
import { pack } from './pack.js';
import { type DrawnScope, scopesOf } from './scopes.js';
import { LINE_HEIGHT, PADDING, STATE_WIDTH, stateBlock, type TextBlock } from './text-block.js';

const REGION_GAP = 16;

/** A rectangle in pixels from the top left corner of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedState extends Box {
  readonly state: DrawnState;
  readonly text: TextBlock;
}

export interface PlacedEdge {
  /** Absent for the arrow from the dot at which a compound state begins. */
  readonly edge?: DrawnEdge;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label?: Box & { readonly text: TextBlock };
}

/** A drawing, or a part of it, in which everything has its place. Outer states come before those inside them. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly dots: readonly Box[];
  readonly edges: readonly PlacedEdge[];
}

/** Places every state, arrow and label of a drawing. */
export async function layOut(drawing: Drawing): Promise<Layout> {
  const scopes = scopesOf(drawing);
  return drawing.root.type === 'parallel' ? boxOf(drawing.root, scopes) : scopeLayout(drawing.root, scopes);
}

/** A scope with its parallel states, laid out before, in their places. */
async function scopeLayout(root: DrawnState, scopes: ReadonlyMap<string, DrawnScope>): Promise<Layout> {
  const scope = scopes.get(root.path) ?? { root, edges: [] };
  const boxes = new Map<string, Layout>();
  const visit = async (state: DrawnState): Promise<void> => {
    if (state.type === 'parallel') boxes.set(state.path, await boxOf(state, scopes));
    else for (const child of state.states) await visit(child);
  };
  await visit(root);
  const layout = await layOutScope(scope, boxes);
  const inside = layout.states.flatMap(placed => {
    const box = boxes.get(placed.state.path);
    return box ? [moved(box, placed.x, placed.y)] : [];
  });
  return together(layout, inside);
}

/** A parallel state's inside: its regions packed below its title. */
async function boxOf(state: DrawnState, scopes: ReadonlyMap<string, DrawnScope>): Promise<Layout> {
  const regions: Layout[] = [];
  for (const region of state.states) {
    regions.push(
      region.type === 'parallel' ? await boxOf(region, scopes) : await scopeLayout(region, scopes),
    );
  }
  const title = stateBlock(state, STATE_WIDTH);
  const top = title.height + PADDING + LINE_HEIGHT;
  const packed = pack(regions, REGION_GAP);
  const width = Math.max(packed.width, title.width) + 2 * REGION_GAP;
  const inside = packed.items.map(({ item, x, y }) => moved(item, x + REGION_GAP, y + top));
  return together(
    { width, height: top + packed.height + REGION_GAP, states: [], dots: [], edges: [] },
    inside,
  );
}

function together(outer: Layout, inner: readonly Layout[]): Layout {
  return {
    ...outer,
    states: [...outer.states, ...inner.flatMap(({ states }) => states)],
    dots: [...outer.dots, ...inner.flatMap(({ dots }) => dots)],
    edges: [...outer.edges, ...inner.flatMap(({ edges }) => edges)],
  };
}

function moved(layout: Layout, x: number, y: number): Layout {
  const move = <T extends { readonly x: number; readonly y: number }>(place: T): T => ({
    ...place,
    x: place.x + x,
    y: place.y + y,
  });
  return {
    ...layout,
    states: layout.states.map(move),
    dots: layout.dots.map(move),
    edges: layout.edges.map(({ points, label, ...rest }) => ({
      ...rest,
      points: points.map(move),
      ...(label && { label: move(label) }),
    })),
  };
}
