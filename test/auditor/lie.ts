import {
  type Disclosure,
  type DispatchRecord,
  isDelivery,
  type JournalEntry,
  type JourneyRecord,
  type SeenEntry,
} from '#runtime';
import { type Json } from '#statechart';
import {
  type Accounts,
  type Effect,
  type Reading,
  type StoredMessage,
  type StoredTimer,
} from './accounts.js';

/** Falsification of the facts of one journey, to be found by the auditor. */
export type Lie = (accounts: Accounts, journey: string) => Accounts;
type Document = NonNullable<Reading['document']>;

/** Another of the facts of the kind, or several or none, in place of each that is about the journey. */
export function record(change: (record: JourneyRecord) => Partial<JourneyRecord>): Lie {
  return (accounts, journey) => ({
    ...accounts,
    journeys: accounts.journeys.map(one => (one.id === journey ? { ...one, ...change(one) } : one)),
  });
}

export function journal(change: (entry: JournalEntry) => readonly JournalEntry[]): Lie {
  return ({ journal: entries, ...accounts }, journey) => ({
    ...accounts,
    journal: new Map(entries).set(journey, entries.get(journey)!.flatMap(change)),
  });
}

/** What a journey is said to have been given when it was resumed. */
export function taken(change: (all: readonly SeenEntry[]) => readonly SeenEntry[]): Lie {
  return journal(entry => {
    if (entry.kind !== 'resumed') return [entry];
    const detail = entry.detail as { readonly taken: readonly SeenEntry[] };
    return [{ ...entry, detail: { ...detail, taken: change(detail.taken) } as unknown as Json }];
  });
}

export function dispatches(change: (dispatch: DispatchRecord) => readonly DispatchRecord[]): Lie {
  return (accounts, journey) => ({
    ...accounts,
    dispatches: accounts.dispatches.flatMap(one => (one.journey === journey ? change(one) : [one])),
  });
}

export function asking(change: (dispatch: DispatchRecord) => readonly DispatchRecord[]): Lie {
  return dispatches(one => (one.service === 'cpr.registerMove' ? change(one) : [one]));
}

export function delivering(change: (dispatch: DispatchRecord) => readonly DispatchRecord[]): Lie {
  return dispatches(one => (isDelivery(one) ? change(one) : [one]));
}

export function messages(change: (message: StoredMessage) => readonly StoredMessage[]): Lie {
  return (accounts, journey) => ({
    ...accounts,
    messages: accounts.messages.flatMap(one => (one.journey === journey ? change(one) : [one])),
  });
}

export function posted(change: (entry: Effect) => readonly Effect[]): Lie {
  return entryOf('digitalPost.deliver', change);
}

/** What the first dispatch is said to disclose. */
export function disclosed(lie: Partial<Disclosure> | undefined): Lie {
  return asking(({ disclosure, ...asked }) => [
    { ...asked, ...(lie && { disclosure: { ...disclosure!, ...lie } }) },
  ]);
}

export function status(is: DispatchRecord['status']): Lie {
  return dispatches(asked => [{ ...asked, status: is }]);
}

export function timers(change: (timer: StoredTimer) => readonly StoredTimer[]): Lie {
  return (accounts, journey) => ({
    ...accounts,
    timers: accounts.timers.flatMap(one => (one.journey === journey ? change(one) : [one])),
  });
}

export function moment(is: Accounts['moment']): Lie {
  return accounts => ({ ...accounts, moment: is });
}

export function reading(change: (reading: Reading) => Reading): Lie {
  return (accounts, journey) => ({
    ...accounts,
    readings: accounts.readings.map(one => (one.journey === journey ? change(one) : one)),
  });
}

export function document(change: (document: Document) => Partial<Document>): Lie {
  return reading(read => ({ ...read, document: { ...read.document!, ...change(read.document!) } }));
}

/** What a service did for the journey. */
export function entryOf(service: string, change: (entry: Effect) => readonly Effect[]): Lie {
  return (accounts, journey) => ({
    ...accounts,
    effects: accounts.effects.flatMap(entry =>
      entry.key.startsWith(journey) && entry.service === service ? change(entry) : [entry],
    ),
  });
}

export function registered(change: (entry: Effect) => readonly Effect[]): Lie {
  return entryOf('cpr.registerMove', change);
}

export function later(milliseconds: number): Lie {
  return accounts => ({ ...accounts, at: accounts.at + milliseconds });
}
