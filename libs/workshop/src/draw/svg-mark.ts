import { type DrawingMark } from './drawing.js';

/** Little pictures in a square of 14 by 14, drawn with lines so that they take the colour of the text. */
const MARKS: Readonly<Record<DrawingMark, string>> = {
  person: '<circle cx="7" cy="4" r="2.7"/><path d="M1.6 13 C1.6 9.6 4 8.3 7 8.3 S12.4 9.6 12.4 13"/>',
  clock: '<circle cx="7" cy="7" r="5.6"/><path d="M7 3.6 V7 L9.4 8.6"/>',
  register:
    '<path d="M2 3.2 V10.8 C2 12 4.2 12.8 7 12.8 S12 12 12 10.8 V3.2"/><ellipse cx="7" cy="3.2" rx="5" ry="2"/><path d="M2 7 C2 8.2 4.2 9 7 9 S12 8.2 12 7"/>',
  authority: '<path d="M1.5 5 L7 1.6 L12.5 5 Z M2.6 7 V11 M7 7 V11 M11.4 7 V11 M1.5 12.6 H12.5"/>',
  refusal: '<path d="M3 3 L11 11 M11 3 L3 11"/>',
  skip: '<path d="M1.8 10.5 C3 4 9.4 3 11.4 8.6 M8.2 7.6 L11.5 9 L12.7 5.6"/>',
  done: '<path d="M2 7.4 L5.6 11 L12 3.4"/>',
  message: '<rect x="1.4" y="3" width="11.2" height="8.4" rx="1"/><path d="M1.8 3.8 L7 8 L12.2 3.8"/>',
  journey: '<path d="M1.4 12.4 H5 V9 H8.6 V5.6 H12.4 M9.6 2.8 L12.6 5.6 L9.6 8.4"/>',
  event: '<path d="M2.5 7 H10.5 M7.6 3.8 L11 7 L7.6 10.2"/>',
  folded: '<rect x="1.4" y="4.6" width="8" height="8" rx="1"/><path d="M4.6 4.4 V1.4 H12.6 V9.4 H9.6"/>',
  choice: '<path d="M7 1.8 L12.2 7 L7 12.2 L1.8 7 Z"/>',
};

/** A mark with its top left corner at the given place. */
export function svgMark(mark: DrawingMark, x: number, y: number): string {
  return `<g class="mark" aria-hidden="true" transform="translate(${round(x)} ${round(y)})">${MARKS[mark]}</g>`;
}

/** Coordinates with one decimal: small files, and the same picture on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
