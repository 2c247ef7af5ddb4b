import { type CompiledJourney } from '#journey';
import { type Instant, type Json, type Stimulus } from '#statechart';
import { RequestError } from '../errors.js';
import { type JourneyRecord, type RunState } from '../journey-record.js';
import { type Refusal } from '../ports.js';
import { roleOf } from '../role-of.js';
import { compensateNext } from './compensating.js';
import { type Decision } from './decision.js';
import { journalOnly, step } from './step.js';

/**
 * Final outcome of a dispatch: what the authority said, or what ops say in its place. Only ops skip: the authority may have done
 * it all the same.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Json }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'skipped' };

export interface SettleRequest {
  readonly dispatch: string;
  readonly outcome: Outcome;
  /** The authority that answers; left out: the role. */
  readonly authority?: string;
  /** Whom to name in the journal instead of the authority: `ops:<subject>`. */
  readonly by?: string;
  /** Why ops did it. */
  readonly reason?: string;
}

/**
 * Applies the outcome of an awaited dispatch.
 *
 * @param service what {@link awaitedService} gave for dispatch number `seq`
 * @throws RequestError `not-skippable`
 */
export function decideSettle(
  request: SettleRequest,
  seq: number,
  service: string,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  const { dispatch, outcome } = request;
  if (outcome.kind === 'skipped') refuseUnlessSkippable(dispatch, seq, service, record, compiled);
  const stimulus = stimulusOf(outcome, seq);
  const state = compiled.stepOfDispatch(record.state.chart, seq);
  const decision = record.state.compensating
    ? decideCompensated(request, service, record.state)
    : step(record, compiled, at, stimulus, {
        entry: {
          kind: outcome.kind,
          actor: actorOf(request, service),
          subject: service,
          ...(state !== undefined && { state }),
          detail: detailOf(request, { stimulus }),
        },
      });
  // Only the authority knows that nothing was done: what ops skip is stopped, so that a cancellation undoes it.
  return outcome.kind === 'skipped'
    ? { ...decision, effects: [{ type: 'cancelDispatch', seq }, ...decision.effects] }
    : { settles: { seq, status: outcome.kind }, ...decision };
}

/** A compensation can always be skipped: nothing but the next one comes of it. */
function refuseUnlessSkippable(
  dispatch: string,
  seq: number,
  service: string,
  { state, definition }: JourneyRecord,
  compiled: CompiledJourney,
): void {
  if (state.compensating || compiled.isSkippable(state.chart, seq)) return;
  throw new RequestError(
    'not-skippable',
    `dispatch ${dispatch} cannot be skipped: ${definition} of ${compiled.definition.effective} does not say how it goes on without ${service}; ` +
      'retry it, resolve it with the answer of the authority, or mend what hinders it',
  );
}

/** A compensation is over, however it went: on to the next. */
function decideCompensated(request: SettleRequest, service: string, run: RunState): Decision {
  const { outcome } = request;
  const state = run.compensating?.current?.state;
  return {
    ...compensateNext(run),
    entry: {
      kind: outcome.kind === 'answered' ? 'undone' : 'not-undone',
      actor: actorOf(request, service),
      subject: service,
      ...(state !== undefined && { state }),
      detail: detailOf(request, { outcome }),
    },
  };
}

/** Late answer: nothing waits for it any more. It is kept, and changes only what a cancellation has to undo. */
export function decideLate(
  request: SettleRequest,
  seq: number,
  service: string,
  record: JourneyRecord,
): Decision {
  const { dispatch, outcome } = request;
  const detail = detailOf(request, { dispatch, outcome });
  return {
    ...journalOnly(record, { kind: 'late', actor: actorOf(request, service), subject: service, detail }),
    settles: { seq, status: outcome.kind === 'refused' ? 'refused' : 'late' },
  };
}

function stimulusOf(outcome: Outcome, dispatch: number): Stimulus {
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'answer', dispatch, output: outcome.answer };
    case 'refused':
      return { kind: 'failure', dispatch, error: outcome.refusal };
    case 'skipped':
      return { kind: 'skip', dispatch };
  }
}

function actorOf({ by, authority }: SettleRequest, service: string): string {
  return by ?? `authority:${authority ?? roleOf(service)}`;
}

function detailOf({ reason }: SettleRequest, detail: { readonly [name: string]: Json }): Json {
  return reason === undefined ? detail : { ...detail, reason };
}
