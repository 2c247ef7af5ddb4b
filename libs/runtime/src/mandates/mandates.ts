import { addPeriod, birthday, dateAt, type IsoDate, startOfDay } from '#calendar';
import { type MandateRule, type ServiceCatalogue } from '#journey';
import { isObject } from '#schema';
import { type Instant, type Json } from '#statechart';
import { type ReportRequest } from '../decide/report.js';
import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import { type Announcer, type CalendarClock, type JourneyStore, type MandateStore } from '../ports.js';
import { type RegisteredDeath } from './registered-death.js';
import { covers, isInForce, isPast, type Mandate, type Reach } from './mandate.js';

/** Age in years from which on nobody else has custody (Værgemålsloven § 1). */
const MAJORITY = 18;

export interface MandatesParts {
  readonly mandates: MandateStore;
  readonly definitions: Pick<Definitions, 'ownOnly'>;
  readonly journeys: Pick<JourneyStore, 'load' | 'journeysOf'>;
  readonly catalogue: ServiceCatalogue;
  readonly calendar: CalendarClock;
  readonly announcer: Announcer;
}

/** Delegation: who may act for whom now, and what registers report of it. */
export class Mandates {
  readonly #parts: MandatesParts;

  constructor(parts: MandatesParts) {
    this.#parts = parts;
  }

  /**
   * Those by which one may act for the other now.
   *
   * @throws RequestError `no-mandate` when there is none, in the same words whoever the other is
   */
  inForce(holder: string, person: string): Promise<readonly Mandate[]> {
    return mandatesInForce(this.#parts, { holder, person }, this.#parts.calendar.now());
  }

  /** Whether one of them is for the kind of a journey or an offer; never for one that does not exist. */
  async reach(mandates: readonly Reach[], journey: string): Promise<boolean> {
    if (mandates.some(({ journeys, except }) => journeys === 'all' && !except)) return true;
    const record = await this.#parts.journeys.load(journey);
    return record !== undefined && mandates.some(mandate => covers(mandate, record.definition));
  }

  /** Those in force now, and those given for later: that the person holds, and that others hold for them. */
  async of(person: string): Promise<readonly Mandate[]> {
    const now = this.#parts.calendar.now();
    const all = await this.#parts.mandates.of(person);
    return all.filter(mandate => (mandate.gift ? !isPast(mandate, now) : isInForce(mandate, now)));
  }

  /** What registers call the person, where that is kept for those who may act for them. */
  async nameOf(person: string): Promise<string | undefined> {
    const all = await this.#parts.mandates.of(person);
    return all.find(mandate => mandate.person === person && mandate.name !== undefined)?.name;
  }

  /** What registers have told of a person's death; of most nothing. */
  deathOf(person: string): Promise<RegisteredDeath> {
    return this.#parts.mandates.deathOf(person);
  }

  /** What those are called whom the person has given a mandate, also one that is over, by person id. */
  async holdersOf(person: string): Promise<ReadonlyMap<string, string>> {
    const all = (await this.#parts.mandates.of(person)).filter(mandate => mandate.person === person);
    return new Map(all.flatMap(({ holder, gift }) => (gift ? [[holder, gift.names.holder] as const] : [])));
  }

  /**
   * What a register reports of them, as the contract of its event says. Hearing it again changes nothing. Whoever listens to a journey
   * of a person for whom one has ended is told to look again.
   */
  async hear({ type, data }: Pick<ReportRequest, 'type' | 'data'>): Promise<void> {
    const { catalogue, journeys, announcer } = this.#parts;
    const bereft = new Set<string>();
    for (const rule of catalogue.registerEvent(type)?.mandates ?? []) {
      for (const person of await this.#apply(rule, data)) bereft.add(person);
    }
    if (bereft.size === 0) return;
    announcer.announce((await journeys.journeysOf([...bereft])).map(({ journey }) => journey));
  }

  /** @returns the persons for whom a mandate may have ended */
  async #apply(rule: MandateRule, data: Json): Promise<readonly string[]> {
    const { mandates } = this.#parts;
    const day = fieldOf(data, rule.on);
    if (day === undefined) return [];
    const at = startOfDay(day);
    const holders = (rule.holder ?? []).flatMap(field => personsAt(data, field));
    const person = rule.person === undefined ? undefined : fieldOf(data, rule.person);
    if (rule.names !== undefined) {
      const name = fieldOf(data, rule.names);
      if (person !== undefined && name !== undefined) await mandates.name(person, { name, since: at });
      return [];
    }
    const [dead, alive] = [rule.deceased, rule.alive].map(field => field && fieldOf(data, field));
    if (alive) await mandates.death(alive, { reversed: at });
    if (dead) {
      await mandates.death(dead, { died: at });
      return [dead, ...(await this.#heldFor([dead]))];
    }
    if (rule.ends) {
      const ending = { bases: rule.ends, at, ...(person !== undefined && { person }) };
      if (rule.holder === undefined) await mandates.end(ending);
      for (const holder of holders) await mandates.end({ ...ending, holder });
      return person === undefined ? this.#heldFor(holders) : [person];
    }
    const basis = rule.begins ?? rule.replaces;
    if (basis === undefined || person === undefined) return [];
    const until = untilOf(rule, data);
    const given = [...new Set(holders)].map((holder): Mandate => ({
      holder,
      person,
      basis,
      journeys: 'all',
      from: at,
      ...(until !== undefined && { until }),
    }));
    if (rule.replaces) await mandates.replace(basis, person, at, given);
    else await mandates.add(given);
    return rule.replaces ? [person] : [];
  }

  async #heldFor(holders: readonly string[]): Promise<readonly string[]> {
    const { mandates } = this.#parts;
    const all = await Promise.all(holders.map(holder => mandates.of(holder)));
    return all.flat().flatMap(({ holder, person }) => (holders.includes(holder) ? [person] : []));
  }
}

/**
 * Those by which one may act for the other, each without the journeys in which nobody acts for another.
 *
 * @throws RequestError `no-mandate`
 */
export async function mandatesInForce(
  { mandates, definitions }: Pick<MandatesParts, 'definitions'> & { mandates: Pick<MandateStore, 'between'> },
  { holder, person }: Pick<Mandate, 'holder' | 'person'>,
  at: Instant,
): Promise<readonly Mandate[]> {
  const found = (await mandates.between(holder, person)).filter(mandate => isInForce(mandate, at));
  if (found.length === 0) throw noMandate();
  const except = await definitions.ownOnly(dateAt(at));
  return except.length > 0 ? found.map(mandate => ({ ...mandate, except })) : found;
}

/** 403 whether there is such a person or not, so that nobody learns of them. */
export function noMandate(): RequestError {
  return new RequestError('no-mandate', 'you have no mandate to act for this person now');
}

function untilOf({ until, born }: MandateRule, data: Json): Instant | undefined {
  const [lastDay, birth] = [until, born].map(field =>
    field === undefined ? undefined : fieldOf(data, field),
  );
  if (birth !== undefined) return startOfDay(birthday(birth, MAJORITY));
  return lastDay === undefined ? undefined : startOfDay(addPeriod(lastDay, 'P1D'));
}

function fieldOf(data: Json, field: string): IsoDate | undefined {
  const value = isObject(data) ? data[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function personsAt(data: Json, field: string): readonly string[] {
  const value = isObject(data) ? data[field] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(item => typeof item === 'string');
}
