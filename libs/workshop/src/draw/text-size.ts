/** Widths of characters as parts of the font size, for a sans-serif on the wide side (DejaVu, Verdana). */
const NARROW = 0.36;
const NORMAL = 0.59;
const WIDE = 0.86;
const BOLD = 1.14;
/** Names of the file stand in a smaller font, in which all are as wide. */
const CODE = 0.56;

/**
 * About how wide a line will be, in pixels. There is no font to measure with when the picture is made, so
 * this errs on the wide side: a box that is a little too large reads better than a word that sticks out.
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  let isCode = false;
  for (const character of text) {
    if (character === '`') isCode = !isCode;
    else if (isCode) width += CODE;
    else if (/[ijlItf.,:;'|!()[\]]/.test(character)) width += NARROW;
    else if (/[mwMWÆæ@%—→]/.test(character)) width += WIDE;
    else width += /[A-ZÅØ]/.test(character) ? NORMAL * 1.15 : NORMAL;
  }
  return Math.ceil(width * fontSize * (bold ? BOLD : 1));
}

/** Breaks a text between words so that no line is wider than `width` pixels, unless one word is. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, fontSize, bold) <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
