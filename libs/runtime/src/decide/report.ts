import { type CompiledJourney } from '#journey';
import { type Instant, type Json, type Stimulus } from '#statechart';
import { type JourneyRecord, JourneyStatus } from '../journey-record.js';
import { type Decision } from './decision.js';
import { digestedName } from './digested-name.js';
import { step } from './step.js';

/** Domain event from an authority: a birth, a death, a move was registered. */
export interface ReportRequest {
  readonly authority: string;
  /** `<authority>.<event>` */
  readonly type: string;
  /** The report's own id, unique for the authority. */
  readonly id: string;
  /** Persons in it are person ids. */
  readonly data: Json;
  /** Persons whose journeys receive it. */
  readonly persons: readonly string[];
  /** Persons in it who were known before it came; left out: those whose journeys receive it. Nobody else is offered anything. */
  readonly ours?: readonly string[];
}

export function reportOrigin({ authority, id }: ReportRequest): string {
  return `report:${authority}:${digestedName(authority, id)}`;
}

/** Whether a journey subscribes to such a report where it is now. */
export function listensFor(
  request: ReportRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
): boolean {
  if (record.status === JourneyStatus.held) return true;
  return record.status === JourneyStatus.active && compiled.awaits(record.state.chart, request.type);
}

export function decideReport(
  request: ReportRequest,
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  const { authority, type, data } = request;
  const stimulus: Stimulus = { kind: 'event', event: { type, data } };
  const state = compiled.stepOfReport(record.state.chart, type);
  return step(record, compiled, at, stimulus, {
    entry: {
      kind: 'reported',
      actor: `authority:${authority}`,
      subject: type,
      ...(state !== undefined && { state }),
      origin: reportOrigin(request),
      detail: { stimulus },
    },
  });
}
