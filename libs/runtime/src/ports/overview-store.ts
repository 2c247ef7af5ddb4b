import { type Json, type Stimulus } from '#statechart';
import { type JournalKind, type SeenEntry } from '../journey-record.js';
import { type ViewRows } from './journey-store.js';

/** Projection over many journeys of one reader. Rules: one read for all of them; a journey that is not there is left out. */
export abstract class OverviewStore {
  abstract rowsOf(asked: readonly OverviewRequest[]): Promise<ReadonlyMap<string, OverviewRows>>;
}

/** What is wanted of one journey. */
export interface OverviewRequest {
  readonly journey: string;
  /** As it was read: what has come since is in the next overview, and not in half of this one. */
  readonly version: number;
  /** Roles, and a person: what none of them may see is left out. */
  readonly viewers: readonly string[];
  /** Numbers of dispatches that are waited for. */
  readonly dispatches: readonly number[];
  /** Services whose answers, and reports that, tell the citizen something. */
  readonly telling: readonly string[];
  /** Services and reports by which something is over: they are given whoever may see them. */
  readonly ending: readonly string[];
}

export interface OverviewRows {
  /** Those that are waited for. */
  readonly dispatches: ViewRows['dispatches'];
  /** The latest answers and reports that tell something, newest first; without answers to what has been undone since. */
  readonly tidings: readonly Tiding[];
}

/** What an authority has answered or reported, in full. */
export interface Tiding {
  readonly entry: SeenEntry;
  readonly data: Json;
  /** Of an answer: the number of the dispatch, and what had been asked. */
  readonly asked?: { readonly dispatch: number; readonly input: Json };
}

/** So many answers and reports of a journey are read at most. */
export const MOST_TIDINGS = 100;

/** Kinds of the journal's entries in which an authority tells something, or, `late`, may end it. */
export const TELLING_KINDS: readonly JournalKind[] = ['answered', 'reported', 'late'];

/** What an authority tells by an entry of the journal, and of an answer the number of the dispatch; undefined for any other entry. */
export function toldIn(detail: Json): { readonly data: Json; readonly dispatch?: number } | undefined {
  const { stimulus } = (detail ?? {}) as { readonly stimulus?: Stimulus };
  if (stimulus?.kind === 'answer') return { data: stimulus.output ?? null, dispatch: stimulus.dispatch };
  return stimulus?.kind === 'event' ? { data: stimulus.event['data'] ?? null } : undefined;
}
