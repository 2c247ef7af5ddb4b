import { addPeriod, dateAt, startOfDay, subtractPeriod } from '#calendar';
import { type ServiceCatalogue } from '#journey';
import { type Instant } from '#statechart';
import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import { type MessageContent } from '../mailbox/message.js';
import { journeyIdFor, newJourneyId } from '../journey-id.js';
import {
  type CalendarClock,
  type Doorbell,
  type GivenMandateStore,
  type KeyedDigest,
  type Letters,
  type MandateStore,
  type WallClock,
} from '../ports.js';
import { ringLetters } from '../ring-letters.js';
import { type MandateRequest, refuseUngivable, ungivable } from './givable.js';
import { type GivenMandate, isEnded, isPast, resumedAfter } from './mandate.js';
import { MandateEnds, type MandateEndsParts } from './mandate-ends.js';
import { lettersOf } from './mandate-letters.js';
import { type MandateOccasion } from './mandate-words.js';

/** How long before its end the two are told of it. */
const AHEAD = 'P14D';
/** Most that are looked after in one go. */
const AT_ONCE = 100;

export interface GivenMandatesParts extends MandateEndsParts {
  readonly given: GivenMandateStore;
  readonly mandates: MandateStore;
  readonly definitions: Definitions;
  readonly catalogue: Pick<ServiceCatalogue, 'service'>;
  readonly digests: KeyedDigest;
  readonly doorbell: Doorbell;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** Delegation by the person themselves: a mandate is given, withdrawn or renounced, and ends by itself. The two are told each time. */
export class GivenMandates {
  readonly #parts: GivenMandatesParts;
  readonly #ends: MandateEnds;

  constructor(parts: GivenMandatesParts) {
    this.#parts = parts;
    this.#ends = new MandateEnds(parts);
  }

  /**
   * Gives a mandate. What is answered does not depend on whether there is such a holder.
   *
   * @throws RequestError `invalid`, `forbidden` for somebody too young, `key-reused`
   */
  async give(request: MandateRequest): Promise<GivenMandate> {
    const { given, digests, calendar } = this.#parts;
    const { person, key } = request;
    const at = calendar.now();
    const { from, until, due } = await this.#periodOf(request, at);
    const holder = await request.holder();
    if (holder === person) {
      const message = 'must be the number of somebody else';
      throw ungivable([{ path: '/cpr', code: 'ownNumber', message }]);
    }
    const id =
      key === undefined ? newJourneyId(at) : journeyIdFor(await digests.of(`mandate\n${person}\n${key}`));
    const { names, journeys } = request;
    const gift = { id, at, names, due };
    const mandate: GivenMandate = { holder, person, basis: 'given', journeys, from, until, gift };
    const letters = await this.#letters(mandate, 'given', at);
    if (await given.add(mandate, letters)) {
      ringLetters(this.#parts.doorbell, id, letters);
      return mandate;
    }
    const earlier = await given.find(id);
    if (earlier && isSame(earlier, mandate)) return earlier;
    const message = 'this Idempotency-Key was used with another request; use a new key for a new request';
    throw new RequestError('key-reused', message);
  }

  /**
   * *Dry run*: what the giver would be written, and nothing is given.
   *
   * @throws RequestError as {@link give} does, but for what concerns the holder or the key
   */
  async preview(request: Omit<MandateRequest, 'holder' | 'key'>): Promise<MessageContent['words']> {
    const at = this.#parts.calendar.now();
    const { person, names, journeys } = request;
    const { from, until } = await this.#periodOf(request, at);
    const gift = { id: '', at, names };
    const mandate: GivenMandate = { holder: '', person, basis: 'given', journeys, from, until, gift };
    const { messages } = await this.#letters(mandate, 'given', at);
    return messages[0]!.content.words;
  }

  /** When it holds, and when something is to be done about it first. */
  async #periodOf(request: Omit<MandateRequest, 'holder' | 'key'>, at: Instant) {
    const { definitions, mandates } = this.#parts;
    const today = dateAt(at);
    const { from: first = today, until: last, person } = request;
    refuseUngivable(
      { ...request, from: first },
      {
        today,
        startable: (await definitions.startable(today)).map(({ id }) => id),
        ownOnly: await definitions.ownOnly(today),
        ofPerson: await mandates.of(person),
      },
    );
    const from = Math.max(at, startOfDay(first));
    const until = startOfDay(addPeriod(last, 'P1D'));
    return { from, until, due: nextDue(until, from) };
  }

  /**
   * Ends one at once, and what is open under it: withdrawn by who has given it, or renounced by who holds it. One that is over stays so.
   *
   * @throws RequestError `unknown-mandate`, also for one of others, or by law
   */
  async end(id: string, by: string): Promise<void> {
    const { given, calendar } = this.#parts;
    for (;;) {
      const mandate = await given.find(id);
      if (!mandate || (by !== mandate.person && by !== mandate.holder)) throw unknownMandate();
      const at = calendar.now();
      if (isEnded(mandate, at)) return;
      const letters = await this.#letters(mandate, by === mandate.person ? 'withdrawn' : 'renounced', at);
      // What was due about it may have been done just now: then it is looked at again.
      if (!(await given.change(mandate, { ended: at }, letters))) continue;
      ringLetters(this.#parts.doorbell, id, letters);
      return this.#ends.close(mandate);
    }
  }

  /**
   * *Batch job*: tells of ends that are near and of mandates that are in force again, and closes what is open under those that have ended by
   * themselves or are suspended. Several processes may do it at once.
   *
   * @returns how many were looked after
   */
  async round(): Promise<number> {
    const { given, calendar } = this.#parts;
    let count = 0;
    for (;;) {
      const at = calendar.now();
      const due = await given.due(at, AT_ONCE);
      for (const mandate of due) await this.#lookAfter(mandate, at);
      count += due.length;
      if (due.length < AT_ONCE) return count;
    }
  }

  async #lookAfter(mandate: GivenMandate, at: Instant): Promise<void> {
    const { given } = this.#parts;
    if (isPast(mandate, at)) {
      // First what is open: whoever is broken off in between does it again.
      await this.#ends.close(mandate);
      await given.change(mandate, {});
      return;
    }
    const isResumed = resumedAfter(mandate) !== undefined;
    const letters = await this.#letters(mandate, isResumed ? 'resumed' : 'ending', at);
    const { from, until } = mandate;
    const due = isResumed ? nextDue(until, Math.max(at, from)) : until;
    if (await given.change(mandate, { due }, letters))
      ringLetters(this.#parts.doorbell, mandate.gift.id, letters);
  }

  #letters(mandate: GivenMandate, occasion: MandateOccasion, at: Instant): Promise<Letters> {
    return lettersOf(this.#parts, mandate, occasion, at);
  }
}

/** When the two are told of the end ahead of it, where there is time for that; else the end itself. */
function nextDue(until: Instant, after: Instant): Instant {
  const told = startOfDay(subtractPeriod(dateAt(until - 1), AHEAD));
  return told > after ? told : until;
}

/** 404 for one that does not exist and for one of others. */
function unknownMandate(): RequestError {
  return new RequestError('unknown-mandate', 'you have neither given nor been given such a mandate');
}

function isSame(one: GivenMandate, other: GivenMandate): boolean {
  const said = ({ holder, journeys, from, until, gift }: GivenMandate) =>
    JSON.stringify([holder, journeys, dateAt(from), until, gift.names.holder, gift.names.person]);
  return said(one) === said(other);
}
