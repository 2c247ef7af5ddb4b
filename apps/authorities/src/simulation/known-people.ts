import { type JsonObject } from '#statechart';

/** What an authority knows about single persons: why it would refuse them, and what it would answer for them. */
export class KnownPeople {
  readonly #refusals = new Map<string, ReadonlySet<string>>();
  readonly #answers = new Map<string, { readonly fields: JsonObject; readonly whole: boolean }>();

  /** From now on, whatever service may refuse with one of these codes refuses a request that names the person. */
  refuse(person: string, codes: readonly string[]): void {
    if (codes.length === 0) this.#refusals.delete(person);
    else this.#refusals.set(person, new Set(codes));
  }

  /**
   * From now on, these fields stand in each answer of the operation to a request that names the person, or to any.
   *
   * @param whole no other field stands in it
   */
  answer(operation: string, person: string | undefined, fields: JsonObject, whole = false): void {
    this.#answers.set(`${operation} ${person ?? ''}`, { fields, whole });
  }

  refusalOf(persons: readonly string[], codes: readonly string[]): string | undefined {
    return codes.find(code => persons.some(person => this.#refusals.get(person)?.has(code)));
  }

  /** An answer with the fields that were set; those of the person named first go before those for anyone. */
  answerOf(operation: string, persons: readonly string[], otherwise: JsonObject): JsonObject {
    const named = persons.map(person => this.#answers.get(`${operation} ${person}`)).find(Boolean);
    const set = [this.#answers.get(`${operation} `), named].filter(answer => answer !== undefined);
    return set.reduce<JsonObject>(
      (before, { fields, whole }) => (whole ? fields : { ...before, ...fields }),
      otherwise,
    );
  }
}
