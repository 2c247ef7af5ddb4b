import { type MandateBasis } from '#journey';
import { type Instant } from '#statechart';
import { type Mandate } from '../mandates/mandate.js';
import { isDead, type RegisteredDeath, turnOf, withTold } from '../mandates/registered-death.js';
import { comesAfter, type RegisteredName } from '../mandates/registered-name.js';
import { type MandateEnding, type MandateStore } from '../ports.js';
import { asRegistered, type MemoryTables } from './memory-tables.js';

/** Mandates in memory. */
export class MemoryMandateStore implements MandateStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async add(mandates: readonly Mandate[]): Promise<void> {
    for (const mandate of mandates) {
      const ends = this.#rows(row => isSame(row, mandate)).map(({ ended }) => ended ?? -Infinity);
      this.#put(
        mandate,
        ends.filter(end => end >= mandate.from),
      );
    }
  }

  async replace(
    basis: MandateBasis,
    person: string,
    from: Instant,
    mandates: readonly Mandate[],
  ): Promise<void> {
    const others = this.#rows(row => row.basis === basis && row.person === person);
    for (const row of others) if (row.from < from) this.#endAt(row, from);
    const later = others.map(row => row.from).filter(begun => begun > from);
    for (const mandate of mandates) this.#put(mandate, later);
  }

  async end({ bases, holder, person, at }: MandateEnding): Promise<void> {
    const ended = this.#rows(
      row =>
        bases.some(basis => basis === row.basis) &&
        (holder === undefined || row.holder === holder) &&
        (person === undefined || row.person === person) &&
        row.from <= at,
    );
    for (const row of ended) this.#endAt(row, at);
    if (holder === undefined || person === undefined) return;
    // For a report of its beginning that is still on its way.
    for (const basis of bases) {
      this.#put({ holder, person, basis, journeys: 'all', from: at, ended: at }, []);
    }
  }

  async death(person: string, told: RegisteredDeath): Promise<void> {
    const known = this.#tables.registeredDeaths.get(person) ?? {};
    const now = withTold(known, told);
    this.#tables.registeredDeaths.set(person, now);
    const at = turnOf(known, now);
    if (at !== undefined) this.#turnGiven(person, at, isDead(now));
  }

  async deathOf(person: string): Promise<RegisteredDeath> {
    return { ...this.#tables.registeredDeaths.get(person) };
  }

  async name(person: string, name: RegisteredName): Promise<void> {
    if (this.#rows(row => row.person === person).length === 0) return;
    const known = this.#tables.registeredNames.get(person);
    if (!known || comesAfter(name, known)) this.#tables.registeredNames.set(person, { ...name });
  }

  async between(holder: string, person: string): Promise<readonly Mandate[]> {
    return this.#all(row => row.holder === holder && row.person === person);
  }

  async of(person: string): Promise<readonly Mandate[]> {
    return this.#all(row => row.holder === person || row.person === person);
  }

  #rows(wanted: (row: Mandate) => boolean): Mandate[] {
    return structuredClone([...this.#tables.mandates.values()].filter(wanted)).sort(
      (a, b) => a.from - b.from,
    );
  }

  #all(wanted: (row: Mandate) => boolean): Mandate[] {
    const given = structuredClone([...this.#tables.givenMandates.values()].filter(wanted));
    const byLaw = this.#rows(wanted).map((row): Mandate => {
      const { name } = this.#tables.registeredNames.get(row.person) ?? {};
      return { ...row, ...(name !== undefined && { name }) };
    });
    return [...byLaw, ...given].map(row => asRegistered(this.#tables, row)).sort((a, b) => a.from - b.from);
  }

  /** Of whoever is dead now, what is open is closed at once; who lives holds again what has not ended meanwhile, and the two are told. */
  #turnGiven(person: string, at: Instant, hasDied: boolean): void {
    for (const [id, row] of this.#tables.givenMandates) {
      if (row.holder !== person && row.person !== person) continue;
      const goesOn = row.ended === undefined && at < row.until && row.gift.at < at;
      const isMeant = hasDied ? row.gift.due !== undefined : goesOn;
      if (!isMeant) continue;
      const due = hasDied ? Math.min(row.gift.due!, at) : at;
      this.#tables.givenMandates.set(id, { ...row, gift: { ...row.gift, due } });
    }
  }

  #put(mandate: Mandate, ends: readonly Instant[]): void {
    const key = keyOf(mandate);
    if (this.#tables.mandates.has(key)) return;
    this.#tables.mandates.set(key, {
      ...mandate,
      ...(ends.length > 0 && mandate.ended === undefined && { ended: Math.min(...ends) }),
    });
  }

  #endAt(row: Mandate, at: Instant): void {
    this.#tables.mandates.set(keyOf(row), { ...row, ended: Math.min(row.ended ?? Infinity, at) });
  }
}

function isSame(one: Mandate, other: Mandate): boolean {
  return one.holder === other.holder && one.person === other.person && one.basis === other.basis;
}

function keyOf({ holder, person, basis, from }: Mandate): string {
  return [holder, person, basis, from].join(' ');
}
