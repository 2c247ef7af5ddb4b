import { type JourneyAdvance, type JourneyState } from '#journey';
import { type JournalEntry, type JourneyStatus, type RunState } from '#runtime';
import { type Json } from '#statechart';

/** What a journal makes of its journey, told by the journal and the definition alone. */
export interface Replayed {
  /** Must be what is stored. */
  readonly state: RunState;
  readonly status: JourneyStatus;
  readonly version: number;
  /** Everything that authorities were to be asked, in order. */
  readonly dispatches: readonly ReplayedDispatch[];
  /** By number of the entry: paths of the states that asked an authority or set a timer by it. */
  readonly anew: ReadonlyMap<number, readonly string[]>;
  /** By number of the entry by which a held journey was resumed: what it was given then, in order. */
  readonly given: ReadonlyMap<number, readonly GivenLater[]>;
  /** Everything that was written to somebody, in order. */
  readonly messages: readonly ReplayedMessage[];
}

/** An entry that was kept while its journey was held, and what the machine made of it when it was resumed. */
export interface GivenLater {
  readonly entry: JournalEntry;
  readonly before: JourneyState;
  readonly advance: JourneyAdvance;
}

export interface ReplayedMessage {
  /** A thousand times the number of the journal entry that it came of, and its place in it. */
  readonly number: number;
  readonly person: string;
}

export interface ReplayedDispatch {
  readonly seq: number;
  readonly service: string;
  /** Path of the state that asked; absent for a compensation. */
  readonly state?: string;
  /** Number of the dispatch that a compensation undoes. */
  readonly undoes?: number;
  /** Of whom it was asked. */
  readonly authority: string;
  readonly input: Json;
  /** Number of the journal entry that it came of. */
  readonly since: number;
  /** `open`: nothing in the journal says that it is over. */
  readonly status: 'open' | 'answered' | 'refused' | 'stopped' | 'late';
  /** Numbers of the journal entries that stopped it, and that settled it. */
  readonly stoppedBy?: number;
  readonly settledBy?: number;
  /** Who answered or refused it: `authority:<id>`, or `ops:<subject>` for an answer. */
  readonly by?: string;
  /** Of a refusal, also one that came late. */
  readonly code?: string;
}
