/**
 * Tokenisation vault: the one place that knows CPR numbers. Rules: the same number always gives the same person id; a person id
 * tells nothing about the number. `personsOf` gives the person of each number, all at the price of one. `cprOf` rejects with
 * `InvariantError` for a person it does not know.
 */
export abstract class PersonVault {
  abstract personOf(cpr: string): Promise<string>;
  abstract personsOf(cprs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The person with this number, if they are known; nobody is added. */
  abstract find(cpr: string): Promise<string | undefined>;
  abstract cprOf(person: string): Promise<string>;
}
