import { type JsonObject } from '#statechart';

/** What an authority knows about single persons: why it would refuse them, and what it would answer for them. */
export class KnownPeople {
  readonly #refusals = new Map<string, ReadonlySet<string>>();
  readonly #answers = new Map<string, JsonObject>();

  /** From now on, whatever service may refuse with one of these codes refuses a request that names the person. */
  refuse(person: string, codes: readonly string[]): void {
    if (codes.length === 0) this.#refusals.delete(person);
    else this.#refusals.set(person, new Set(codes));
  }

  /** From now on, these fields stand in each answer of the operation to a request that names the person, or to any. */
  answer(operation: string, person: string | undefined, fields: JsonObject): void {
    this.#answers.set(`${operation} ${person ?? ''}`, fields);
  }

  refusalOf(persons: readonly string[], codes: readonly string[]): string | undefined {
    return codes.find(code => persons.some(person => this.#refusals.get(person)?.has(code)));
  }

  /** The set fields of an answer; those of the person named first go before those for anyone. */
  answerOf(operation: string, persons: readonly string[]): JsonObject {
    const named = persons.map(person => this.#answers.get(`${operation} ${person}`)).find(Boolean);
    return { ...this.#answers.get(`${operation} `), ...named };
  }
}
