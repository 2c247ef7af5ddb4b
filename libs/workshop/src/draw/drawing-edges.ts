import { type StateDefinition, type TransitionDefinition } from '#journey';
import { type DrawingRequest, type DrawnEdge, type DrawnLine } from './drawing.js';
import { journeyName } from './journey-name.js';
import { linkTo } from './link-to.js';
import { type DrawingWords } from './drawing-words.js';
import { triggerKey } from '../trigger-key.js';
import { delayWords, withNumbers } from './delay-words.js';
import { codeSpan } from './code-span.js';
import { ownName } from './plain-name.js';

/** The path under which the whole machine is drawn as where an arrow begins. No state has such a name. */
export const ANYTIME = '*';

/**
 * One arrow for each pair of states that a transition connects, in the order of the definition; several
 * transitions between the same two share the arrow, each with its own line. Targets that do not exist have
 * no arrow.
 */
export function drawEdges(request: DrawingRequest, words: DrawingWords): DrawnEdge[] {
  const edges = new Map<string, { from: string; to: string; lines: DrawnLine[]; walked?: boolean }>();
  const visit = (state: StateDefinition): void => {
    for (const [index, transition] of state.transitions.entries()) {
      const line = lineOf(state, index, request, words);
      const from = state.path || ANYTIME;
      for (const to of transition.targets.length > 0 ? transition.targetPaths : [from]) {
        if (to === undefined || to === '') continue;
        const key = `${from} → ${to}`;
        const edge = edges.get(key) ?? { from, to, lines: [] };
        if (line && !edge.lines.some(other => other.text === line.text)) edge.lines.push(line);
        if (request.walk) edge.walked = edge.walked === true || request.walk.walked.has(transition.id);
        edges.set(key, edge);
      }
    }
    state.states.forEach(visit);
  };
  visit(request.definition.machine);
  return [...edges.values()];
}

function lineOf(
  state: StateDefinition,
  index: number,
  request: DrawingRequest,
  words: DrawingWords,
): DrawnLine | undefined {
  const transition = state.transitions[index] as TransitionDefinition;
  const condition = conditionOf(state, index, words);
  const line = triggerLine(state, transition, request, words);
  const started = transition.actions
    .filter(({ type }) => type === 'starts')
    .map(action => `(${words.starts(journeyName(action, request))})`);
  const text = [line.text, condition, ...started].filter(Boolean).join(' ');
  const message = transition.actions.some(action => action.type === 'message');
  if (!text && !message) return undefined;
  const notes = [line.note, noteOf(transition.guard, request)].filter(Boolean).join(' · ');
  return {
    ...line,
    text,
    ...(message && { message }),
    ...(notes && { note: notes }),
    ...linkTo(request, transition.at),
  };
}

/** What a guard means, with the numbers in force, and by which law. */
function noteOf(guard: string | undefined, request: DrawingRequest): string {
  const condition = guard === undefined ? undefined : request.definition.conditions[guard];
  if (!condition) return '';
  return [`${ownName(guard ?? '')}: ${withNumbers(condition.when, request)}`, condition.source]
    .filter(Boolean)
    .join(' · ');
}

/** The guard in brackets, by its name in the file; `[otherwise]` for the last of several that has none. */
function conditionOf(state: StateDefinition, index: number, words: DrawingWords): string {
  const transition = state.transitions[index] as TransitionDefinition;
  if (transition.guard) return `[${codeSpan(ownName(transition.guard))}]`;
  const guarded = state.transitions
    .slice(0, index)
    .some(other => triggerKey(other) === triggerKey(transition) && other.guard !== undefined);
  return guarded ? `[${words.otherwise}]` : '';
}

function triggerLine(
  state: StateDefinition,
  { trigger }: TransitionDefinition,
  request: DrawingRequest,
  words: DrawingWords,
): DrawnLine {
  const { definition, catalogue, language } = request;
  switch (trigger.kind) {
    case 'event': {
      const form = state.task && definition.texts[language]?.forms[state.task.form];
      return { mark: 'event', text: form?.events[trigger.event] ?? codeSpan(trigger.event) };
    }
    case 'report':
      return {
        mark: 'register',
        text: catalogue?.registerEvent(trigger.event)?.name[language] ?? codeSpan(trigger.event),
      };
    case 'after':
      return { mark: 'clock', ...delayWords(trigger.delay, 'after', request, words) };
    case 'always':
      return { mark: 'choice', text: '' };
    case 'done':
      return { mark: 'done', text: words.allDone };
    case 'answer':
      return { mark: 'done', text: words.answered };
    case 'refusal':
      return { mark: 'refusal', text: words.refused };
    case 'skip':
      return { mark: 'skip', text: words.skipped };
    case 'ended':
      return {
        mark: trigger.key === 'refused' ? 'refusal' : 'journey',
        text: words.ends[trigger.key] ?? codeSpan(trigger.key),
      };
  }
}
