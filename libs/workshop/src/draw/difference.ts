import { dateInWords } from '#calendar';
import { type Definition, everyState } from '#journey';
import { versionParts } from '../diff/version-parts.js';
import { ANYTIME } from './drawing-edges.js';
import {
  type Drawing,
  type DrawnChange,
  type DrawnEdge,
  type DrawnLine,
  type DrawnState,
} from './drawing.js';
import { DRAWING_WORDS } from './drawing-words.js';

/** Stands before what was changed, so that colour alone says nothing (WCAG 1.4.1). */
export const CHANGE_SIGN: Readonly<Record<DrawnChange, string>> = { added: '+', removed: '−', changed: '±' };

/** A version and its drawing. */
export interface DrawnVersion {
  readonly definition: Definition;
  readonly drawing: Drawing;
}

/**
 * Union graph of two versions: what the later one adds, removes and changes, each with its sign. A state is changed when
 * anything of it is that is not drawn as a state or an arrow of its own: its task, what it asks, its timers' meaning.
 */
export function differenceOf(before: DrawnVersion, after: DrawnVersion): Drawing {
  const [was, is] = [stateWords(before.definition), stateWords(after.definition)];
  const [waysBefore, waysAfter] = [wayWords(before.definition), wayWords(after.definition)];
  const { language } = after.drawing;
  return {
    ...after.drawing,
    title: DRAWING_WORDS[language].difference(
      after.drawing.title,
      dateInWords(before.definition.effective)[language],
    ),
    root: mergedState(
      before.drawing.root,
      after.drawing.root,
      (path: string) => was.get(path) !== is.get(path),
    ),
    edges: mergedEdges(
      before.drawing.edges,
      after.drawing.edges,
      (key: string) => waysBefore.get(key) !== waysAfter.get(key),
    ),
    compares: true,
  };
}

function mergedState(before: DrawnState, after: DrawnState, differs: (path: string) => boolean): DrawnState {
  const old = new Map(before.states.map(state => [state.path, state]));
  const now = new Set(after.states.map(({ path }) => path));
  const states = after.states.map(state => {
    const earlier = old.get(state.path);
    return earlier ? mergedState(earlier, state, differs) : throughout(state, 'added');
  });
  const gone = before.states.flatMap(state => (now.has(state.path) ? [] : [throughout(state, 'removed')]));
  const merged = {
    ...after,
    lines: mergedLines(before.lines, after.lines),
    states: [...states, ...gone],
  };
  // What stands for leaving at any time is in no version.
  return after.path !== ANYTIME && after.path !== '' && differs(after.path)
    ? signed(merged, 'changed')
    : merged;
}

function throughout(state: DrawnState, change: DrawnChange): DrawnState {
  return signed({ ...state, states: state.states.map(child => throughout(child, change)) }, change);
}

function signed(state: DrawnState, change: DrawnChange): DrawnState {
  return { ...state, title: `${CHANGE_SIGN[change]} ${state.title}`, change };
}

function mergedEdges(
  before: readonly DrawnEdge[],
  after: readonly DrawnEdge[],
  differs: (key: string) => boolean,
): DrawnEdge[] {
  const old = new Map(before.map(edge => [keyOf(edge), edge]));
  const now = new Set(after.map(keyOf));
  const edges = after.map((edge): DrawnEdge => {
    const earlier = old.get(keyOf(edge));
    if (!earlier) return { ...edge, lines: signedLines(edge.lines, 'added'), change: 'added' };
    if (!differs(keyOf(edge)) && hasSame(earlier.lines, edge.lines)) return edge;
    const lines = mergedLines(earlier.lines, edge.lines);
    const isSaid = lines.some(({ text }, index) => text !== edge.lines[index]?.text);
    return { ...edge, lines: isSaid ? lines : signedLines(lines, 'changed'), change: 'changed' };
  });
  const gone = before
    .filter(edge => !now.has(keyOf(edge)))
    .map((edge): DrawnEdge => ({ ...edge, lines: signedLines(edge.lines, 'removed'), change: 'removed' }));
  return [...edges, ...gone];
}

/** Whether they say the same: a number of the law may be another while what is written of it stands. */
function hasSame(before: readonly DrawnLine[], after: readonly DrawnLine[]): boolean {
  return before.map(({ text }) => text).join('\n') === after.map(({ text }) => text).join('\n');
}

/** The lines of both, those of one alone with its sign. */
function mergedLines(before: readonly DrawnLine[], after: readonly DrawnLine[]): DrawnLine[] {
  const isIn = (lines: readonly DrawnLine[], { mark, text }: DrawnLine): boolean =>
    lines.some(line => line.mark === mark && line.text === text);
  return [
    ...after.flatMap(line => (isIn(before, line) ? [line] : signedLines([line], 'added'))),
    ...signedLines(
      before.filter(line => !isIn(after, line)),
      'removed',
    ),
  ];
}

/** An arrow without words gets its sign as its only one. */
function signedLines(lines: readonly DrawnLine[], change: DrawnChange): DrawnLine[] {
  return lines.map(line => ({ ...line, text: `${CHANGE_SIGN[change]} ${line.text}`.trim() }));
}

/** By path all that is written of a state, without its ways out. */
function stateWords(definition: Definition): Map<string, string> {
  const parts = versionParts(definition);
  return new Map(
    everyState(definition.machine).map(({ path }) => {
      const kinds = ['state', 'task', 'service asked in', 'journey waited for in'];
      return [path, kinds.map(kind => parts.get(`${kind} ${path}`) ?? '').join('\n')];
    }),
  );
}

/** By the states that an arrow connects, every way along it: when, under which condition, and what is done. */
function wayWords(definition: Definition): Map<string, string> {
  const parts = versionParts(definition);
  const ways = new Map<string, string>();
  for (const { transitions } of everyState(definition.machine)) {
    for (const { id, source, targets, targetPaths } of transitions) {
      for (const to of targets.length > 0 ? targetPaths : [source]) {
        const key = keyOf({ from: source || ANYTIME, to: to ?? '' });
        // The number of a way among its likes changes with them.
        const trigger = id.replace(/ \d+$/, '');
        ways.set(key, `${ways.get(key) ?? ''}${trigger}: ${parts.get(`way ${id.trim()}`) ?? ''}\n`);
      }
    }
  }
  return ways;
}

function keyOf({ from, to }: Pick<DrawnEdge, 'from' | 'to'>): string {
  return `${from} → ${to}`;
}
