import { type CompiledJourney, type JourneyEnd, type StartEffect } from '#journey';
import { type Instant } from '#statechart';
import { type Decision, type DecisionEffect } from '../decide/decision.js';
import { JourneyStatus, type RunState } from '../journey-record.js';
import { messageNumber } from '../mailbox/message-number.js';
import { type Between, type BetweenChange, type Notice } from './between.js';

/** How a journey stands to others after a decision, and the timers of its notices. */
export interface BetweenRows {
  readonly between?: Between;
  readonly timers: readonly { readonly seq: number; readonly due: Instant }[];
  readonly timersCleared: readonly number[];
}

/** Number of the timer that ends an offer; no notice has it. */
const OFFER_TIMER = -1;

const NOTHING: BetweenRows = { timers: [], timersCleared: [] };

/**
 * Transactional outbox, the outer half: what a decision has to tell other journeys is committed with it, and what has been delivered is
 * taken off. What cancels itself by the same step starts nothing.
 *
 * @param entry number of the journal entry
 */
export function betweenAfter(
  before: { readonly status?: JourneyStatus; readonly state?: RunState },
  decision: Decision,
  entry: number,
  compiled: CompiledJourney,
  at: Instant,
): BetweenRows {
  const earlier = before.state?.between;
  const starts = decision.state.compensating ? [] : decision.effects.filter(isStart);
  const change = decision.between;
  if (!earlier && !change && starts.length === 0) return NOTHING;

  const startedBy = change?.startedBy ?? earlier?.startedBy;
  const ended = before.status === decision.status ? undefined : endOf(decision, compiled);
  const tell = [
    ...starts.map(({ number: start, journey: definition, person, given }) => {
      return { kind: 'begin', start, definition, person, given } as const;
    }),
    ...(startedBy && ended ? [{ kind: 'ended', to: startedBy, ended } as const] : []),
  ];
  const added = tell.map((notice, item): Notice => ({ ...notice, number: messageNumber(entry, item) }));
  const kept = earlier?.notices ?? [];
  const gone = kept.filter(notice => isDelivered(notice, change));
  const notices = [...kept.filter(notice => !gone.includes(notice)), ...added];
  const begun = [...(earlier?.begun ?? []), ...(change?.begun ? [change.begun] : [])].filter(
    ({ start }) => start !== change?.ended,
  );
  const offer = change?.offer ?? earlier?.offer;
  const isOffered = decision.status === JourneyStatus.offered;
  const isAnswered = before.status === JourneyStatus.offered && !isOffered;
  return {
    between: {
      ...earlier,
      ...(startedBy && { startedBy }),
      begun,
      notices,
      ...(offer && { offer }),
    },
    timers: [
      ...added.map(({ number }) => ({ seq: -number, due: at })),
      ...(isOffered && offer && !before.status ? [{ seq: OFFER_TIMER, due: offer.until }] : []),
    ],
    timersCleared: [...gone.map(({ number }) => -number), ...(isAnswered ? [OFFER_TIMER] : [])],
  };
}

/** How an ended journey is told to the one that started it. */
function endOf({ status, state }: Decision, compiled: CompiledJourney): JourneyEnd | undefined {
  if (status === JourneyStatus.cancelled) return 'cancelled';
  return status === JourneyStatus.done ? compiled.endOf(state.chart) : undefined;
}

/** That a journey has ended says that it has begun as well, whichever is heard first. */
function isDelivered(notice: Notice, change: BetweenChange | undefined): boolean {
  if (notice.number === change?.told) return true;
  return notice.kind === 'begin' && notice.start === change?.ended;
}

function isStart(effect: DecisionEffect): effect is StartEffect {
  return effect.type === 'starts';
}
