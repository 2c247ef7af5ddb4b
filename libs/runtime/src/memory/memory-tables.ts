import { type Instant, type Json } from '#statechart';
import {
  type DispatchRecord,
  type JournalEntry,
  type JourneyRecord,
  type NewParticipant,
  type OutgoingMessage,
} from '../journey-record.js';

export interface JourneyRow extends JourneyRecord {
  readonly states: readonly string[];
  readonly movedAt: Instant;
}

export interface DispatchRow extends DispatchRecord {
  /** From when on it is rung, while it is pending. */
  readonly ringAt?: Instant;
}

export interface TimerRow {
  readonly journey: string;
  readonly seq: number;
  readonly due: Instant;
  readonly ringAt: Instant;
}

/** Shared tables of the in-memory stores. */
export class MemoryTables {
  readonly journeys = new Map<string, JourneyRow>();
  /** Ids of journeys that are no more. */
  readonly erased = new Set<string>();
  /** By journey, in order of `seq`. */
  readonly journal = new Map<string, JournalEntry[]>();
  /** By dispatch id. */
  readonly dispatches = new Map<string, DispatchRow>();
  /** By journey and seq. */
  readonly timers = new Map<string, TimerRow>();
  /** By journey. */
  readonly participants = new Map<string, (NewParticipant & { readonly left?: true })[]>();
  readonly messages: (OutgoingMessage & { readonly journey: string; readonly at: Instant })[] = [];
  /** By journey, task and person. */
  readonly drafts = new Map<string, Json>();
  readonly pauses = new Map<
    string,
    { readonly paused: boolean; readonly reason: string; readonly by: string; readonly since: Instant }
  >();
}

/** Composite key. */
export function rowKey(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}
