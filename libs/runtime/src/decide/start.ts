import { type CompiledJourney, isUnregisteredId } from '#journey';
import { type Instant, type Json } from '#statechart';
import { type StartedBy } from '../between/between.js';
import { RequestError } from '../errors.js';
import { type Decision } from './decision.js';
import { holderOf, type Requester } from './participant-request.js';
import { statusOf } from './step.js';

export interface StartRequest extends Requester {
  readonly definition: string;
  /** Idempotency key: the same person and key start one journey. */
  readonly key?: string;
  /** Of the request's content; the same key with another digest is refused. */
  readonly digest?: string;
  /** What the journey is given. */
  readonly given?: Json;
  /** Ids of journeys under way that contradict it, and that the person knows of. */
  readonly confirm?: readonly string[];
  /** The journey that starts it. */
  readonly startedBy?: StartedBy;
}

/** Origin of the first entry of every journal. */
export const START = 'start';

/** @throws RequestError `forbidden` for somebody without a CPR number, who takes part in the one case that they were invited to */
export function decideStart(request: StartRequest, compiled: CompiledJourney, at: Instant): Decision {
  const { person, given, startedBy } = request;
  if (isUnregisteredId(person)) {
    throw new RequestError('forbidden', 'somebody without a CPR number begins no journey');
  }
  const { state: chart, effects } = compiled.begin(person, at, { ...(given !== undefined && { given }) });
  return {
    status: statusOf(chart),
    state: { chart },
    effects: [{ type: 'invite', role: 'applicant', persons: [person] }, ...effects],
    entry: {
      kind: 'started',
      // Begun by another journey, it begins by itself.
      ...(startedBy ? {} : { actor: person }),
      ...holderOf(request),
      subject: compiled.definition.id,
      origin: START,
      detail: {
        applicant: person,
        digest: request.digest ?? null,
        ...(given !== undefined && { given }),
        ...(startedBy && { startedBy }),
      },
    },
    ...(startedBy && { between: { startedBy } }),
  };
}
