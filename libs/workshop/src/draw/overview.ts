import { everyDrawn } from './branch.js';
import { type Drawing, type DrawnEdge, type DrawnLine, type DrawnState } from './drawing.js';
import { CHANGE_SIGN } from './difference.js';
import { DRAWING_WORDS, type DrawingWords } from './drawing-words.js';

/** A picture of more states than this cannot be read at the width of a screen. */
const MOST_STATES = 60;
/** Lines beside an arrow between folded states. */
const MOST_LINES = 4;

/** Paths of the states to fold so that a drawing can be read, outermost first: regions, and groups of several states. */
export function foldsOf({ root }: Drawing): string[] {
  const all = everyDrawn(root).filter(({ path }) => path !== '');
  if (all.length <= MOST_STATES) return [];
  const isGroup = (state: DrawnState): boolean => {
    const inside = everyDrawn(state).slice(1);
    return state.region ? inside.length > 0 : inside.length > 2 && !inside.some(({ region }) => region);
  };
  const paths = all.filter(isGroup).map(({ path }) => path);
  return paths.filter(path => !paths.some(other => path.startsWith(`${other}.`)));
}

/**
 * Quotient graph: each of these states is one box that says how many are in it, and arrows that then run between the same
 * two boxes are one.
 *
 * @param href where a folded state is drawn in full
 */
export function overviewOf(
  drawing: Drawing,
  folds: readonly string[],
  href?: (path: string) => string,
): Drawing {
  const words = DRAWING_WORDS[drawing.language];
  const shown = (path: string): string =>
    folds.find(fold => path === fold || path.startsWith(`${fold}.`)) ?? path;
  const edges = new Map<string, DrawnEdge>();
  for (const edge of drawing.edges) {
    const [from, to] = [shown(edge.from), shown(edge.to)];
    if (from === to && folds.includes(from)) continue;
    const key = `${from} → ${to}`;
    const before = edges.get(key);
    edges.set(key, before ? joined(before, edge) : { ...edge, from, to });
  }
  return {
    ...drawing,
    root: folded(drawing.root, folds, words, href),
    edges: [...edges.values()].map(edge => ({ ...edge, lines: fewer(edge.lines, words) })),
  };
}

function folded(
  state: DrawnState,
  folds: readonly string[],
  words: DrawingWords,
  href?: (path: string) => string,
): DrawnState {
  if (!folds.includes(state.path)) {
    return { ...state, states: state.states.map(child => folded(child, folds, words, href)) };
  }
  const inside = everyDrawn(state).slice(1);
  const { initial: _, ...rest } = state;
  const isChanged = state.change === undefined && inside.some(({ change }) => change !== undefined);
  return {
    ...rest,
    ...(isChanged && { title: `${CHANGE_SIGN.changed} ${state.title}`, change: 'changed' as const }),
    type: 'atomic',
    lines: [{ mark: 'folded', text: words.states(inside.length) }, ...tasksIn(inside, words)],
    states: [],
    ...(href && { href: href(state.path) }),
  };
}

/** What people do in a folded state, each task once. */
function tasksIn(states: readonly DrawnState[], words: DrawingWords): DrawnLine[] {
  const tasks = states.flatMap(({ lines }) => lines.filter(({ mark }) => mark === 'person'));
  const texts = [...new Set(tasks.map(({ text }) => text))];
  return fewer(
    texts.map(text => ({ mark: 'person', text })),
    words,
  );
}

function fewer(lines: readonly DrawnLine[], words: DrawingWords): DrawnLine[] {
  if (lines.length <= MOST_LINES) return [...lines];
  const kept = lines.slice(0, MOST_LINES - 1);
  return [...kept, { mark: 'event', text: words.more(lines.length - kept.length) }];
}

function joined(one: DrawnEdge, other: DrawnEdge): DrawnEdge {
  const news = other.lines.filter(({ text }) => !one.lines.some(line => line.text === text));
  const walked = one.walked === true || other.walked === true;
  const change = one.change === other.change ? one.change : 'changed';
  return {
    ...one,
    ...(change && { change }),
    lines: [...one.lines, ...news],
    ...(one.walked !== undefined && { walked }),
  };
}
