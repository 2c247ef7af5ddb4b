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
  /** Roles, and a person: what none of them may see is left out. */
  readonly viewers: readonly string[];
  /** Numbers of dispatches that are waited for. */
  readonly dispatches: readonly number[];
  /** Services whose answers tell the citizen something. */
  readonly telling: readonly string[];
}

export interface OverviewRows {
  /** Those that are waited for. */
  readonly dispatches: ViewRows['dispatches'];
  /** The latest answers that tell something, newest first; without what has been undone since. */
  readonly answers: readonly TellingAnswer[];
}

/** An answer, in full, with what had been asked. */
export interface TellingAnswer {
  readonly entry: SeenEntry;
  /** Number of the dispatch. */
  readonly dispatch: number;
  readonly input: Json;
  readonly answer: Json;
}

/** So many answers of a journey are read at most. */
export const MOST_ANSWERS = 100;

/** The number of the dispatch that an entry of the journal answers, and the answer; undefined for any other. */
export function answerIn(detail: Json): Pick<TellingAnswer, 'dispatch' | 'answer'> | undefined {
  const { stimulus } = (detail ?? {}) as { readonly stimulus?: Readonly<Record<string, Json>> };
  if (stimulus?.['kind'] !== 'answer' || typeof stimulus['dispatch'] !== 'number') return undefined;
  return { dispatch: stimulus['dispatch'], answer: stimulus['output'] ?? null };
}
