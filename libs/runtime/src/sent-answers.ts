import { type Instant, type Json } from '#statechart';
import { eventOf, type JournalEntry } from './journey-record.js';

/** What a participant has sent from a task. */
export interface SentAnswer {
  readonly seq: number;
  readonly at: Instant;
  readonly task: string;
  readonly event: string;
  /** With persons in place of CPR numbers; absent when the event carries none. */
  readonly data?: Json;
}

/** An answer as its journal entry keeps it. */
export function sentAnswer(entry: JournalEntry): SentAnswer {
  const { seq, at, detail } = entry;
  const [task = '', event = ''] = eventOf(entry).subject.split(' ');
  const { stimulus } = (detail ?? {}) as {
    readonly stimulus?: { readonly event?: { readonly data?: Json } };
  };
  const data = stimulus?.event?.data ?? null;
  return { seq, at, task, event, ...(data !== null && { data }) };
}
