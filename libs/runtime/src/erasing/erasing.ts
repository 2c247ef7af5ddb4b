import { addPeriod, dateAt, endOfDay, startOfDay, subtractPeriod } from '#calendar';
import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { type Definitions } from '../definitions.js';
import { hasEnded } from '../journey-record.js';
import { type Announcer, type CalendarClock } from '../ports.js';
import {
  type Erasure,
  type ErasureReason,
  type ExpiredErasure,
  type JourneyErasure,
  type KeptReason,
  type PersonErasure,
} from './erasure.js';
import {
  type ErasableJourney,
  type ErasureList,
  type ErasureNews,
  type ErasureStore,
  type SessionEnding,
} from './ports.js';

export interface ErasingParts {
  readonly erasures: ErasureStore;
  readonly list: ErasureList;
  readonly news: Pick<ErasureNews, 'tell'>;
  readonly sessions: SessionEnding;
  readonly announcer: Announcer;
  readonly definitions: Pick<Definitions, 'byHash'>;
  readonly calendar: CalendarClock;
}

/** How long an offer is kept that nobody has taken. */
const LAPSED_FOR = 'P6M';

/** How long a correction is kept after its answer (Forældelsesloven § 3). */
const CORRECTIONS_FOR = 'P3Y';

/** Journeys looked at in one query. */
const PAGE = 200;

/**
 * Right to erasure (GDPR art. 17) and storage limitation (art. 5(1)(e)). What is to be erased is put on the list first, and erased
 * then: should the process die in between, applying the list does the rest.
 */
export class Erasing {
  readonly #parts: ErasingParts;

  constructor(parts: ErasingParts) {
    this.#parts = parts;
  }

  /**
   * Erases one journey.
   *
   * @param underWay also when it has not ended: nothing is undone, and authorities are not told
   */
  async journey(
    journey: string,
    { reason, underWay = false }: { readonly reason: ErasureReason; readonly underWay?: boolean },
  ): Promise<JourneyErasure> {
    const found = await this.#parts.erasures.find(journey);
    if (!found) return { kind: 'unknown', journey };
    const kept = !hasEnded(found) && !underWay ? ({ why: 'under-way' } as const) : await this.#obliged(found);
    return kept ? { kind: 'kept', journey, kept } : this.#erase(journey, reason);
  }

  /**
   * Erases a person: the journeys in which they take part alone, open ones too, and their number. What is the case of others as
   * well, or must be kept by law, is kept and said (GDPR art. 17(3)(b)).
   */
  async person(person: string, { reason }: { readonly reason: ErasureReason }): Promise<PersonErasure> {
    const { erasures } = this.#parts;
    const journeys: JourneyErasure[] = [];
    for (const found of await erasures.ofPerson(person)) {
      const { journey, people } = found;
      const kept: KeptReason | undefined =
        people > 1 ? { why: 'others', people } : await this.#obliged(found);
      journeys.push(kept ? { kind: 'kept', journey, kept } : await this.#erase(journey, reason));
    }
    return { person, journeys, number: await this.#number(person, reason) };
  }

  /**
   * Erases journeys that have been kept as long as their definitions say, and corrections that have been for as long as a claim may be
   * made of them; at most so many of either.
   */
  async expired(most: number): Promise<ExpiredErasure> {
    const { erasures, list, calendar } = this.#parts;
    const today = dateAt(calendar.now());
    const answeredBefore = startOfDay(subtractPeriod(today, CORRECTIONS_FOR));
    const corrections = await erasures.correctionsAnswered(answeredBefore, most);
    for (const id of corrections) {
      await list.append({ kind: 'correction', id, at: calendar.now(), reason: 'retention' });
      await erasures.eraseCorrection(id);
    }
    const erased: JourneyErasure[] = [];
    const unreadable: Record<string, string> = {};
    let unlimited = 0;
    let page: readonly ErasableJourney[];
    let last: ErasableJourney | undefined;
    do {
      page = await erasures.ended(last, PAGE);
      last = page.at(-1);
      for (const found of page) {
        if (erased.length === most) return { erased, unlimited, unreadable, more: true };
        const compiled = await this.#compiled(found.hash, unreadable);
        const until = compiled && keptUntil(found, compiled);
        if (compiled && until === undefined) unlimited += 1;
        if (until !== undefined && until <= calendar.now()) {
          erased.push(await this.#erase(found.journey, 'retention'));
        }
      }
    } while (page.length === PAGE);
    return { erased, unlimited, unreadable, more: corrections.length === most };
  }

  /** Erases again all that stands on the list: what a restored backup has brought back. Repeating it changes nothing. */
  async apply(): Promise<{ readonly listed: number; readonly erased: number }> {
    let listed = 0;
    let erased = 0;
    for await (const erasure of this.#parts.list.read()) {
      listed += 1;
      if (await this.#again(erasure)) erased += 1;
    }
    return { listed, erased };
  }

  async #again({ kind, id, at }: Erasure): Promise<boolean> {
    const { erasures, sessions } = this.#parts;
    switch (kind) {
      case 'journey': {
        const found = (await erasures.erase(id, at)) !== undefined;
        if (found) this.#tell(id);
        return found;
      }
      case 'person':
        await sessions.endAll(id);
        return erasures.erasePerson(id);
      case 'correction':
        return erasures.eraseCorrection(id);
    }
  }

  async #number(person: string, reason: ErasureReason): Promise<PersonErasure['number']> {
    const { erasures, list, sessions, calendar } = this.#parts;
    const journeys = await erasures.openNaming(person);
    if (journeys > 0) return { kind: 'kept', kept: { why: 'needed', journeys } };
    await list.append({ kind: 'person', id: person, at: calendar.now(), reason });
    await sessions.endAll(person);
    return { kind: (await erasures.erasePerson(person)) ? 'erased' : 'unknown' };
  }

  async #erase(journey: string, reason: ErasureReason): Promise<JourneyErasure> {
    const { erasures, list, calendar } = this.#parts;
    const at = calendar.now();
    await list.append({ kind: 'journey', id: journey, at, reason });
    const rows = await erasures.erase(journey, at);
    if (!rows) return { kind: 'unknown', journey };
    this.#tell(journey);
    return { kind: 'erased', journey, rows };
  }

  #tell(journey: string): void {
    this.#parts.news.tell([journey]);
    this.#parts.announcer.announce([journey]);
  }

  /** By law, as its definition has it. One that is under way is not yet what the law speaks of. */
  async #obliged(found: ErasableJourney): Promise<KeptReason | undefined> {
    if (!hasEnded(found) || found.status === 'lapsed') return undefined;
    const compiled = await this.#parts.definitions.byHash(found.hash);
    const { retention } = compiled.definition;
    const until = compiled.keptUntil(found.movedAt);
    if (!retention?.obliged || until === undefined || until <= this.#parts.calendar.now()) return undefined;
    return { why: 'law', until, source: retention.source };
  }

  /** One definition that cannot be read does not keep the journeys of all others. */
  async #compiled(hash: string, unreadable: Record<string, string>): Promise<CompiledJourney | undefined> {
    if (Object.hasOwn(unreadable, hash)) return undefined;
    try {
      return await this.#parts.definitions.byHash(hash);
    } catch (error) {
      unreadable[hash] = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }
}

/** What has never begun obliges nobody, and is kept no longer than it may be asked about. */
function keptUntil({ status, movedAt }: ErasableJourney, compiled: CompiledJourney): Instant | undefined {
  if (status !== 'lapsed') return compiled.keptUntil(movedAt);
  return endOfDay(addPeriod(dateAt(movedAt), LAPSED_FOR));
}
