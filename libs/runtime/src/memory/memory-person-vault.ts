import { randomUUID } from 'node:crypto';
import { InvariantError } from '../errors.js';
import { type PersonVault } from '../ports.js';

/** CPR numbers in memory: for made-up people only. */
export class MemoryPersonVault implements PersonVault {
  readonly #persons = new Map<string, string>();
  readonly #numbers = new Map<string, string>();
  readonly #newPerson: () => string;

  constructor(newPerson: () => string = randomUUID) {
    this.#newPerson = newPerson;
  }

  async personOf(cpr: string): Promise<string> {
    const known = this.#persons.get(cpr);
    if (known !== undefined) return known;
    const person = this.#newPerson();
    this.#persons.set(cpr, person);
    this.#numbers.set(person, cpr);
    return person;
  }

  async personsOf(cprs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const persons = new Map<string, string>();
    for (const cpr of cprs) persons.set(cpr, await this.personOf(cpr));
    return persons;
  }

  async find(cpr: string): Promise<string | undefined> {
    return this.#persons.get(cpr);
  }

  async erase(person: string): Promise<boolean> {
    const cpr = this.#numbers.get(person);
    if (cpr !== undefined) this.#persons.delete(cpr);
    return this.#numbers.delete(person);
  }

  async cprOf(person: string): Promise<string> {
    const cpr = this.#numbers.get(person);
    if (cpr === undefined)
      throw new InvariantError('unknown-person', `the vault does not know person ${person}`);
    return cpr;
  }
}
