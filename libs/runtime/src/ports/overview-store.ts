import { type Json } from '#statechart';
import { type SeenEntry } from '../journey-record.js';
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
