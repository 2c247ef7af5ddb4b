import { type IsoDate } from '#calendar';
import { type JsonObject } from '#statechart';
import { type LedgerRecord } from '../ledger/ledger-entry.js';
import { type Home, type NamedResident, Population, type Resident } from './population.js';
import {
  changeByReport,
  changeByService,
  type RegisteredChange,
  type WrittenResident,
} from './registered-changes.js';

interface Entry {
  /** The key of the request; absent where a register reported by itself. */
  readonly key?: string;
  readonly change: RegisteredChange;
}

/**
 * *Projection* (event sourcing): the population as the registers have it on a day, with whatever they were told since and has not been
 * undone. What the ledgers hold is told again after a restart.
 */
export class Registrations {
  readonly #population: Population;
  readonly #entries: Entry[] = [];
  readonly #known: Set<string>;
  readonly #undone = new Set<string>();
  #latest: { readonly today: IsoDate; readonly population: Population } | undefined;

  constructor(population: Population) {
    this.#population = population;
    this.#known = new Set(population.people.map(({ cpr }) => cpr));
  }

  /** An authority has done something, or has undone it. */
  take({ entry, input, reply }: LedgerRecord): void {
    if (entry.kind === 'compensation' && entry.undoes !== undefined) {
      this.#undone.add(entry.undoes);
      this.#latest = undefined;
    }
    if (entry.kind !== 'effect' || reply.kind !== 'answered') return;
    this.#add(changeByService(entry.service, input, reply.answer as JsonObject), entry.key);
  }

  /** A register reports what it has written down. */
  report(event: string, data: JsonObject): void {
    this.#add(changeByReport(event, data));
  }

  /** The people as they are in the registers on a day. */
  on(today: IsoDate): Population {
    if (this.#entries.length === 0) return this.#population;
    if (this.#latest?.today !== today) this.#latest = { today, population: this.#projected(today) };
    return this.#latest.population;
  }

  #add(change: RegisteredChange | undefined, key?: string): void {
    const concerns = change?.born
      ? this.#known.has(change.born.mother)
      : change?.persons.some(p => this.#known.has(p));
    if (!change || !concerns) return;
    if (change.born) this.#known.add(change.born.cpr);
    this.#entries.push({ change, ...(key !== undefined && { key }) });
    this.#latest = undefined;
  }

  #projected(today: IsoDate): Population {
    const people = new Map(this.#population.people.map(person => [person.cpr, this.#written(person)]));
    for (const { change, persons, born } of this.#inForce(today)) {
      if (born && !people.has(born.cpr)) {
        const child = newborn(born, people);
        if (child) people.set(born.cpr, child);
      }
      for (const cpr of persons) {
        const person = people.get(cpr);
        if (person) people.set(cpr, { ...person, ...change(person) });
      }
    }
    return this.#named(people);
  }

  /** What holds on a day, in the order it was written down; a move that was put off begins later. */
  #inForce(today: IsoDate): readonly RegisteredChange[] {
    const standing = this.#entries.filter(({ key }) => key === undefined || !this.#undone.has(key));
    const changes: RegisteredChange[] = [];
    for (const { change } of standing) {
      const last = changes.findLastIndex(
        ({ persons }) => change.redates && persons.includes(change.persons[0] ?? ''),
      );
      if (last >= 0) changes[last] = { ...changes[last]!, from: change.from };
      changes.push(change);
    }
    return changes.filter(({ from }) => from <= today);
  }

  #written({ name: _name, home, ...person }: NamedResident): WrittenResident {
    const number = (name: string): string => this.#population.named(name).cpr;
    const { is, from, spouse } = person.civilStatus;
    return {
      ...person,
      address: this.#population.homeOf({ ...person, home }).address,
      parents: (person.parents ?? []).map(number),
      custodians: (person.custodians ?? []).map(number),
      civilStatus: { is, from, spouse: spouse === undefined ? undefined : number(spouse) },
    };
  }

  #named(people: ReadonlyMap<string, WrittenResident>): Population {
    const nameOf = (cpr: string): string | undefined =>
      people.has(cpr) ? (this.#population.ofNumber(cpr)?.name ?? `child-${cpr}`) : undefined;
    const names = (numbers: readonly string[]): string[] => numbers.flatMap(cpr => nameOf(cpr) ?? []);
    const homes = Object.fromEntries(this.#population.homes.map(home => [home.address, home]));
    const residents = [...people].map(
      ([cpr, { address, died, civilStatus, ...person }]): [string, Resident] => {
        homes[address] ??= this.#elsewhere(address, cpr);
        const spouse = civilStatus.spouse === undefined ? undefined : nameOf(civilStatus.spouse);
        const { is, from } = civilStatus;
        return [
          nameOf(cpr)!,
          {
            ...person,
            home: address,
            ...(died !== undefined && { died }),
            parents: names(person.parents),
            custodians: names(person.custodians),
            civilStatus: { is, ...(from !== undefined && { from }), ...(spouse !== undefined && { spouse }) },
          },
        ];
      },
    );
    return new Population(Object.fromEntries(residents), homes);
  }

  /** A home that the population does not have; of one who is known by its number alone, in the municipality where they lived. */
  #elsewhere(address: string, cpr: string): Home {
    const person = this.#population.ofNumber(cpr) ?? this.#population.people[0]!;
    return { ...this.#population.homeOf(person), text: address, address };
  }
}

/** A child as the register has it before it is named. */
function newborn(
  { cpr, mother, other }: NonNullable<RegisteredChange['born']>,
  people: ReadonlyMap<string, WrittenResident>,
): WrittenResident | undefined {
  const hers = people.get(mother);
  if (!hers) return undefined;
  const { is, spouse } = hers.civilStatus;
  const parents = [
    mother,
    ...[other ?? (is === 'married' ? spouse : undefined)].flatMap(parent => parent ?? []),
  ];
  return {
    cpr,
    fullName: hers.fullName.split(' ').at(-1) ?? '',
    born: '',
    who: `child of ${hers.fullName}`,
    movedIn: '',
    address: hers.address,
    civilStatus: { is: 'unmarried' },
    parents,
    custodians: parents,
    doctor: hers.doctor,
  };
}
