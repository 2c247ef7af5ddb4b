import { assistanceEnd } from '../assistance/assistance.js';
import { CORRECTION } from '../corrections/correction.js';
import { dispatchId, parseDispatchId } from '../dispatch-id.js';
import { isDelivery } from '../mailbox/message-number.js';
import {
  type AccessFilter,
  type AccessRecord,
  type AuditLog,
  type CorrectionRecord,
  type DisclosureLog,
  type GivenRecord,
  type HelpedRecord,
  isLook,
  type LookedRecord,
} from '../ports.js';
import { type DispatchRow, type MemoryTables } from './memory-tables.js';

/** Access log of personal data, in memory. */
export class MemoryDisclosureLog implements DisclosureLog {
  readonly #tables: MemoryTables;
  readonly #audit: AuditLog;

  constructor(tables: MemoryTables, audit: AuditLog) {
    this.#tables = tables;
    this.#audit = audit;
  }

  async page({ person, journey, after, limit }: AccessFilter): Promise<readonly AccessRecord[]> {
    const journeys = [...this.#tables.participants]
      .filter(([id, participants]) => id === (journey ?? id) && participants.some(p => p.person === person))
      .map(([id]) => id);
    const given = [...this.#tables.dispatches.values()]
      .flatMap(row => (this.#tables.journeys.has(row.journey) ? this.#given(row) : []))
      .filter(record =>
        journeys.includes(record.journey)
          ? journey !== undefined || record.persons.length === 0 || record.persons.includes(person)
          : journey === undefined &&
            !isDelivery(parseDispatchId(record.id)!) &&
            record.persons.includes(person),
      );
    const looked = await Promise.all(journeys.map(id => this.#looked(id)));
    const helped = journey === undefined ? this.#helped(person) : [];
    const corrections = journey === undefined ? this.#corrections(person) : [];
    return [...given, ...looked.flat(), ...helped, ...corrections]
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .filter(({ at, id }) => !after || at < after.at || (at === after.at && id < after.id))
      .slice(0, limit);
  }

  #given({ id, journey, service, authority, status, createdAt, ...row }: DispatchRow): GivenRecord[] {
    if (!row.disclosure) return [];
    const state = row.state ?? this.#undone(id, row.undoes)?.state;
    return [
      {
        kind: 'given',
        id,
        at: createdAt,
        journey,
        hash: this.#hashOf(journey),
        service,
        authority,
        ...(state !== undefined && { state }),
        status,
        ...row.disclosure,
      },
    ];
  }

  #hashOf(journey: string): string {
    return this.#tables.journeys.get(journey)!.hash;
  }

  #undone(id: string, undoes: number | undefined): DispatchRow | undefined {
    return this.#tables.dispatches.get(`${parseDispatchId(id)?.journey}-${undoes}`);
  }

  async #looked(journey: string): Promise<readonly AccessRecord[]> {
    const records = await this.#audit.page({ subject: journey, limit: Number.MAX_SAFE_INTEGER });
    const seen = new Set<string>();
    return records
      .filter(isLook)
      .toReversed()
      .flatMap(({ id, at, actor, subjects }): LookedRecord[] => {
        const assistance = subjects.map(subject => this.#tables.assistances.get(subject)).find(Boolean);
        if (assistance && seen.has(assistance.id)) return [];
        if (assistance) seen.add(assistance.id);
        const hash = this.#hashOf(journey);
        const by = actor.split(':')[0]!;
        const authority = assistance && { authority: assistance.authority };
        return [{ kind: 'looked', id: `look-${id}`, at, journey, hash, by, ...authority }];
      });
  }

  #corrections(of: string): CorrectionRecord[] {
    return [...this.#tables.corrections.values()].flatMap(({ id: correction, person, definition }) => {
      const row = this.#tables.dispatches.get(dispatchId(correction, CORRECTION));
      if (person !== of || !row?.disclosure) return [];
      const { id, createdAt: at, service, authority, status } = row;
      const { persons: _, ...disclosed } = row.disclosure;
      return [{ kind: 'correction', id, at, service, authority, definition, status, ...disclosed }];
    });
  }

  #helped(person: string): HelpedRecord[] {
    return [...this.#tables.assistances.values()].flatMap(assistance => {
      const { id, authority, identified, receivedOn, from: at } = assistance;
      if (assistance.person !== person) return [];
      const received = receivedOn !== undefined && { receivedOn };
      const until = assistanceEnd(assistance);
      return [{ kind: 'helped', id: `help-${id}`, at, authority, identified, ...received, until }];
    });
  }
}
