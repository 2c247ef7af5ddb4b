import { everyDrawn } from './branch.js';
import { withoutSpans } from './code-span.js';
import { ANYTIME } from './drawing-edges.js';
import { type Drawing } from './drawing.js';

/** A way out of a state: what opens it, and the title of where it leads. */
export interface DescribedWay {
  readonly when: readonly string[];
  readonly to: string;
}

export interface DescribedState {
  readonly path: string;
  readonly title: string;
  /** How many others it is inside of. */
  readonly depth: number;
  /** Tasks, deadlines, messages and whom it asks. */
  readonly lines: readonly string[];
  readonly ways: readonly DescribedWay[];
}

/** *Text alternative* of a picture (WCAG 2.2, 1.1.1): its states in order, and where each leads. */
export function describeDrawing({ root, edges }: Drawing): DescribedState[] {
  const all = everyDrawn(root);
  const titles = new Map(all.map(({ path, title }) => [path, title]));
  const drawn = all.filter(({ path, stub }) => path !== '' && path !== ANYTIME && stub !== true);
  const inOrder = all.some(({ path }) => path === ANYTIME) ? [...drawn, anytimeOf(all)] : drawn;
  const isWithin = (path: string, other: string): boolean => path.startsWith(`${other}.`);
  return inOrder.map(({ path, title, lines }) => ({
    path,
    title,
    depth: drawn.filter(other => isWithin(path, other.path)).length,
    lines: lines.map(({ text }) => withoutSpans(text)),
    ways: edges
      .filter(({ from }) => from === path)
      .map(({ to, lines: when }) => ({
        when: when.map(({ text }) => withoutSpans(text)).filter(Boolean),
        to: titles.get(to) ?? to,
      })),
  }));
}

function anytimeOf(states: readonly Drawing['root'][]): Drawing['root'] {
  return states.find(({ path }) => path === ANYTIME)!;
}
