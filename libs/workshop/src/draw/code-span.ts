/** A piece of a line: words of its language, or a name as it stands in the journey's file. */
export interface LinePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * *Code span*, as in Markdown: a name of the journey's file among words of the reader. Names are in no language, and who
 * looks for one in the file finds it.
 */
export function codeSpan(name: string): string {
  return `\`${name}\``;
}

/** The pieces of a line, in order. */
export function spansOf(line: string): LinePiece[] {
  return line
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** A line where only plain text can stand. */
export function withoutSpans(line: string): string {
  return line.replaceAll('`', '');
}
