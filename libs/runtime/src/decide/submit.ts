import { type CompiledJourney, type FieldError, type OpenTask } from '#journey';
import { type JsonSchema } from '#schema';
import { type Instant, type Json } from '#statechart';
import { RequestError } from '../errors.js';
import { type JourneyRecord } from '../journey-record.js';
import { type Decision } from './decision.js';
import { type ParticipantRequest } from './participant-request.js';
import { refuseIfStale, refuseUnlessActive } from './refusal.js';
import { step } from './step.js';

export interface SubmitRequest extends ParticipantRequest {
  /** Path of the state that has the task. */
  readonly task: string;
  readonly event: string;
  /** Must fit the task's form once it has been exchanged. */
  readonly data?: Json;
  /** What makes of the data as it was sent what the journey keeps; without it, that is the same. */
  readonly exchange?: Exchange;
}

/**
 * Puts person ids in the place of what stands for persons in a participant's data. Asked last: when the event is known
 * to be offered to them and to carry data. Rejects with a RequestError `invalid` when the data does not fit the form, before it
 * has added anybody.
 */
export type Exchange = (data: Json, form: AskedForm) => Promise<Json>;

/** The form that data must fit, as the journey stands. */
export interface AskedForm {
  readonly schema: JsonSchema;
  /** What does not fit it. */
  errors(data: Json): readonly FieldError[];
  /** What it is filled in with beforehand. */
  prefill(): OpenTask['prefill'];
}

export async function decideSubmit(
  request: SubmitRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Promise<Decision> {
  refuseUnlessActive(record);
  refuseIfStale(record, compiled, request);
  const { person, task, event, digest } = request;
  const data = await exchanged(request, record, compiled, at);
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
      state: task,
      detail: { stimulus, digest: digest ?? null },
    },
    draftsCleared: [{ task, person }],
  });
}

async function exchanged(
  { person, task, event, data, exchange }: SubmitRequest,
  { state: { chart } }: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Promise<Json | undefined> {
  if (data === undefined || !exchange) return data;
  const offer = compiled.offered(chart, { person, task, event });
  // Why not is for accepting to say.
  if (offer.kind === 'refused' || !offer.event.data) return data;
  return exchange(data, {
    schema: compiled.definition.forms[offer.form] ?? true,
    errors: given => compiled.formErrors(offer.form, given),
    prefill: () => compiled.openTasks(chart, at).find(open => open.task === task)?.prefill ?? {},
  });
}
