import { TIERS } from '#journey';
import { CHANGE_SIGN } from './difference.js';
import { type Drawing, type DrawnChange } from './drawing.js';
import { DRAWING_WORDS, type DrawingWords } from './drawing-words.js';
import { round, svgMark } from './svg-mark.js';
import { escapeXml } from './svg-text.js';
import { TEXT_SIZE } from './text-block.js';
import { textWidth } from './text-size.js';

const ROW = 24;
const GAP = 22;
const SIGN = 24;

/** The legend below a picture, broken into as many rows as the width asks for. */
export function svgLegend(
  { language, compares = false }: Pick<Drawing, 'language' | 'compares'>,
  left: number,
  top: number,
  width: number,
): { svg: string; height: number } {
  const words = DRAWING_WORDS[language];
  const items = [
    ...TIERS.map(tier => ({
      text: words.tiers[tier],
      sign: (x: number, y: number) =>
        `<rect class="${tier}" x="${round(x)}" y="${round(y)}" width="18" height="14" rx="3"/>`,
    })),
    ...(['person', 'clock', 'register', 'message', 'done', 'refusal', 'skip', 'journey'] as const).map(
      mark => ({
        text: words.marks[mark],
        sign: (x: number, y: number) => svgMark(mark, x + 2, y),
      }),
    ),
    {
      text: words.code,
      sign: (x: number, y: number) => `<text class="code" x="${round(x)}" y="${round(y + 11)}">abc</text>`,
    },
  ];
  if (compares) items.unshift(...changeItems(words));
  let x = left;
  let y = top;
  const drawn = items.map(item => {
    const room = SIGN + textWidth(item.text, TEXT_SIZE);
    if (x > left && x + room > left + width) {
      x = left;
      y += ROW;
    }
    const svg = `${item.sign(x, y)}<text class="line" x="${round(x + SIGN)}" y="${round(y + 11.5)}">${escapeXml(item.text)}</text>`;
    x += room + GAP;
    return svg;
  });
  return {
    svg: `<g role="group" aria-label="${escapeXml(words.legend)}">${drawn.join('')}</g>`,
    height: y - top + ROW,
  };
}

/** A box as what was added, removed and changed has it, with its sign. */
function changeItems(words: DrawingWords): { text: string; sign: (x: number, y: number) => string }[] {
  return (Object.keys(CHANGE_SIGN) as DrawnChange[]).map(change => ({
    text: `${CHANGE_SIGN[change]} ${words.changes[change]}`,
    sign: (x, y) =>
      `<rect class="box ${change}" x="${round(x)}" y="${round(y)}" width="18" height="14" rx="3"/>`,
  }));
}
