import { type Instant } from '#statechart';
import { type DispatchRecord, type DispatchStatus, type JourneyStatus } from '../journey-record.js';
import { type PageRequest } from './page-request.js';

/** Search for ops. All fields narrow; times are instants. Results are newest first. */
export abstract class OpsStore {
  abstract journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]>;
  abstract dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]>;
  /** Counts for metrics. */
  abstract backlog(): Promise<readonly Backlog[]>;
}

/** How many dispatches of an authority, in one of its roles, are not settled. */
export interface Backlog {
  readonly role: string;
  readonly authority: string;
  readonly status: DispatchStatus;
  readonly count: number;
}

export interface JourneyFilter extends Partial<PageRequest> {
  readonly status?: JourneyStatus;
  readonly definition?: string;
  /** Path of an active state. */
  readonly state?: string;
  /** Authority with a dispatch that is pending, accepted or parked. */
  readonly authority?: string;
  readonly startedBefore?: Instant;
  /** Not moved since. */
  readonly idleSince?: Instant;
}

export interface JourneySummary {
  readonly journey: string;
  readonly definition: string;
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly states: readonly string[];
  readonly version: number;
  readonly startedAt: Instant;
  readonly movedAt: Instant;
}

export interface DispatchFilter extends Partial<PageRequest> {
  readonly status?: DispatchStatus;
  readonly authority?: string;
  readonly service?: string;
  readonly journey?: string;
  readonly error?: string;
  readonly overdueAt?: Instant;
}

export interface DispatchSummary extends Omit<DispatchRecord, 'input' | 'disclosure'> {
  /** From when on it is rung, by wall time, while it is pending. */
  readonly ringAt?: Instant;
}
