import type { CompiledJourney } from '#journey';
import type { Instant, Json } from '#statechart';
import { RequestError } from '../errors.js';
import type { Compensation, JourneyRecord } from '../journey-record.js';
import type { Decision } from './decision.js';
import { refuseIfStale, refuseStrangers, refuseUnlessActive } from './refusal.js';
import { beginUndoing } from './undoing.js';

export interface CancelRequest {
  readonly journey: string;
  readonly person: string;
  /** Version the participant saw. */
  readonly expects?: number;
}

export function refuseCancellation(
  request: CancelRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): void {
  refuseStrangers(record, compiled, request.person);
  refuseUnlessActive(record);
  refuseIfStale(record, request.expects);
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
  return {
    ...beginUndoing(record.state, compensations),
    entry: {
      kind: 'cancelled',
      actor: request.person,
      subject: record.definition,
      detail: { compensations: compensations as unknown as Json },
    },
  };
}
