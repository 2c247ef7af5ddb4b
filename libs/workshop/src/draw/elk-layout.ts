import { type ELK, type ElkExtendedEdge, type ElkNode, type LayoutOptions } from 'elkjs/lib/elk-api.js';
import { backEdges } from './back-edges.js';
import { everyDrawn } from './branch.js';
import { type DrawnEdge, type DrawnState } from './drawing.js';
import { type Box, type Layout, type PlacedEdge, type PlacedState } from './layout.js';
import { type Sized } from './pack.js';
import { type DrawnScope, type ScopedEdge } from './scopes.js';
import { labelBlock, LINE_HEIGHT, PADDING, STATE_WIDTH, stateBlock, type TextBlock } from './text-block.js';

const LABEL_WIDTH = 170;
const DOT = 16;

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

interface Known {
  readonly states: Map<string, { state: DrawnState; text: TextBlock }>;
  readonly edges: Map<string, { edge: DrawnEdge; text: TextBlock; isBack: boolean }>;
}

/**
 * Places one scope with the layered algorithm of the Eclipse Layout Kernel. Parallel states in it are boxes of a given
 * size. The root of the whole machine has no box of its own, a region has.
 */
export async function layOutScope(scope: DrawnScope, boxes: ReadonlyMap<string, Sized>): Promise<Layout> {
  const known: Known = { states: new Map(), edges: new Map() };
  const root = toNode(scope.root, boxes, known);
  const isMachine = scope.root.path === '';
  if (isMachine) known.states.delete(root.id);
  const graph: ElkNode = {
    ...(isMachine ? root : { children: [root] }),
    id: 'graph',
    layoutOptions: { ...OPTIONS, 'elk.padding': `[top=${isMachine ? 8 : 0},left=0,bottom=0,right=0]` },
    edges: [...initials(scope.root, boxes), ...toEdges(scope, known)],
  };
  return collect(await (await kernel()).layout(graph), known);
}

/** Loaded when something is drawn: it is larger than all else that a process loads, and few processes draw. */
async function kernel(): Promise<ELK> {
  const { default: ElkConstructor } = await import('elkjs/lib/elk.bundled.js');
  return new (ElkConstructor as unknown as new () => ELK)();
}

function toNode(state: DrawnState, boxes: ReadonlyMap<string, Sized>, known: Known): ElkNode {
  const id = nodeId(state.path);
  const text = stateBlock(state, STATE_WIDTH);
  const box = boxes.get(state.path);
  known.states.set(id, { state, text });
  if (box) return { id, width: box.width, height: box.height };
  if (state.states.length === 0) {
    return { id, width: Math.max(text.width, 60) + 2 * PADDING, height: text.height + 2 * PADDING };
  }
  const dot = state.initial === undefined ? [] : [{ id: dotId(state.path), width: DOT, height: DOT }];
  const top = text.height + PADDING + LINE_HEIGHT;
  return {
    id,
    layoutOptions: {
      'elk.padding': `[top=${top},left=18,bottom=18,right=18]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${text.width + 2 * PADDING},0)`,
    },
    children: [...dot, ...state.states.map(child => toNode(child, boxes, known))],
  };
}

function toEdges(scope: DrawnScope, known: Known): ElkExtendedEdge[] {
  const back = backEdges(scope);
  const titles = new Map(everyDrawn(scope.root).map(({ path, title }) => [path, title]));
  return scope.edges.map(({ edge, from, to }: ScopedEdge, index) => {
    // An arrow that ends inside a closed box says where.
    const hidden = [...(from === edge.from ? [] : [edge.from]), ...(to === edge.to ? [] : [edge.to])];
    const real = hidden.map(path => titles.get(path) ?? path);
    const text = labelBlock(
      real.length > 0 ? [...edge.lines, { mark: 'event', text: `(${real.join(' → ')})` }] : edge.lines,
      LABEL_WIDTH,
    );
    const isBack = back.has(edge);
    const id = `edge ${index}`;
    known.edges.set(id, { edge, text, isBack });
    return {
      id,
      sources: [nodeId(isBack ? to : from)],
      targets: [nodeId(isBack ? from : to)],
      // Labels with no text are left out of the layout.
      ...(text.rows.length > 0 && {
        labels: [{ id: `label ${index}`, text: 'label', width: text.width, height: text.height }],
      }),
    };
  });
}

function initials(state: DrawnState, boxes: ReadonlyMap<string, Sized>): ElkExtendedEdge[] {
  if (boxes.has(state.path)) return [];
  const begins = state.initial !== undefined && state.states.some(child => child.path === state.initial);
  const own = begins
    ? [{ id: `begin ${state.path}`, sources: [dotId(state.path)], targets: [nodeId(state.initial ?? '')] }]
    : [];
  return [...own, ...state.states.flatMap(child => initials(child, boxes))];
}

function collect(graph: ElkNode, known: Known): Layout {
  const states: PlacedState[] = [];
  const dots: Box[] = [];
  const visit = (node: ElkNode): void => {
    const box = { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
    const found = known.states.get(node.id);
    if (found) states.push({ ...found, ...box });
    else if (node.id.startsWith('dot ')) dots.push(box);
    node.children?.forEach(visit);
  };
  visit(graph);
  const edges = (graph.edges ?? []).map(edge => placedEdge(edge, known));
  return { width: graph.width ?? 0, height: graph.height ?? 0, states, dots, edges };
}

function placedEdge({ id, sections, labels }: ElkExtendedEdge, known: Known): PlacedEdge {
  const found = known.edges.get(id);
  const [label] = labels ?? [];
  const points = (sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
    startPoint,
    ...(bendPoints ?? []),
    endPoint,
  ]);
  if (!found) return { points };
  const { edge, text, isBack } = found;
  const { x = 0, y = 0, width = 0, height = 0 } = label ?? {};
  return {
    edge,
    points: isBack ? points.reverse() : points,
    ...(label && { label: { x, y, width, height, text } }),
  };
}

function nodeId(path: string): string {
  return `state ${path}`;
}

function dotId(path: string): string {
  return `dot ${path}`;
}
