import { type LinePiece, spansOf } from './code-span.js';
import { LINE_HEIGHT, MARK_WIDTH, type Row, type TextBlock } from './text-block.js';
import { round, svgMark } from './svg-mark.js';

/** Makes a text safe inside SVG elements and attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The rows of a block, the first at `y`. */
export function svgBlock(block: TextBlock, x: number, y: number): string {
  return block.rows.map((row, index) => svgRow(row, x, y + index * LINE_HEIGHT)).join('');
}

function svgRow(row: Row, x: number, y: number): string {
  const marks = row.mark ? [row.mark.mark, ...(row.mark.message ? (['message'] as const) : [])] : [];
  const left = row.style === 'line' ? x + MARK_WIDTH * Math.max(1, marks.length) : x;
  const kind = row.kind === 'refusal' ? ' refusal' : '';
  const parts = [
    row.mark?.note ? `<title>${escapeXml(row.mark.note)}</title>` : '',
    ...marks.map((mark, index) => svgMark(mark, x + index * MARK_WIDTH, y + 1.5)),
    `<text class="${row.style}${kind}" x="${round(left)}" y="${round(y + 13)}">${spansOf(row.text).map(svgSpan).join('')}</text>`,
  ].join('');
  return svgLink(row.mark?.href, row.mark?.note || kind ? `<g class="row${kind}">${parts}</g>` : parts);
}

function svgSpan({ text, isCode }: LinePiece): string {
  return isCode ? `<tspan class="code">${escapeXml(text)}</tspan>` : escapeXml(text);
}

/** Something that leads to an address, when there is one. */
export function svgLink(href: string | undefined, content: string): string {
  return href === undefined ? content : `<a href="${escapeXml(href)}">${content}</a>`;
}
