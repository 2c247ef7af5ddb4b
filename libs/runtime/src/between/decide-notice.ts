import { type CompiledJourney, endedStimulus, type JourneyEnd } from '#journey';
import { type Instant } from '#statechart';
import { type Decision } from '../decide/decision.js';
import { journalOnly, step } from '../decide/step.js';
import { isOver, type JourneyRecord } from '../journey-record.js';
import { type BegunJourney, type Notice } from './between.js';

/** Idempotent receiver: a notice that has been delivered is in the state no more, and nothing is decided a second time. */
function isPending({ state }: JourneyRecord, notice: Notice): boolean {
  return state.between?.notices?.some(({ number }) => number === notice.number) ?? false;
}

/** The other journey has begun. Told to the person who began it by that, and to nobody else. */
export function decideBegan(
  record: JourneyRecord,
  notice: Notice,
  begun: BegunJourney,
): Decision | undefined {
  if (!isPending(record, notice)) return undefined;
  const { definition, person } = begun;
  const entry = { kind: 'began', subject: definition, seenBy: [person], detail: { begun } } as const;
  return { ...journalOnly(record, entry), between: { told: notice.number, begun } };
}

/** The notice has reached the other journey: taken off. */
export function decideTold(record: JourneyRecord, notice: Notice): Decision | undefined {
  if (!isPending(record, notice)) return undefined;
  const { number } = notice;
  const entry = { kind: 'told', subject: record.definition, detail: { notice: number } } as const;
  return { ...journalOnly(record, entry), between: { told: number } };
}

/**
 * A journey that this one has started has ended, or could not begin.
 *
 * @param start its number among those that this one has started
 */
export function decideEnded(
  {
    start,
    ended,
    definition,
  }: { readonly start: number; readonly ended: JourneyEnd; readonly definition: string },
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision | undefined {
  const { begun = [], notices = [] } = record.state.between ?? {};
  const isAwaited =
    begun.some(each => each.start === start) ||
    notices.some(notice => notice.kind === 'begin' && notice.start === start);
  if (!isAwaited) return undefined;
  const between = { ended: start };
  const stimulus = endedStimulus(start, ended);
  const entry = { kind: 'ended', subject: definition, detail: { start, stimulus } } as const;
  if (isOver(record)) return { ...journalOnly(record, entry), between };
  return step(record, compiled, at, stimulus, { entry, between });
}
