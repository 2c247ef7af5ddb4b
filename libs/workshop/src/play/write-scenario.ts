import { dateAt, startOfDay } from '#calendar';
import { type CompiledJourney } from '#journey';
import { type Instant, type Json, type JsonObject } from '#statechart';
import { type Happening } from './happening.js';
import { type Move, type Taken, type Walk } from './walk.js';
import { yamlText } from './yaml-text.js';

const SCHEMA = '# yaml-language-server: $schema=../../../libs/workshop/schema/scenario.schema.json\n';
const MINUTE = 60_000;

/** How a walk is kept as a scenario. */
export interface ScenarioNaming {
  /** What happens, in a sentence. */
  readonly name: string;
  /** Given where another version would be in force on the day it starts. */
  readonly version?: string;
}

/**
 * Capture and replay: a walk as the text of `scenarios/<name>.yaml`. What was told, asked and opened after each move is
 * what the scenario expects, and it holds as long as the journey still does the same.
 */
export function writeScenario(walk: Walk, { name, version }: ScenarioNaming): string {
  const { player, taken, begun } = walk;
  const silent = silentServices(player.happenings);
  const steps = taken.map((step, index) => stepOf(step, taken[index - 1]?.tasks));
  const scenario = {
    name,
    start: moment(begun.start),
    ...(version !== undefined && { version }),
    applicant: begun.applicant,
    ...(begun.given !== undefined && { given: begun.given }),
    ...(begun.place !== undefined && { place: begun.place }),
    ...(silent.length > 0 && { answers: Object.fromEntries(silent.map(service => [service, 'silent'])) }),
    steps: [...steps, { expect: ending(walk) }] as readonly Json[],
  };
  return SCHEMA + yamlText(scenario);
}

function stepOf({ move, happenings, tasks }: Taken, before: readonly string[] = []): JsonObject {
  const messages = happenings.flatMap(item => (item.kind === 'message' ? [messageOf(item)] : []));
  const started = happenings.flatMap(item => (item.kind === 'started' ? [startedOf(item)] : []));
  const offers = happenings.flatMap(item => (item.kind === 'offered' ? [offerOf(item)] : []));
  const dispatched = happenings.flatMap(item => (item.kind === 'dispatched' ? [item.service] : []));
  return {
    ...(move && actionOf(move)),
    expect: {
      messages,
      ...(dispatched.length > 0 && { dispatched: [...new Set(dispatched)] }),
      ...(started.length > 0 && { started }),
      ...(offers.length > 0 && { offers }),
      ...(tasks.join() !== before.join() && { tasks }),
    },
  };
}

function messageOf({ text, to, with: values }: Extract<Happening, { kind: 'message' }>): Json {
  return { text, to, ...(Object.keys(values).length > 0 && { with: values }) };
}

function startedOf({ journey, person, given }: Extract<Happening, { kind: 'started' }>): Json {
  return { journey, person, given };
}

function offerOf({ offer, person, given }: Extract<Happening, { kind: 'offered' }>): Json {
  return { offer, person, given };
}

function actionOf(move: Move): JsonObject {
  switch (move.kind) {
    case 'submit': {
      const { task, as, event, data } = move;
      return { submit: { task, as, event, ...(data !== undefined && { data }) } };
    }
    case 'answer':
      return { answer: { service: move.service, answer: move.answer } };
    case 'refuse':
      return { refuse: { service: move.service, code: move.code } };
    case 'skip':
      return { skip: move.service };
    case 'report':
      return { report: { event: move.event, data: move.data } };
    case 'end':
      return { end: { journey: move.name, is: move.is } };
    case 'wait':
      return { wait: move.for };
    case 'cancel':
      return { cancel: move.as };
  }
}

/** How the journey stands at last. */
function ending({ player }: Walk): JsonObject {
  const { cancellation, journey, state, status } = player;
  if (cancellation) {
    return {
      cancelled: true,
      undone: cancellation.undo.map(({ service }) => service),
      stays: cancellation.stays.map(({ service }) => service),
    };
  }
  return { states: leavesOf(journey.activePaths(state)), done: status === 'done' };
}

/** The innermost of some paths: those that lead to no other. */
export function leavesOf(paths: ReturnType<CompiledJourney['activePaths']>): string[] {
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}.`)));
}

/** Services with a request that nobody ever answered: a scenario would answer it by example. */
function silentServices(happenings: readonly Happening[]): string[] {
  const answered = new Set(
    happenings.flatMap(item =>
      item.kind === 'answered' || item.kind === 'refused' || item.kind === 'skipped' ? [item.seq] : [],
    ),
  );
  const silent = happenings.flatMap(item =>
    item.kind === 'dispatched' && !answered.has(item.seq) ? [item.service] : [],
  );
  return [...new Set(silent)].sort();
}

/** A day and time as a scenario reads it: so long after the day begins. */
function moment(instant: Instant): string {
  const date = dateAt(instant);
  const minutes = Math.floor((instant - startOfDay(date)) / MINUTE);
  const two = (part: number): string => String(part).padStart(2, '0');
  return minutes === 600 ? date : `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
