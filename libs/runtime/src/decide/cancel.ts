import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { RequestError } from '../errors.js';
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
  if (compiled.mayCancel(record.state.chart, request.person, at)) return;
  throw new RequestError(
    'not-cancellable',
    `journey ${record.id} cannot be cancelled by you, or not any more`,
  );
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
