import { type Drawing, type DrawnEdge } from './drawing.js';
import { type Layout, layOut, type PlacedEdge, type PlacedState } from './layout.js';
import { withoutSpans } from './code-span.js';
import { svgLegend } from './svg-legend.js';
import { round } from './svg-mark.js';
import { SVG_STYLE } from './svg-style.js';
import { escapeXml, svgBlock, svgLink } from './svg-text.js';
import { textWidth } from './text-size.js';

const MARGIN = 24;
const HEADING = 44;
const HEADING_SIZE = 20;

/**
 * The journey as an SVG picture: states inside states as boxes, parallel regions with dashed edges, colours
 * by the tier of the authority that is asked, and marks for tasks, deadlines, register events and messages.
 * It has a title and a description for screen readers and follows light and dark surroundings.
 */
export async function drawSvg(drawing: Drawing): Promise<string> {
  const layout = await layOut(drawing);
  const inner = Math.max(layout.width, textWidth(drawing.title, HEADING_SIZE, true));
  const legend = svgLegend(drawing, MARGIN, HEADING + layout.height + MARGIN, inner);
  const width = Math.ceil(inner + 2 * MARGIN);
  const height = Math.ceil(HEADING + layout.height + MARGIN + legend.height + MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="overgang" role="graphics-document document" lang="${drawing.language}" aria-labelledby="overgang-title overgang-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="overgang-title">${escapeXml(drawing.title)}</title>`,
    `<desc id="overgang-desc">${escapeXml(drawing.description)}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    `<text class="heading" x="${MARGIN}" y="32">${escapeXml(drawing.title)}</text>`,
    `<g transform="translate(${MARGIN} ${HEADING})">`,
    ...parts(layout),
    '</g>',
    legend.svg,
    '</svg>',
    '',
  ].join('\n');
}

function parts(layout: Layout): string[] {
  const boxes = layout.states.filter(placed => placed.state.states.length > 0);
  const leaves = layout.states.filter(placed => placed.state.states.length === 0);
  return [
    ...boxes.map(svgBox),
    ...layout.edges.map(svgArrow),
    ...boxes.map(svgHeading),
    ...leaves.map(svgState),
    ...layout.dots.map(
      dot =>
        `<circle class="dot" cx="${round(dot.x + dot.width / 2)}" cy="${round(dot.y + dot.height / 2)}" r="6"/>`,
    ),
    ...layout.edges.map(svgLabel),
  ];
}

/** The outline of a state with others inside it, below the arrows. */
function svgBox(placed: PlacedState): string {
  return `<g${offOf(placed)}>${outline(placed, 0)}</g>`;
}

/** Its *name compartment* (UML), above the arrows on a plate of its colour: one that runs there crosses no text. */
function svgHeading(placed: PlacedState): string {
  const { state, text, x, y } = placed;
  const plate = `<rect class="plate ${kindOf(state)}" x="${round(x + 9)}" y="${round(y + 4)}" width="${round(text.width + 6)}" height="${round(text.height + 11)}"/>`;
  return inLink(placed, plate + svgBlock(text, x + 12, y + 11));
}

function svgState(placed: PlacedState): string {
  const { state, text, x, y } = placed;
  const inner = state.type === 'final' ? outline(placed, 3.5) : '';
  return inLink(placed, outline(placed, 0) + inner + svgBlock(text, x + 12, y + 11));
}

function outline({ state, x, y, width, height }: PlacedState, inset: number): string {
  const radius = state.states.length > 0 ? 10 : 8;
  const kind = [kindOf(state), state.change, inset > 0 && 'inner'].filter(Boolean).join(' ');
  return `<rect class="${kind}" x="${round(x + inset)}" y="${round(y + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="${radius - inset}"/>`;
}

/** With all that it says as its tooltip, leading to where it is written. */
function inLink(placed: PlacedState, content: string): string {
  const { title, path, lines, href } = placed.state;
  const said = [title, path, ...lines.map(line => withoutSpans(line.text))].join(' · ');
  return svgLink(href, `<g${offOf(placed)}><title>${escapeXml(said)}</title>${content}</g>`);
}

function offOf({ state }: PlacedState): string {
  return state.walked === false ? ' class="off"' : '';
}

function kindOf(state: PlacedState['state']): string {
  if (state.stub) return 'stub';
  if (state.states.length > 0) return state.region ? 'region' : 'group';
  if (state.tier) return state.tier;
  return state.lines.some(line => line.mark === 'person') ? 'task' : 'box';
}

function svgArrow({ edge, points }: PlacedEdge): string {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return '';
  const style = arrowStyle(edge);
  const angle = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI;
  const path = points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`)
    .join(' ');
  return [
    `<path class="arrow${style}" d="${path}"/>`,
    `<path class="tip${style}" d="M0 0 L-9 -4 L-9 4 Z" transform="translate(${round(last.x)} ${round(last.y)}) rotate(${round(angle)})"/>`,
  ].join('');
}

/** Dashed when only time leads along it, red when a refusal does, and by the walk that is lit up. */
function arrowStyle(edge: DrawnEdge | undefined): string {
  const marks = edge?.lines.map(({ mark }) => mark) ?? [];
  const isClock = marks.length > 0 && marks.every(mark => mark === 'clock');
  return [
    isClock ? ' clock' : '',
    marks.includes('refusal') ? ' refusal' : '',
    edge?.change ? ` ${edge.change}` : '',
    edge?.walked === true ? ' lit' : '',
    edge?.walked === false ? ' off' : '',
  ].join('');
}

function svgLabel({ edge, label }: PlacedEdge): string {
  if (!label) return '';
  const { x, y, text } = label;
  return `<g class="label${edge?.walked === false ? ' off' : ''}">${svgBlock(text, x, y)}</g>`;
}
