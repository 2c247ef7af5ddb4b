import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { UncancellableError } from '../errors.js';
import { type Compensation, type JourneyRecord } from '../journey-record.js';
import { type Decision } from './decision.js';
import { holderOf, type ParticipantRequest } from './participant-request.js';
import { refuseIfStale, refuseStrangers, refuseUnlessActive } from './refusal.js';
import { beginCompensating } from './compensating.js';

export type CancelRequest = ParticipantRequest;

export function refuseCancellation(
  request: CancelRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): void {
  refuseStrangers(record, compiled, request.person);
  refuseUnlessActive(record);
  refuseIfStale(record, compiled, request);
  const why = compiled.uncancellable(record.state.chart, request.person, at);
  if (why !== undefined) throw new UncancellableError(record.id, why);
}

export function decideCancel(
  request: CancelRequest,
  compensations: readonly Compensation[],
  record: JourneyRecord,
): Decision {
  const { person, digest } = request;
  return {
    ...beginCompensating(record.state, compensations),
    entry: {
      kind: 'cancelled',
      actor: person,
      ...holderOf(request),
      subject: record.definition,
      detail: { compensations, ...(digest !== undefined && { digest }) },
    },
  };
}
