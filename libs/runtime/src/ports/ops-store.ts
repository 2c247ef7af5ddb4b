import { type Instant } from '#statechart';
import { type DispatchRecord, type DispatchStatus, type JourneyStatus } from '../journey-record.js';
import { type PageRequest } from './page-request.js';

/** Search and counts for ops. All fields of a filter narrow; times are instants. What is searched is newest first. */
export abstract class OpsStore {
  abstract journeys(filter: JourneyFilter): Promise<readonly JourneySummary[]>;
  abstract dispatches(filter: DispatchFilter): Promise<readonly DispatchSummary[]>;
  /** Counts of what is not settled. */
  abstract backlog(): Promise<readonly Backlog[]>;
  /** How many of them were accepted and should have been answered by then; of whom there are none is left out. */
  abstract overdue(at: Instant): Promise<readonly Overdue[]>;
  /** What fails, by service and cause: the largest first. */
  abstract incidents(): Promise<readonly Incident[]>;
  /** How many journeys are under way, by the hash of their definition. */
  abstract underWay(): Promise<readonly UnderWay[]>;
  /** How many journeys stand still for a fault of ours. */
  abstract held(): Promise<HeldJourneys>;
}

/** How many dispatches of an authority, in one of its roles, are not settled. */
export interface Backlog {
  readonly role: string;
  readonly authority: string;
  readonly status: DispatchStatus;
  readonly count: number;
  /** How many of them have failed. */
  readonly failing: number;
  /** When the oldest was asked for. */
  readonly oldest: Instant;
}

/** How many dispatches of an authority, in one of its roles, are past its published maximum time. */
export type Overdue = Pick<Backlog, 'role' | 'authority' | 'count'>;

/** Dispatches to one service that fail for the same cause, and are given up or wait for their next attempt. */
export interface Incident {
  readonly service: string;
  /** Code of the last failure. */
  readonly cause: string;
  /** What was said of one of them. */
  readonly message: string;
  readonly parked: number;
  readonly waiting: number;
  readonly journeys: number;
  readonly authorities: readonly string[];
  /** When the oldest was asked for. */
  readonly oldest: Instant;
  /** When the first of those that wait is tried, by wall time; absent when none waits. */
  readonly nextAttempt?: Instant;
}

export interface UnderWay {
  readonly hash: string;
  readonly count: number;
}

export interface HeldJourneys {
  readonly count: number;
  /** When the one that has stood longest made its last step; absent when there is none. */
  readonly since?: Instant;
}

export interface JourneyFilter extends Partial<PageRequest> {
  readonly status?: JourneyStatus;
  readonly definition?: string;
  /** Path of an active state. */
  readonly state?: string;
  /** Authority with a dispatch that is pending, accepted or parked. */
  readonly authority?: string;
  readonly journey?: string;
  /** The end of its id, as `idEndOf` gives it. */
  readonly idEnd?: string;
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
  /** Number of the dispatch within its journey. */
  readonly seq?: number;
  readonly error?: string;
  readonly overdueAt?: Instant;
}

export interface DispatchSummary extends Omit<DispatchRecord, 'input' | 'disclosure'> {
  /** From when on it is rung, by wall time, while it is pending. */
  readonly ringAt?: Instant;
}
