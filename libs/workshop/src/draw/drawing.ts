import {
  type Definition,
  DefinitionError,
  everyState,
  type Language,
  type ServiceCatalogue,
  type StateDefinition,
  type Tier,
} from '#journey';
import { inDigits, tooLarge } from '../check/bounds/too-large.js';
import { ANYTIME, drawEdges } from './drawing-edges.js';
import { DRAWING_WORDS, type DrawingWords } from './drawing-words.js';
import { heading, plainDelay } from './plain-name.js';

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
  | 'event'
  | 'choice';

/** One line of text in a state or beside an arrow. */
export interface DrawnLine {
  readonly mark: DrawingMark;
  readonly text: string;
  readonly tier?: Tier;
  /** A message goes out with it. */
  readonly message?: boolean;
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
}

/** Every transition from one state to another, as one arrow. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly DrawnLine[];
}

/** What a picture of a journey shows, before anything has a place or a notation. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly root: DrawnState;
  readonly edges: readonly DrawnEdge[];
}

/** What a drawing is made from. Without a catalogue services have their ids and no tier. */
export interface DrawingRequest {
  readonly definition: Definition;
  readonly catalogue?: ServiceCatalogue;
  readonly language: Language;
}

/** States of a picture that can be laid out in a few seconds, and read. */
const MOST_STATES = 500;

/**
 * Turns a definition into what a picture of it says, in the words of the citizen where there are any.
 *
 * @throws DefinitionError when it has more states than can be drawn
 */
export function toDrawing(request: DrawingRequest): Drawing {
  const { definition, language } = request;
  requireDrawable(definition);
  const words = DRAWING_WORDS[language];
  const machine = drawState(definition.machine, request, words, false);
  const edges = drawEdges(request, words);
  const isLeftAnytime = edges.some(({ from }) => from === ANYTIME);
  const root = isLeftAnytime ? { ...machine, states: [...machine.states, anytime(words)] } : machine;
  const all = everyState(definition.machine);
  return {
    title: `${definition.title[language]} (${definition.effective})`,
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

function requireDrawable({ id, machine, sources: { main } }: Definition): void {
  const states = everyState(machine);
  const first = states[MOST_STATES];
  if (!first) return;
  const message = `The picture would have ${inDigits(states.length)} states; ${MOST_STATES} can be drawn.`;
  const at = main.positionOf(first.at, { key: true });
  throw new DefinitionError(id, [tooLarge(main.file, at, message, 'Make two journeys of it.')]);
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
  ];
  const tier = lines.find(line => line.mark === 'authority')?.tier;
  const title = request.definition.texts[request.language]?.states[state.path] ?? heading(state.key);
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
    states: state.states.map(child => drawState(child, request, words, state.type === 'parallel')),
  };
}

function serviceLines(state: StateDefinition, { catalogue, language }: DrawingRequest): DrawnLine[] {
  return state.invokes.map(({ src }) => {
    const service = catalogue?.service(src);
    return service
      ? { mark: 'authority', text: service.name[language], tier: service.tier }
      : { mark: 'authority', text: src };
  });
}

function taskLines(state: StateDefinition, request: DrawingRequest, words: DrawingWords): DrawnLine[] {
  const { task } = state;
  if (!task) return [];
  const texts = request.definition.texts[request.language];
  const role = texts?.roles[task.role] ?? heading(task.role);
  const title = texts?.tasks[state.path]?.title;
  const lines: DrawnLine[] = [{ mark: 'person', text: title ? `${role}: ${title}` : role }];
  if (task.due) lines.push({ mark: 'clock', text: `${words.by} ${plainDelay(task.due, words)}` });
  return lines;
}

function messageLines(state: StateDefinition, { definition, language }: DrawingRequest): DrawnLine[] {
  return [...state.entry, ...state.exit]
    .filter(action => action.type === 'message')
    .map(({ params }) => {
      const key = String(params['text'] ?? '');
      return { mark: 'message', text: definition.texts[language]?.messages[key]?.subject ?? heading(key) };
    });
}

function isTimer(transition: StateDefinition['transitions'][number]): boolean {
  return transition.trigger.kind === 'after';
}

function join(parent: string, key: string): string {
  return parent ? `${parent}.${key}` : key;
}
