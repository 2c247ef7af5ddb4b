import { isUnregisteredId } from '#journey';
import { type Instant } from '#statechart';
import { type ErasedRows } from '../erasing/erasure.js';
import { type ErasableJourney, type ErasureStore } from '../erasing/ports.js';
import { hasEnded, isOpen } from '../journey-record.js';
import { isDelivery } from '../mailbox/message-number.js';
import { type MemoryPersonVault } from './memory-person-vault.js';
import { type MemorySessionStore } from './memory-session-store.js';
import { type MemoryTables } from './memory-tables.js';

/** Erases in memory. */
export class MemoryErasureStore implements ErasureStore {
  readonly #tables: MemoryTables;
  readonly #vault: MemoryPersonVault;
  readonly #sessions: MemorySessionStore;

  constructor(tables: MemoryTables, vault: MemoryPersonVault, sessions: MemorySessionStore) {
    this.#tables = tables;
    this.#vault = vault;
    this.#sessions = sessions;
  }

  async find(journey: string): Promise<ErasableJourney | undefined> {
    const row = this.#tables.journeys.get(journey);
    if (!row) return undefined;
    const { id, hash, status, startedAt, movedAt } = row;
    const people = new Set((this.#tables.participants.get(id) ?? []).map(({ person }) => person)).size;
    return { journey: id, hash, status, startedAt, movedAt, people };
  }

  async ofPerson(person: string): Promise<readonly ErasableJourney[]> {
    const all = await this.#all();
    return all.filter(({ journey }) => this.#takesPart(person, journey));
  }

  async ended(after: ErasableJourney | undefined, limit: number): Promise<readonly ErasableJourney[]> {
    const all = await this.#all();
    return all
      .filter(hasEnded)
      .filter(found => !after || order(found, after) > 0)
      .slice(0, limit);
  }

  async openNaming(person: string): Promise<number> {
    const all = await this.#all();
    const dispatches = [...this.#tables.dispatches.values()];
    const isNamed = (of: string): boolean =>
      dispatches.some(({ journey, disclosure }) => journey === of && disclosure?.persons.includes(person));
    // What is still to be delivered needs the number as well, also of a journey that has ended.
    const isWrittenTo = (of: string): boolean =>
      dispatches.some(
        row =>
          row.journey === of &&
          isDelivery(row) &&
          isOpen(row.status) &&
          row.disclosure?.persons.includes(person),
      );
    const asked = [...this.#tables.corrections.values()].filter(row => row.person === person && !row.answer);
    const open = all.filter(
      row =>
        isWrittenTo(row.journey) ||
        (!hasEnded(row) && (this.#takesPart(person, row.journey) || isNamed(row.journey))),
    );
    return open.length + asked.length;
  }

  async erase(journey: string, _at: Instant): Promise<ErasedRows | undefined> {
    const { journeys, erased, journal, participants, messages, drafts, dispatches, timers } = this.#tables;
    if (!journeys.delete(journey)) return undefined;
    erased.add(journey);
    const undelivered = [...dispatches.values()].filter(
      row => row.journey === journey && isDelivery(row) && isOpen(row.status),
    ).length;
    const rows = {
      entries: journal.get(journey)?.length ?? 0,
      dispatches: remove(dispatches, row => row.journey === journey),
      undelivered,
      messages: remove(messages, message => message.journey === journey),
      documents: remove(this.#tables.documents, row => row.journey === journey),
      drafts: remove(drafts, (_, key) => (JSON.parse(key) as string[])[0] === journey),
      participants: participants.get(journey)?.length ?? 0,
    };
    this.#forgetGivers(giver => giver.journey === journey);
    remove(
      this.#tables.assistances,
      ({ person }) => isUnregisteredId(person) && this.#takesPart(person, journey),
    );
    remove(timers, row => row.journey === journey);
    remove(this.#tables.sentTexts, ({ delivery }) => delivery?.journey === journey);
    journal.delete(journey);
    participants.delete(journey);
    return rows;
  }

  async erasePerson(person: string): Promise<boolean> {
    remove(this.#tables.drafts, (_, key) => (JSON.parse(key) as string[])[2] === person);
    remove(this.#tables.documents, row => row.person === person && !row.sent);
    this.#forgetGivers(giver => giver.person === person);
    this.#tables.settings.delete(person);
    this.#tables.calendarFeeds.delete(person);
    this.#tables.secondChannels.delete(person);
    remove(this.#tables.sentTexts, row => row.person === person);
    remove(this.#tables.mandates, row => row.holder === person || row.person === person);
    const actedFor = new Set([...this.#tables.mandates.values()].map(row => row.person));
    this.#tables.registeredDeaths.delete(person);
    remove(this.#tables.registeredNames, (_, key) => !actedFor.has(key));
    remove(this.#tables.assistances, row => row.person === person);
    remove(this.#tables.givenMandates, ({ holder, person: giver, gift: { id } }) => {
      if (holder !== person && giver !== person) return false;
      return this.#forgetLetters(id);
    });
    remove(this.#tables.corrections, row => row.person === person && this.#forgetLetters(row.id));
    this.#sessions.erase(person);
    return this.#vault.erase(person);
  }

  async correctionsAnswered(before: Instant, limit: number): Promise<readonly string[]> {
    return [...this.#tables.corrections.values()]
      .filter(({ answer }) => answer && answer.at < before)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async eraseCorrection(correction: string): Promise<boolean> {
    const count = remove(this.#tables.corrections, ({ id }) => id === correction && this.#forgetLetters(id));
    return count > 0;
  }

  /** What was written, and asked, of something that is no journey. */
  #forgetLetters(id: string): true {
    remove(this.#tables.messages, message => message.journey === id);
    remove(this.#tables.dispatches, row => row.journey === id);
    return true;
  }

  async personWith(cpr: string): Promise<string | undefined> {
    return this.#vault.find(cpr);
  }

  #forgetGivers(match: (giver: { readonly journey: string; readonly person: string }) => boolean): void {
    const { feedbackGivers } = this.#tables;
    const kept = feedbackGivers.filter(giver => !match(giver));
    feedbackGivers.splice(0, feedbackGivers.length, ...kept);
  }

  async #all(): Promise<readonly ErasableJourney[]> {
    const found = await Promise.all([...this.#tables.journeys.keys()].map(journey => this.find(journey)));
    return found.flatMap(journey => journey ?? []).sort(order);
  }

  #takesPart(person: string, journey: string): boolean {
    return (this.#tables.participants.get(journey) ?? []).some(participant => participant.person === person);
  }
}

function order(a: ErasableJourney, b: ErasableJourney): number {
  return a.startedAt - b.startedAt || (a.journey < b.journey ? -1 : Number(a.journey > b.journey));
}

function remove<Row>(rows: Map<string, Row>, isMeant: (row: Row, key: string) => boolean): number {
  const keys = [...rows].flatMap(([key, row]) => (isMeant(row, key) ? key : []));
  for (const key of keys) rows.delete(key);
  return keys.length;
}
