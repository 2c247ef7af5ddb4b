import { dateInWords } from '#calendar';
import {
  type Definition,
  DefinitionError,
  everyState,
  filledText,
  type Language,
  type ServiceCatalogue,
  startsIn,
  type StateDefinition,
  type Tier,
} from '#journey';
import { inDigits, tooLarge } from '../check/bounds/too-large.js';
import { ANYTIME, drawEdges } from './drawing-edges.js';
import { DRAWING_WORDS, type DrawingWords } from './drawing-words.js';
import { delayWords } from './delay-words.js';
import { journeyName } from './journey-name.js';
import { linkTo } from './link-to.js';
import { codeSpan } from './code-span.js';
import { heading } from './plain-name.js';

/** The little picture that stands before a line. */
export type DrawingMark =
  | 'person'
  | 'clock'
  | 'register'
  | 'authority'
  | 'refusal'
  | 'skip'
  | 'done'
  | 'message'
  | 'journey'
  | 'event'
  | 'choice'
  | 'folded';

/** What a later version does to what an earlier one has. */
export type DrawnChange = 'added' | 'removed' | 'changed';

/** One line of text in a state or beside an arrow. */
export interface DrawnLine {
  readonly mark: DrawingMark;
  readonly text: string;
  readonly tier?: Tier;
  /** A message goes out with it. */
  readonly message?: boolean;
  /** What a name in it means, and by which law. */
  readonly note?: string;
  readonly href?: string;
}

export interface DrawnState {
  readonly path: string;
  readonly key: string;
  readonly title: string;
  readonly type: StateDefinition['type'];
  /** One of several states that are active at once. */
  readonly region: boolean;
  /** Tier of the authority that is asked here. */
  readonly tier?: Tier;
  readonly lines: readonly DrawnLine[];
  readonly initial?: string;
  readonly states: readonly DrawnState[];
  /** Where it is written, or where it is drawn in full. */
  readonly href?: string;
  /** Whether the scenario that is lit up enters it; absent when none is. */
  readonly walked?: boolean;
  /** Stands for a state outside the branch that is drawn. */
  readonly stub?: boolean;
  /** In a picture of two versions. */
  readonly change?: DrawnChange;
}

/** Every transition from one state to another, as one arrow. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly DrawnLine[];
  /** Whether the scenario that is lit up takes one of its transitions; absent when none is. */
  readonly walked?: boolean;
  /** In a picture of two versions. */
  readonly change?: DrawnChange;
}

/** What a picture of a journey shows, before anything has a place or a notation. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly root: DrawnState;
  readonly edges: readonly DrawnEdge[];
  /** Shows what one version changes of another. */
  readonly compares?: boolean;
}

/** What a drawing is made from. Without a catalogue services have their ids and no tier. */
export interface DrawingRequest {
  readonly definition: Definition;
  readonly catalogue?: ServiceCatalogue;
  readonly language: Language;
  /** The day, `YYYY-MM-DD`, whose numbers of the law are shown; default: the day the version takes effect. */
  readonly day?: string;
  /** Address of a line of a file of the journey's folder. Absent: the picture links to nothing. */
  readonly link?: (file: string, line: number) => string;
  /** What a scenario walks: paths of states and ids of transitions. It is lit up. */
  readonly walk?: { readonly entered: ReadonlySet<string>; readonly walked: ReadonlySet<string> };
}

/** States of a picture that can be laid out in a few seconds, and read. */
const MOST_STATES = 500;

/**
 * Turns a definition into what a picture of it says, in the words of the citizen where there are any.
 *
 * @throws DefinitionError when it has more states than can be drawn
 */
export function toDrawing(asked: DrawingRequest): Drawing {
  const request = { ...asked, definition: oncePerEach(asked.definition) };
  const { definition, language } = request;
  requireDrawable(definition);
  const words = DRAWING_WORDS[language];
  const machine = drawState(definition.machine, request, words, false);
  const edges = drawEdges(request, words);
  const isLeftAnytime = edges.some(({ from }) => from === ANYTIME);
  const root = isLeftAnytime ? { ...machine, states: [...machine.states, anytime(words)] } : machine;
  const all = everyState(definition.machine);
  return {
    title: `${definition.title[language]} (${dateInWords(definition.effective)[language]})`,
    description: [
      definition.texts[language]?.summary,
      words.describe({
        states: all.length - 1,
        tasks: all.filter(state => state.task).length,
        services: all.reduce((sum, state) => sum + state.invokes.length, 0),
        timers: all.reduce((sum, state) => sum + state.transitions.filter(isTimer).length, 0),
      }),
    ]
      .filter(Boolean)
      .join(' '),
    language,
    root,
    edges,
  };
}

/** Of the regions of an `each`, which are alike, the first stands for all. */
function oncePerEach(definition: Definition): Definition {
  const { uses } = definition.expansion;
  const others = new Set(uses.flatMap(({ path, member }) => (member && member.index > 0 ? path : [])));
  if (others.size === 0) return definition;
  const without = (state: StateDefinition): StateDefinition => ({
    ...state,
    states: state.states.flatMap(child => (others.has(child.path) ? [] : without(child))),
  });
  return { ...definition, machine: without(definition.machine) };
}

function requireDrawable({ id, machine, expansion: { origins } }: Definition): void {
  const states = everyState(machine);
  const first = states[MOST_STATES];
  if (!first) return;
  const message = `The picture would have ${inDigits(states.length)} states; ${MOST_STATES} can be drawn.`;
  const { source, path } = origins.of(first.at);
  const at = source.positionOf(path, { key: true });
  throw new DefinitionError(id, [tooLarge(source.file, at, message, 'Make two journeys of it.')]);
}

/** Stands for the whole machine where a transition leaves it from whatever state it is in. */
function anytime({ anytime: title }: DrawingWords): DrawnState {
  return { path: ANYTIME, key: '', title, type: 'atomic', region: false, lines: [], states: [] };
}

function drawState(
  state: StateDefinition,
  request: DrawingRequest,
  words: DrawingWords,
  region: boolean,
): DrawnState {
  const lines = [
    ...serviceLines(state, request),
    ...taskLines(state, request, words),
    ...messageLines(state, request),
    ...journeyLines(state, request, words),
  ];
  const tier = lines.find(line => line.mark === 'authority')?.tier;
  const { texts, expansion } = request.definition;
  const each = expansion.uses.find(({ path, member }) => member && path === state.path)?.member;
  const named = texts[request.language]?.states[state.path] ?? heading(state.key);
  const title = each ? `${named} ×${each.most}` : named;
  const initial = state.initial === undefined ? undefined : join(state.path, state.initial);
  return {
    path: state.path,
    key: state.key,
    title: state.type === 'history' ? words.history : title,
    type: state.type,
    region,
    ...(tier && { tier }),
    lines,
    ...(initial !== undefined && { initial }),
    states: toldApart(state.states.map(child => drawState(child, request, words, state.type === 'parallel'))),
    ...linkTo(request, state.at),
    ...(request.walk && { walked: state.path === '' || request.walk.entered.has(state.path) }),
  };
}

/** States beside each other with the same title get their key added. */
function toldApart(states: readonly DrawnState[]): DrawnState[] {
  const isDouble = ({ title }: DrawnState): boolean =>
    states.filter(other => other.title === title).length > 1;
  return states.map(state =>
    isDouble(state) && state.type !== 'history'
      ? { ...state, title: `${state.title} (${state.key})` }
      : state,
  );
}

function serviceLines(state: StateDefinition, { catalogue, language }: DrawingRequest): DrawnLine[] {
  return state.invokes.map(({ src }) => {
    const service = catalogue?.service(src);
    return service
      ? { mark: 'authority', text: service.name[language], tier: service.tier }
      : { mark: 'authority', text: codeSpan(src) };
  });
}

function taskLines(state: StateDefinition, request: DrawingRequest, words: DrawingWords): DrawnLine[] {
  const { task } = state;
  if (!task) return [];
  const texts = request.definition.texts[request.language];
  const role = texts?.roles[task.role] ?? heading(task.role);
  const title = texts?.tasks[state.path]?.title;
  const lines: DrawnLine[] = [
    { mark: 'person', text: title ? `${role}: ${readable(title, request)}` : role },
  ];
  if (task.due) lines.push({ mark: 'clock', ...delayWords(task.due, 'due', request, words) });
  return lines;
}

function messageLines(state: StateDefinition, request: DrawingRequest): DrawnLine[] {
  return [...state.entry, ...state.exit]
    .filter(action => action.type === 'message')
    .map(({ params }) => {
      const key = String(params['text'] ?? '');
      const subject = request.definition.texts[request.language]?.messages[key]?.subject;
      return { mark: 'message', text: subject === undefined ? codeSpan(key) : readable(subject, request) };
    });
}

/** A text before there are values: who has a role is called by it, and anything else is left open. */
function readable(text: string, { definition, language }: DrawingRequest): string {
  const roles = definition.texts[language]?.rolesInText;
  return filledText(text, ({ name }) => roles?.[name] ?? '…');
}

/** The journeys that a state starts when it is entered or left, and the one that it waits for. */
function journeyLines(state: StateDefinition, request: DrawingRequest, words: DrawingWords): DrawnLine[] {
  const { joins } = state;
  const joined =
    joins && startsIn(request.definition.machine).find(({ params }) => params['as'] === joins.journey);
  const name = joins && (joined ? journeyName(joined, request) : joins.journey);
  const started = [...state.entry, ...state.exit].filter(({ type }) => type === 'starts');
  const lines: DrawnLine[] = started.map(action => ({
    mark: 'journey',
    text: words.starts(journeyName(action, request)),
  }));
  if (name !== undefined) lines.push({ mark: 'journey', text: words.joins(name) });
  if (joins?.due) lines.push({ mark: 'clock', ...delayWords(joins.due, 'due', request, words) });
  return lines;
}

function isTimer(transition: StateDefinition['transitions'][number]): boolean {
  return transition.trigger.kind === 'after';
}

function join(parent: string, key: string): string {
  return parent ? `${parent}.${key}` : key;
}
