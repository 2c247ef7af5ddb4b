import { type CompiledJourney, offeredData } from '#journey';
import { documentsIn, type JsonSchema, pointerTo } from '#schema';
import { type Instant, type Json } from '#statechart';
import { type FieldError, RequestError } from '../errors.js';
import { type DocumentStore } from '../ports.js';
import { type JourneyRecord } from '../journey-record.js';
import { type Decision } from './decision.js';
import { holderOf, type ParticipantRequest } from './participant-request.js';
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
 * Tokenises a participant's data: puts person ids in the place of CPR numbers and handles. Called last, when the event is known
 * to be offered to them and to carry data. Rejects with a RequestError `invalid` when the data does not fit the form, before it
 * has added anybody.
 */
export type Exchange = (data: Json, form: TaskForm) => Promise<Json>;

/** The form that data must fit, as the journey stands. */
export interface TaskForm {
  readonly schema: JsonSchema;
  /** What does not fit it. */
  errors(data: Json): readonly FieldError[];
  /** Data with all that the task offers: what it is filled in with, and each choice. */
  offered(): readonly Json[];
}

export async function decideSubmit(
  request: SubmitRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
  documents: Pick<DocumentStore, 'attached'>,
): Promise<Decision> {
  refuseUnlessActive(record);
  refuseIfStale(record, compiled, request);
  refuseImpostors(request, record, compiled);
  const { person, task, event, digest } = request;
  const data = await exchanged(request, record, compiled, at);
  const accepted = compiled.accept(
    record.state.chart,
    { person, task, event, ...(data !== undefined && { data }) },
    at,
  );
  if (accepted.kind === 'refused') throw new RequestError(accepted.code, accepted.message, accepted.fields);
  const sent = await documentsSent(request, data, record, compiled, at, documents);
  const { stimulus } = accepted;
  return step(record, compiled, at, stimulus, {
    entry: {
      kind: 'submitted',
      actor: person,
      ...holderOf(request),
      subject: `${task} ${event}`,
      state: task,
      detail: { stimulus, digest: digest ?? null },
    },
    draftsCleared: [{ task, person, ...(sent.length > 0 && { sent }) }],
  });
}

/** Nobody signs in as somebody without a CPR number: a caseworker sends what they say at the counter or write in a letter. */
function refuseImpostors(
  { person, assistance }: SubmitRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
): void {
  if (assistance || compiled.unregisteredName(record.state.chart, person) === undefined) return;
  throw new RequestError(
    'forbidden',
    'this participant has no CPR number; a caseworker who helps them sends what they say',
  );
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
  const form = compiled.formNow(offer.form, chart, at);
  return exchange(data, {
    schema: form.schema,
    errors: given => form.errors(given),
    offered: () =>
      compiled
        .openTasks(chart, at)
        .filter(open => open.task === task)
        .flatMap(offeredData),
  });
}

/**
 * Referential integrity: the documents that data names, each attached to the very field by whoever sends it.
 *
 * @throws RequestError `invalid`, with each field that names another
 */
async function documentsSent(
  { person, task, event }: SubmitRequest,
  data: Json | undefined,
  { id: journey, state: { chart } }: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
  documents: Pick<DocumentStore, 'attached'>,
): Promise<readonly string[]> {
  const offer = compiled.offered(chart, { person, task, event });
  if (data === undefined || offer.kind === 'refused') return [];
  const named = documentsIn(data, compiled.formNow(offer.form, chart, at).schema);
  if (named.length === 0) return [];
  const attached = await documents.attached(journey, task, person);
  const fields = named
    .filter(({ path, text }) => attached.get(path.join('.'))?.id !== text)
    .map(({ path }): FieldError => {
      const message = 'names no document that is attached to it; attach one first';
      return { path: pointerTo(path), code: 'document', message };
    });
  if (fields.length > 0) throw new RequestError('invalid', 'a document that was named is not there', fields);
  return named.map(({ text }) => text);
}
