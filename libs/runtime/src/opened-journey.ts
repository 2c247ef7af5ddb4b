import { type CompiledJourney } from '#journey';
import { type JourneyRecord } from './journey-record.js';

/** A journey opened for one participant. */
export interface OpenedJourney {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  readonly person: string;
  /** Theirs. */
  readonly roles: readonly string[];
}
