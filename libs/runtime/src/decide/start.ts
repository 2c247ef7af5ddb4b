import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { type Decision } from './decision.js';
import { statusOf } from './step.js';

export interface StartRequest {
  readonly definition: string;
  readonly person: string;
  /** Who asks it for them, under a mandate. */
  readonly holder?: string;
  /** Idempotency key: the same person and key start one journey. */
  readonly key?: string;
  /** Of the request's content; the same key with another digest is refused. */
  readonly digest?: string;
}

/** Origin of the first entry of every journal. */
export const START = 'start';

export function decideStart(request: StartRequest, compiled: CompiledJourney, at: Instant): Decision {
  const { person, holder } = request;
  const { state: chart, effects } = compiled.begin(person, at);
  return {
    status: statusOf(chart),
    state: { chart },
    effects: [{ type: 'invite', role: 'applicant', persons: [person] }, ...effects],
    entry: {
      kind: 'started',
      actor: person,
      ...(holder !== undefined && { holder }),
      subject: compiled.definition.id,
      origin: START,
      detail: { applicant: person, digest: request.digest ?? null },
    },
  };
}
