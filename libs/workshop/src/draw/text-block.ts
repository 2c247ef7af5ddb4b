import { codeSpan } from './code-span.js';
import { type DrawingMark, type DrawnLine, type DrawnState } from './drawing.js';
import { textWidth, wrapText } from './text-size.js';

export const TITLE_SIZE = 14;
export const TEXT_SIZE = 12;
export const LINE_HEIGHT = 17;
/** How wide the text of a state may be. */
export const STATE_WIDTH = 250;
/** Room between a box and its text. */
export const PADDING = 12;
/** Room for a mark before a line. */
export const MARK_WIDTH = 20;

/** A line that has been broken to fit: the mark belongs to the first of its rows. */
export interface Row {
  readonly text: string;
  readonly mark?: DrawnLine;
  /** The kind of its line, on every row of it. */
  readonly kind?: DrawingMark;
  readonly style: 'title' | 'key' | 'line';
}

/** Rows of text and the room they take, in pixels. */
export interface TextBlock {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
}

/** What stands in a state: its title, its key for designers, and what happens in it. */
export function stateBlock(state: DrawnState, width: number): TextBlock {
  const rows: Row[] = wrapText(state.title, width, TITLE_SIZE, true).map(text => ({ text, style: 'title' }));
  if (state.type !== 'history' && state.key !== '') rows.push({ text: state.key, style: 'key' });
  return block([...rows, ...state.lines.flatMap(line => lineRows(line, width))]);
}

/** What stands beside an arrow. */
export function labelBlock(lines: readonly DrawnLine[], width: number): TextBlock {
  return block(lines.flatMap(line => lineRows(line, width)));
}

function lineRows(line: DrawnLine, width: number): Row[] {
  const texts = wrapText(line.text, width - MARK_WIDTH, TEXT_SIZE);
  const rows = texts.length > 0 ? texts : [''];
  return rows.map((text, index) => ({
    text,
    style: 'line',
    kind: line.mark,
    ...(index === 0 && { mark: line }),
  }));
}

function block(rows: readonly Row[]): TextBlock {
  return {
    rows,
    width: Math.max(0, ...rows.map(rowWidth)),
    height: rows.length * LINE_HEIGHT,
  };
}

function rowWidth(row: Row): number {
  if (row.style === 'title') return textWidth(row.text, TITLE_SIZE, true);
  if (row.style === 'key') return textWidth(codeSpan(row.text), TEXT_SIZE);
  return MARK_WIDTH + textWidth(row.text, TEXT_SIZE) + (row.mark?.message ? MARK_WIDTH : 0);
}
