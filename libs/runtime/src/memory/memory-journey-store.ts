import { dispatchId } from '../dispatch-id.js';
import {
  type DispatchStatus,
  isOpen,
  type JournalEntry,
  type JourneyRecord,
  type NewParticipant,
  detailSeen,
  eventOf,
} from '../journey-record.js';
import { messageNumber } from '../mailbox/message-number.js';
import {
  type Change,
  type ClearedDrafts,
  type CommitOutcome,
  type JournalRange,
  type JourneyStore,
  type PageRequest,
  type Participation,
  type PersonJourney,
  type ViewRows,
} from '../ports.js';
import { summaryOfDispatch } from './memory-ops-store.js';
import { newestFirst } from './newest-first.js';
import { isPaused, type DispatchRow, type JourneyRow, type MemoryTables, rowKey } from './memory-tables.js';

/** Journeys in memory, for scenarios and simulations. Results are copies, as from a database. */
export class MemoryJourneyStore implements JourneyStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async load(journey: string): Promise<JourneyRecord | undefined> {
    const row = this.#tables.journeys.get(journey);
    if (!row) return undefined;
    const { states: _states, movedAt: _movedAt, ...record } = row;
    return plain(record);
  }

  async commit(changes: readonly Change[]): Promise<readonly CommitOutcome[]> {
    return changes.map(change => {
      try {
        return this.#commitOne(plain(change));
      } catch (error) {
        return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
      }
    });
  }

  async journal(journey: string): Promise<readonly JournalEntry[]> {
    return plain(this.#tables.journal.get(journey) ?? []);
  }

  async viewRows(
    journey: string,
    viewers: readonly string[],
    range: JournalRange,
    dispatches: readonly number[],
  ): Promise<ViewRows> {
    const seen = (this.#tables.journal.get(journey) ?? []).filter(
      ({ seenBy }) => seenBy === undefined || seenBy.some(viewer => viewers.includes(viewer)),
    );
    const page =
      'after' in range
        ? seen.filter(({ seq }) => seq > range.after).slice(0, range.limit)
        : seen.filter(({ seq }) => seq < range.before).slice(-range.limit);
    const rows = dispatches.flatMap(seq => this.#tables.dispatches.get(dispatchId(journey, seq)) ?? []);
    return structuredClone({
      entries: page.map(({ detail, origin: _origin, ...entry }) => {
        const isTold = entry.kind === 'refused' || entry.kind === 'resumed';
        return { ...entry, ...(isTold && detailSeen(detail)) };
      }),
      dispatches: rows.map(row => ({
        ...summaryOfDispatch(row),
        ...(isPaused(this.#tables, row) && { paused: true }),
      })),
      drafts: [...this.#tables.drafts].flatMap(([key, { savedAt }]) => {
        const [of, task, person] = JSON.parse(key) as [string, string, string];
        return of === journey && viewers.includes(person) ? { task, savedAt } : [];
      }),
      writtenTo: [...this.#tables.messages.values()].some(
        message => message.journey === journey && viewers.includes(message.person),
      ),
    });
  }

  async submissionsOf(
    journey: string,
    person: string,
    { before, limit }: { readonly before: number; readonly limit: number },
  ): Promise<readonly JournalEntry[]> {
    const sent = (this.#tables.journal.get(journey) ?? []).filter(
      entry => eventOf(entry).kind === 'submitted' && entry.actor === person && entry.seq < before,
    );
    return structuredClone(sent.slice(-limit).reverse());
  }

  async entryOf(journey: string, origin: string): Promise<JournalEntry | undefined> {
    return structuredClone(this.#tables.journal.get(journey)?.find(entry => entry.origin === origin));
  }

  async journeysOf(persons: readonly string[]): Promise<readonly Participation[]> {
    const found: Participation[] = [];
    for (const [journey, participants] of this.#tables.participants) {
      const { definition, hash, status, startedAt } = this.#tables.journeys.get(journey)!;
      for (const { person, role, left } of participants) {
        if (!left && persons.includes(person))
          found.push({ journey, definition, hash, status, role, person, startedAt });
      }
    }
    return found.sort((a, b) => b.startedAt - a.startedAt);
  }

  async pageOf(
    person: string,
    page: PageRequest,
    which: 'begun' | 'offered' = 'begun',
  ): Promise<readonly PersonJourney[]> {
    const found = [...this.#tables.participants].flatMap(([journey, participants]): PersonJourney[] => {
      const roles = participants.filter(one => one.person === person && !one.left).map(({ role }) => role);
      const { definition, hash, status, startedAt } = this.#tables.journeys.get(journey)!;
      const isWanted =
        which === 'offered' ? status === 'offered' : status !== 'offered' && status !== 'lapsed';
      return isWanted && roles.length > 0
        ? [{ journey, definition, hash, status, roles: roles.sort(), startedAt }]
        : [];
    });
    return newestFirst(found, ({ journey, startedAt }) => ({ at: startedAt, id: journey }), page);
  }

  #commitOne(change: Change): CommitOutcome {
    const { journey, expects, entry } = change;
    const earlier = this.#tables.journeys.get(journey);
    if ((earlier?.version ?? 0) !== expects || this.#tables.erased.has(journey)) return { kind: 'conflict' };
    const journal = this.#tables.journal.get(journey) ?? [];
    if (entry.origin !== undefined && journal.some(({ origin }) => origin === entry.origin)) {
      return { kind: 'conflict' };
    }
    this.#tables.journeys.set(journey, rowOf(change, earlier));
    this.#tables.journal.set(journey, [...journal, { ...entry, seq: expects + 1 }]);
    this.#moveDispatches(change);
    for (const { seq, due } of change.timers) {
      this.#tables.timers.set(rowKey(journey, seq), { journey, seq, due, ringAt: due });
    }
    for (const seq of change.timersCleared) this.#tables.timers.delete(rowKey(journey, seq));
    this.#addMessages(change);
    this.#moveParticipants(journey, change);
    for (const cleared of change.draftsCleared) this.#clearDrafts(journey, cleared);
    return { kind: 'committed' };
  }

  #addMessages({ journey, expects, at, messages }: Change): void {
    for (const [item, { quiet, ...message }] of messages.entries()) {
      const number = messageNumber(expects + 1, item);
      const kept = quiet ? ({ status: 'delivered', way: 'mailbox' } as const) : ({ status: 'sent' } as const);
      this.#tables.messages.set(dispatchId(journey, -number), { ...message, ...kept, journey, number, at });
    }
  }

  #moveDispatches({ journey, at, dispatches, readdressed = [], settles, stops }: Change): void {
    for (const asked of dispatches) {
      const id = dispatchId(journey, asked.seq);
      this.#tables.dispatches.set(id, {
        ...asked,
        id,
        journey,
        status: 'pending',
        attempt: 0,
        createdAt: at,
      });
    }
    const find = (seq: number) => this.#tables.dispatches.get(dispatchId(journey, seq));
    for (const { seq, authority } of readdressed) {
      const row = find(seq);
      if (row?.status !== 'pending' && row?.status !== 'parked') continue;
      this.#tables.dispatches.set(row.id, { ...row, authority });
    }
    const settled = settles && find(settles.seq);
    if (settled && mayBecome(settles.status, settled)) {
      this.#settle(settled, { status: settles.status, settledAt: at });
    }
    for (const seq of stops) {
      const stopped = find(seq);
      if (stopped && isOpen(stopped.status)) this.#settle(stopped, { status: 'stopped', settledAt: at });
    }
  }

  #clearDrafts(journey: string, { task, person, sent = [] }: ClearedDrafts): void {
    const { documents } = this.#tables;
    for (const [id, row] of documents) {
      const isMeant =
        row.journey === journey && row.task === task && (person === undefined || row.person === person);
      if (!isMeant || row.sent) continue;
      if (sent.includes(id)) documents.set(id, { ...row, sent: true });
      else documents.delete(id);
    }
    const everybodys = rowKey(journey, task, '').slice(0, -2);
    for (const key of this.#tables.drafts.keys()) {
      const isMeant =
        person === undefined ? key.startsWith(everybodys) : key === rowKey(journey, task, person);
      if (isMeant) this.#tables.drafts.delete(key);
    }
  }

  #settle(row: DispatchRow, end: Pick<DispatchRow, 'status' | 'settledAt'>): void {
    const { ringAt: _ringAt, ...rest } = row;
    this.#tables.dispatches.set(row.id, { ...rest, ...end });
  }

  #moveParticipants(journey: string, { participants, departures }: Change): void {
    const present = this.#tables.participants.get(journey) ?? [];
    const isOf = (list: readonly NewParticipant[], { role, person }: NewParticipant): boolean =>
      list.some(one => one.role === role && one.person === person);
    const left = present.map(one => (isOf(departures, one) ? { ...one, left: true as const } : one));
    const others = left.filter(one => !isOf(participants, one) || !one.left);
    this.#tables.participants.set(journey, [...others, ...participants.filter(one => !isOf(others, one))]);
  }
}

function rowOf(change: Change, earlier: JourneyRow | undefined): JourneyRow {
  const { journey: id, definition, hash, status, expects, state, states, at, entry } = change;
  const startedAt = earlier?.startedAt ?? at;
  const movedAt = entry.kind === 'late' ? (earlier?.movedAt ?? at) : at;
  return { id, definition, hash, status, version: expects + 1, startedAt, movedAt, state, states };
}

function mayBecome(status: DispatchStatus, row: DispatchRow): boolean {
  const stopped = row.status === 'stopped';
  if (status === 'late') return stopped;
  return isOpen(row.status) || (status === 'refused' && stopped);
}

/** As it comes back from a database: nothing shared with the caller, nothing that JSON cannot hold. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
