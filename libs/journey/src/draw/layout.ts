import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import type { ELK, ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import { backEdges } from './back-edges.js';
import type { Drawing, DrawnEdge, DrawnState } from './drawing.js';
import { LINE_HEIGHT, labelBlock, stateBlock } from './text-block.js';
import type { TextBlock } from './text-block.js';

const STATE_WIDTH = 250;
const LABEL_WIDTH = 170;
const PADDING = 12;
const DOT = 16;

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
  readonly depth: number;
}

export interface PlacedEdge {
  /** Absent for the arrow from the dot at which a compound state begins. */
  readonly edge?: DrawnEdge;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly label?: Box & { readonly text: TextBlock };
}

/** A drawing in which everything has its place. Outer states come before those inside them. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly dots: readonly Box[];
  readonly edges: readonly PlacedEdge[];
}

const OPTIONS: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
};

/** Places every state, arrow and label with the layered algorithm of the Eclipse Layout Kernel. */
export async function layOut(drawing: Drawing): Promise<Layout> {
  const elk = new (ElkConstructor as unknown as new () => ELK)();
  const blocks = new Map<string, { state: DrawnState; text: TextBlock; depth: number }>();
  const back = backEdges(drawing);
  const labels = new Map<string, { edge: DrawnEdge; text: TextBlock }>();
  const graph: ElkNode = {
    ...toNode(drawing.root, 0, 0, blocks),
    id: 'root',
    layoutOptions: { ...OPTIONS, 'elk.padding': '[top=8,left=8,bottom=8,right=8]' },
  };
  graph.edges = [
    ...initials(drawing.root),
    ...drawing.edges.filter(hasPlace(drawing)).map((edge, index): ElkExtendedEdge => {
      const text = labelBlock(edge.lines, LABEL_WIDTH);
      const id = `edge ${index}`;
      labels.set(id, { edge, text });
      return {
        id,
        sources: [anchorId(back.has(edge) ? edge.to : edge.from)],
        targets: [anchorId(back.has(edge) ? edge.from : edge.to)],
        ...(text.rows.length > 0 && {
          // Labels with no text are left out of the layout.
          labels: [{ id: `label ${index}`, text: 'label', width: text.width, height: text.height }],
        }),
      };
    }),
  ];
  return collect(await elk.layout(graph), blocks, labels, back);
}

function toNode(
  state: DrawnState,
  depth: number,
  order: number,
  blocks: Map<string, { state: DrawnState; text: TextBlock; depth: number }>,
): ElkNode {
  const text = stateBlock(state, STATE_WIDTH);
  const place: LayoutOptions = state.region
    ? { 'elk.position': `(${order * 1000},0)`, 'elk.alignment': 'TOP' }
    : {};
  if (depth > 0) blocks.set(nodeId(state.path), { state, text, depth });
  if (state.states.length === 0) {
    return {
      id: nodeId(state.path),
      layoutOptions: place,
      width: Math.max(text.width, 60) + 2 * PADDING,
      height: text.height + 2 * PADDING,
    };
  }
  const dot = state.initial === undefined ? [] : [{ id: dotId(state.path), width: DOT, height: DOT }];
  const top = text.height + PADDING + LINE_HEIGHT;
  return {
    id: nodeId(state.path),
    layoutOptions: {
      // Regions stand in the order in which they are written.
      ...(state.type === 'parallel' && { 'elk.layered.crossingMinimization.semiInteractive': 'true' }),
      ...place,
      'elk.padding': `[top=${top},left=18,bottom=18,right=18]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${text.width + 2 * PADDING},0)`,
    },
    children: [...dot, ...state.states.map((child, index) => toNode(child, depth + 1, index, blocks))],
  };
}

/** The root has no box: what can happen at any time leads away from where the journey begins. */
function anchorId(path: string): string {
  return path === '' ? dotId('') : nodeId(path);
}

function hasPlace({ root }: Drawing): (edge: DrawnEdge) => boolean {
  return ({ from, to }) => to !== '' && (from !== '' || root.initial !== undefined);
}

function initials(state: DrawnState): ElkExtendedEdge[] {
  const own: ElkExtendedEdge[] =
    state.initial !== undefined && state.states.some(child => child.path === state.initial)
      ? [{ id: `begin ${state.path}`, sources: [dotId(state.path)], targets: [nodeId(state.initial)] }]
      : [];
  return [...own, ...state.states.flatMap(initials)];
}

function collect(
  graph: ElkNode,
  blocks: ReadonlyMap<string, { state: DrawnState; text: TextBlock; depth: number }>,
  labels: ReadonlyMap<string, { edge: DrawnEdge; text: TextBlock }>,
  back: ReadonlySet<DrawnEdge>,
): Layout {
  const states: PlacedState[] = [];
  const dots: Box[] = [];
  const visit = (node: ElkNode): void => {
    const box = { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
    const known = blocks.get(node.id);
    if (known) states.push({ ...known, ...box });
    else if (node.id.startsWith('dot ')) dots.push(box);
    node.children?.forEach(visit);
  };
  visit(graph);
  const edges = (graph.edges ?? []).map((edge): PlacedEdge => {
    const known = labels.get(edge.id);
    const label = edge.labels?.[0];
    const points = (edge.sections ?? []).flatMap(section => [
      section.startPoint,
      ...(section.bendPoints ?? []),
      section.endPoint,
    ]);
    return {
      points: known && back.has(known.edge) ? points.reverse() : points,
      ...(known && { edge: known.edge }),
      ...(known &&
        label && {
          label: {
            x: label.x ?? 0,
            y: label.y ?? 0,
            width: label.width ?? 0,
            height: label.height ?? 0,
            text: known.text,
          },
        }),
    };
  });
  return { width: graph.width ?? 0, height: graph.height ?? 0, states, dots, edges };
}

function nodeId(path: string): string {
  return `state ${path}`;
}

function dotId(path: string): string {
  return `dot ${path}`;
}
