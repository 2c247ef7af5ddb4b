import { type JsonSchema, personLocations, withPersons } from '#schema';
import { type Json } from '#statechart';
import { POPULATION } from '../sample-people.js';

/** Puts the CPR numbers of persons in the places where a schema asks for persons. */
export type NumbersOf = (data: Json, schema: JsonSchema) => Json;

/** Gives everybody of a play a CPR number: their own to those of the population, an invented one to others. */
export class CprNumbers {
  readonly #numbers = new Map<string, string>(POPULATION.people.map(({ name, cpr }) => [name, cpr]));

  /** Whom an example of a contract names is nobody of the play, though somebody of the population may have the number. */
  of(name: string): string {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      // A replacement number (its day is 60 too high), so that it is nobody's.
      number = `6${1 + (this.#numbers.size % 9)}0170${String(9_000 + this.#numbers.size)}`;
      this.#numbers.set(name, number);
    }
    return number;
  }

  readonly in: NumbersOf = (data, schema) => {
    const locations = personLocations(data, schema);
    return withPersons(data, locations, new Map(locations.map(({ person }) => [person, this.of(person)])));
  };

  /** Everybody who has one, by name. */
  all(): ReadonlyMap<string, string> {
    return this.#numbers;
  }
}
