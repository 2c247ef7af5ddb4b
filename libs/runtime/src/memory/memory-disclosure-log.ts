import { type Assistance, assistanceEnd } from '../assistance/assistance.js';
import { CORRECTION } from '../corrections/correction.js';
import { dispatchId, parseDispatchId } from '../dispatch-id.js';
import { isDelivery } from '../mailbox/message-number.js';
import {
  type AccessFilter,
  type AccessRecord,
  type ActedRecord,
  type AuditLog,
  type AuditRecord,
  type CorrectionRecord,
  type DisclosureLog,
  type GivenRecord,
  type HelpedRecord,
  type HelpingAct,
  isHelpingAct,
  isLook,
  taskAmong,
  type LookedRecord,
  type TextedRecord,
  type WrittenRecord,
} from '../ports.js';
import { type DispatchRow, type MemoryTables } from './memory-tables.js';

const EVERYTHING = { limit: Number.MAX_SAFE_INTEGER };

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
      .flatMap(row => this.#given(row))
      .filter(record =>
        journeys.includes(record.journey)
          ? journey !== undefined || record.persons.length === 0 || record.persons.includes(person)
          : journey === undefined &&
            !isDelivery(parseDispatchId(record.id)!) &&
            record.persons.includes(person),
      );
    const looked = await Promise.all(journeys.map(id => this.#looked(id, person)));
    const acted = await Promise.all(this.#helping(person).map(help => this.#acted(help, journeys, journey)));
    const ofNone =
      journey === undefined
        ? [...this.#helped(person), ...this.#written(person), ...this.#corrections(person)]
        : [];
    const texted = this.#texted(person).filter(({ of }) => journey === undefined || of?.journey === journey);
    return [...given, ...looked.flat(), ...acted.flat(), ...ofNone, ...texted]
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .filter(({ at, id }) => !after || at < after.at || (at === after.at && id < after.id))
      .slice(0, limit);
  }

  #given({ id, journey, service, authority, status, createdAt, ...row }: DispatchRow): GivenRecord[] {
    const hash = this.#tables.journeys.get(journey)?.hash;
    if (!row.disclosure || hash === undefined) return [];
    const state = row.state ?? this.#undone(journey, row.undoes)?.state;
    return [
      {
        kind: 'given',
        id,
        at: createdAt,
        journey,
        hash,
        service,
        authority,
        ...(state !== undefined && { state }),
        status,
        ...row.disclosure,
      },
    ];
  }

  /** Deliveries of what was written about mandates and corrections. */
  #written(person: string): WrittenRecord[] {
    return [...this.#tables.dispatches.values()].flatMap((row): WrittenRecord[] => {
      const { id, seq, journey, service, authority, status, createdAt: at, disclosure } = row;
      const about = this.#ofNoJourney(journey);
      if (!about || seq === CORRECTION || !disclosure?.persons.includes(person)) return [];
      const { categories, ground } = disclosure;
      return [{ kind: 'written', id, at, person, ...about, service, authority, status, categories, ground }];
    });
  }

  /** What a message about no journey is about. */
  #ofNoJourney(id: string): Pick<WrittenRecord, 'mandate' | 'correction'> | undefined {
    if (this.#tables.givenMandates.has(id)) return { mandate: id };
    return this.#tables.corrections.has(id) ? { correction: id } : undefined;
  }

  #texted(person: string): TextedRecord[] {
    return [...this.#tables.sentTexts].flatMap(([id, text]): TextedRecord[] => {
      if (text.person !== person) return [];
      const { at, way, address, purpose, delivery, disclosure } = text;
      const about = delivery && (this.#ofNoJourney(delivery.journey) ?? this.#of(delivery.journey));
      return [
        {
          kind: 'texted',
          id: `text-${id}`,
          at,
          person,
          way,
          address,
          purpose,
          ...disclosure,
          ...about,
        },
      ];
    });
  }

  #of(journey: string): Pick<ActedRecord, 'of'> {
    const hash = this.#tables.journeys.get(journey)?.hash;
    return hash === undefined ? {} : { of: { journey, hash } };
  }

  #undone(journey: string, undoes: number | undefined): DispatchRow | undefined {
    return undoes === undefined ? undefined : this.#tables.dispatches.get(dispatchId(journey, undoes));
  }

  async #looked(journey: string, person: string): Promise<readonly AccessRecord[]> {
    const records = await this.#audit.page({ subject: journey, ...EVERYTHING });
    const seen = new Set<string>();
    return records
      .filter(isLook)
      .toReversed()
      .flatMap(({ id, at, actor, action, subjects }): LookedRecord[] => {
        const assistance = subjects.map(subject => this.#tables.assistances.get(subject)).find(Boolean);
        if (assistance && seen.has(assistance.id)) return [];
        if (action === 'assisted-look' && assistance?.person !== person) return [];
        if (assistance) seen.add(assistance.id);
        const { hash } = this.#tables.journeys.get(journey)!;
        const by = actor.split(':')[0]!;
        const help = assistance && { authority: assistance.authority, person };
        return [{ kind: 'looked', id: `look-${id}`, at, journey, hash, by, ...help }];
      });
  }

  async #acted(
    { id, person, authority, caseworker }: Assistance,
    journeys: readonly string[],
    journey: string | undefined,
  ): Promise<readonly ActedRecord[]> {
    const records = await this.#audit.page({ subject: id, ...EVERYTHING });
    return records.filter(isDone).flatMap(record => {
      const own = record.subjects.filter(subject => journeys.includes(subject));
      const isOfJourney = record.subjects.some(
        subject => this.#tables.journeys.has(subject) || this.#tables.erased.has(subject),
      );
      const places = isOfJourney || journey !== undefined ? own.map(of => this.#of(of)) : [{}];
      const task = taskAmong(record.subjects);
      return places.map((of): ActedRecord => ({
        kind: 'acted',
        id: `act-${record.id}`,
        at: record.at,
        person,
        caseworker,
        authority,
        did: record.action,
        ...(task !== undefined && { task }),
        ...of,
      }));
    });
  }

  #helping(person: string): readonly Assistance[] {
    return [...this.#tables.assistances.values()].filter(assistance => assistance.person === person);
  }

  #corrections(of: string): CorrectionRecord[] {
    return [...this.#tables.corrections.values()].flatMap(({ id: correction, person, definition }) => {
      const row = this.#tables.dispatches.get(dispatchId(correction, CORRECTION));
      if (person !== of || !row?.disclosure) return [];
      const { id, createdAt: at, service, authority, status } = row;
      const { persons: _, ...disclosed } = row.disclosure;
      const asked = { correction, givenIn: definition, service, authority, status };
      return [{ kind: 'correction', id, at, person, ...asked, ...disclosed }];
    });
  }

  #helped(person: string): HelpedRecord[] {
    return this.#helping(person).map((assistance): HelpedRecord => {
      const { id, caseworker, authority, identified, receivedOn, reason, from: at } = assistance;
      const received = receivedOn !== undefined && { receivedOn };
      const help = { person, caseworker, authority, identified, ...received, reason };
      return { kind: 'helped', id: `help-${id}`, at, ...help, until: assistanceEnd(assistance) };
    });
  }
}

function isDone(record: AuditRecord): record is AuditRecord & { readonly action: HelpingAct } {
  return isHelpingAct(record.action) && (record.outcome ?? 'done') === 'done';
}
