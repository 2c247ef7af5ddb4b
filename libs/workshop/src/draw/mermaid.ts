import { withoutSpans } from './code-span.js';
import { ANYTIME } from './drawing-edges.js';
import { everyDrawn } from './branch.js';
import {
  type Drawing,
  type DrawnChange,
  type DrawnEdge,
  type DrawnLine,
  type DrawnState,
} from './drawing.js';

const INDENT = '  ';
const SIGNS: Readonly<Partial<Record<DrawnLine['mark'], string>>> = {
  person: '👤 ',
  clock: '⏱ ',
  register: '📡 ',
  message: '✉ ',
  journey: '⤴ ',
  refusal: '✕ ',
  skip: '↷ ',
  done: '✓ ',
};

const CHANGE_STYLES: Readonly<Record<DrawnChange, string>> = {
  added: 'stroke:#0b6b3a,stroke-width:4px',
  removed: 'stroke:#a3231b,stroke-width:3px,stroke-dasharray:3 4',
  changed: 'stroke:#7a4b00,stroke-width:3px,stroke-dasharray:12 3 3 3',
};

/**
 * The journey as text for Mermaid's `stateDiagram-v2`, which renders in Markdown.
 *
 * Mermaid cannot draw an arrow between states inside two different composite states. Such an arrow is drawn
 * between the outermost states that differ, and its label names the real ends.
 */
export function drawMermaid(drawing: Drawing): string {
  return [
    '---',
    `title: ${JSON.stringify(drawing.title)}`,
    '---',
    'stateDiagram-v2',
    `${INDENT}accTitle: ${plain(drawing.title)}`,
    `${INDENT}accDescr: ${plain(drawing.description)}`,
    ...inside(drawing.root, drawing, 1),
    ...tierClasses(drawing.root),
    ...walkedClass(drawing.root),
    ...changeClasses(drawing),
    '',
  ].join('\n');
}

function inside(parent: DrawnState, drawing: Drawing, depth: number): string[] {
  const indent = INDENT.repeat(depth);
  const lines: string[] = [];
  for (const [index, state] of parent.states.entries()) {
    if (parent.type === 'parallel' && index > 0) lines.push(`${indent}--`);
    lines.push(...declare(state, drawing, depth));
  }
  if (parent.initial !== undefined) lines.push(`${indent}[*] --> ${idOf(parent.initial)}`);
  for (const edge of drawing.edges) {
    const ends = endsWithin(parent, edge);
    if (ends) lines.push(`${indent}${idOf(ends.from)} --> ${idOf(ends.to)}${labelOf(edge, ends)}`);
  }
  for (const state of parent.states) {
    if (state.type === 'final') lines.push(`${indent}${idOf(state.path)} --> [*]`);
  }
  return lines;
}

function declare(state: DrawnState, drawing: Drawing, depth: number): string[] {
  const indent = INDENT.repeat(depth);
  const title = quoted(
    [state.title, ...state.lines.map(line => sign(line) + withoutSpans(line.text))].join('<br/>'),
  );
  const declaration = `${indent}state "${title}" as ${idOf(state.path)}`;
  if (state.states.length === 0) return [declaration];
  return [
    declaration,
    `${indent}state ${idOf(state.path)} {`,
    ...inside(state, drawing, depth + 1),
    `${indent}}`,
  ];
}

/** The two children of `parent` between which the arrow runs, when `parent` is where its ends part. */
function endsWithin(
  { states }: DrawnState,
  { from, to }: DrawnEdge,
): { from: string; to: string } | undefined {
  const child = (path: string): string | undefined =>
    states.find(({ path: own }) => path === own || path.startsWith(`${own}.`))?.path;
  const ends = { from: child(from), to: child(to) };
  if (ends.from === undefined || ends.to === undefined) return undefined;
  const same = ends.from === ends.to;
  // An arrow from a state into itself or its own inside belongs where the state stands.
  if (same && ends.from !== from && ends.to !== to) return undefined;
  return { from: ends.from, to: ends.to };
}

function labelOf(edge: DrawnEdge, ends: { from: string; to: string }): string {
  const labels = edge.lines.map(line => sign(line) + withoutSpans(line.text) + (line.message ? ' ✉' : ''));
  if (ends.from !== edge.from || ends.to !== edge.to) labels.push(`(${edge.from} → ${edge.to})`);
  return labels.length > 0 ? ` : ${plain(labels.join(' / '))}` : '';
}

function tierClasses(root: DrawnState): string[] {
  const byTier = new Map<string, string[]>();
  const visit = (state: DrawnState): void => {
    if (state.tier) byTier.set(state.tier, [...(byTier.get(state.tier) ?? []), idOf(state.path)]);
    state.states.forEach(visit);
  };
  visit(root);
  return [
    `${INDENT}classDef municipal fill:#dcefe3,stroke:#1f7a4d,color:#10241a`,
    `${INDENT}classDef regional fill:#dde9f8,stroke:#2460a7,color:#0f1f33`,
    `${INDENT}classDef state_ fill:#f8e4e2,stroke:#a83a32,color:#331512`,
    ...[...byTier].map(
      ([tier, ids]) => `${INDENT}class ${ids.join(',')} ${tier === 'state' ? 'state_' : tier}`,
    ),
  ];
}

/** The states of the walk that is lit up, with a thick edge. */
function walkedClass(root: DrawnState): string[] {
  const ids = everyDrawn(root).flatMap(({ path, walked }) => (walked && path !== '' ? [idOf(path)] : []));
  if (ids.length === 0) return [];
  return [`${INDENT}classDef walked stroke-width:4px`, `${INDENT}class ${ids.join(',')} walked`];
}

/** What a version adds, removes and changes: the signs stand in the titles, colours and edges beside them. */
function changeClasses({ root, compares }: Drawing): string[] {
  if (!compares) return [];
  const ids = (wanted: DrawnChange): string =>
    everyDrawn(root)
      .flatMap(({ path, change }) => (change === wanted ? [idOf(path)] : []))
      .join(',');
  return Object.entries(CHANGE_STYLES).flatMap(([change, style]) => {
    const states = ids(change as DrawnChange);
    return states === ''
      ? []
      : [`${INDENT}classDef ${change} ${style}`, `${INDENT}class ${states} ${change}`];
  });
}

function sign(line: DrawnLine): string {
  return SIGNS[line.mark] ?? '';
}

/** Paths as Mermaid ids; a suffix keeps them apart from Mermaid's own words (`state`, `end`, `note`). */
function idOf(path: string): string {
  return `${path.replaceAll('.', '_').replace(ANYTIME, 'anytime')}_`;
}

/** Colons, semicolons and hashes mean something to Mermaid and are written as entities. */
function plain(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replaceAll(/(?<!#35);/g, '#59;')
    .replaceAll(':', '#58;')
    .replaceAll('\n', ' ');
}

function quoted(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll('\n', ' ');
}
