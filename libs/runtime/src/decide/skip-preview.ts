import { type CompiledJourney, type OpenTask } from '#journey';
import { type Instant } from '#statechart';
import { dispatchId } from '../dispatch-id.js';
import { RequestError } from '../errors.js';
import {
  type DispatchRecord,
  type JourneyRecord,
  type JourneyStatus,
  type RunState,
} from '../journey-record.js';
import { changeOf } from './change-of.js';
import { awaitedService } from './compensating.js';
import { decideSettle } from './settle.js';
import { decideUndo } from './undo.js';

/** Dry run of skipping a dispatch: names of states, tasks and texts, and no content. */
export interface SkipPreview {
  /** Of the journey afterwards. `held`: what is given to it now waits, or it fails on this. */
  readonly status: JourneyStatus;
  /** Paths of the states left and entered. */
  readonly left: readonly string[];
  readonly entered: readonly string[];
  /** Tasks that open. */
  readonly tasks: readonly { readonly task: string; readonly role: string; readonly due?: Instant }[];
  /** Keys of the texts that are sent, and to which role. */
  readonly messages: readonly { readonly text: string; readonly role: string }[];
  /** Services that are asked, each with the path of the state that asks. */
  readonly asked: readonly Asked[];
  /** What else is no longer waited for. */
  readonly stopped: readonly Asked[];
  /** What then happens by itself, each with the path of the state that waits. */
  readonly timers: readonly { readonly state: string; readonly due: Instant }[];
}

export interface Asked {
  readonly service: string;
  readonly state: string;
}

/**
 * Dry run: decides as {@link decideSettle} does, and commits nothing.
 *
 * @param dispatches of the journey
 * @throws RequestError `not-settleable`, `not-skippable`
 */
export function previewSkip(
  seq: number,
  record: JourneyRecord,
  dispatches: readonly DispatchRecord[],
  compiled: CompiledJourney,
  at: Instant,
): SkipPreview {
  const dispatch = dispatchId(record.id, seq);
  const service = awaitedService(record, seq);
  if (service === undefined) {
    throw new RequestError('not-settleable', `nobody waits for an answer to dispatch ${dispatch}`);
  }
  const request = { dispatch, outcome: { kind: 'skipped' } } as const;
  const skipped = decideSettle(request, seq, service, record, compiled, at);
  const decision = decideUndo(skipped, dispatches, compiled);
  const change = changeOf(record, decision, compiled, { at, wall: at });
  const before = openNow(record.state, compiled, at);
  const timers = new Set(change.timers.map(timer => timer.seq));
  const texts = new Map(change.messages.map(message => [`${message.role} ${message.text}`, message]));
  return {
    status: decision.status,
    left: change.entry.left,
    entered: change.entry.entered,
    tasks: openNow(decision.state, compiled, at)
      .filter(({ task, since }) => !before.some(open => open.task === task && open.since === since))
      .map(({ task, role, due }) => ({ task, role, ...(due !== undefined && { due }) })),
    messages: [...texts.values()].map(({ text, role }) => ({ text, role })),
    asked: change.dispatches.flatMap(({ service: asked, state }) =>
      state === undefined ? [] : { service: asked, state },
    ),
    stopped: compiled
      .waits(record.state.chart)
      .dispatches.filter(pending => pending.seq !== seq && change.stops.includes(pending.seq))
      .map(pending => ({ service: pending.service, state: pending.step })),
    timers: compiled
      .waits(decision.state.chart)
      .timers.filter(timer => timers.has(timer.seq))
      .map(({ step, due }) => ({ state: step, due })),
  };
}

/** Preview of skipping the delivery of a message: it moves no journey. */
export function nothingFollows(status: JourneyStatus): SkipPreview {
  return { status, left: [], entered: [], tasks: [], messages: [], asked: [], stopped: [], timers: [] };
}

/** Nothing is open once a journey is cancelled. */
function openNow(
  { chart, compensating }: RunState,
  compiled: CompiledJourney,
  at: Instant,
): readonly OpenTask[] {
  return compensating ? [] : compiled.openTasks(chart, at).filter(({ persons }) => persons.length > 0);
}
