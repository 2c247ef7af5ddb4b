import type { CompiledJourney } from '#journey';
import type { Instant, Json } from '#statechart';
import { RequestError } from '../errors.js';
import type { JourneyRecord } from '../journey-record.js';
import type { Decision } from './decision.js';
import type { ParticipantRequest } from './participant-request.js';
import { refuseIfStale, refuseUnlessActive } from './refusal.js';
import { step } from './step.js';

export interface SubmitRequest extends ParticipantRequest {
  /** Path of the state that has the task. */
  readonly task: string;
  readonly event: string;
  /** Must fit the task's form. */
  readonly data?: Json;
}

export function decideSubmit(
  request: SubmitRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  refuseUnlessActive(record);
  refuseIfStale(record, request.expects);
  const { person, task, event, data, digest } = request;
  const accepted = compiled.accept(
    record.state.chart,
    { person, task, event, ...(data !== undefined && { data }) },
    at,
  );
  if (accepted.kind === 'refused') throw new RequestError(accepted.code, accepted.message, accepted.fields);
  const { stimulus } = accepted;
  return step(record, compiled, at, stimulus, {
    entry: {
      kind: 'submitted',
      actor: person,
      subject: `${task} ${event}`,
      detail: { stimulus: stimulus as unknown as Json, digest: digest ?? null },
    },
    draftsCleared: [{ task, person }],
  });
}
