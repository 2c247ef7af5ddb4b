import { type Responsibility, type Words } from './catalogue.js';

/**
 * Who is responsible at a place on a day. `nobody`: the place belongs to no municipality. `undecided`: part of the task has passed to
 * another authority, and it is not said whether this is of that part. Neither is to be guessed.
 */
export type Responsible =
  | {
      readonly kind: 'authority';
      readonly authority: string;
      /** The authority that does the work, where that is another and known. */
      readonly operator?: string;
      /** Who was responsible before it. */
      readonly successorOf?: string;
      /** The law that made it responsible, or what it follows from. */
      readonly basis: string;
    }
  | { readonly kind: 'nobody' | 'undecided'; readonly because: Words };

/** Who has now what another authority had, and by which law when that is another. */
export interface Heir {
  readonly authority: string;
  readonly law?: string;
}

/**
 * Directory service of public administration: which authority takes a role, by place and day. Pure and in memory, for it is asked at
 * every commit. Municipalities go by their codes in CPR, days are `YYYY-MM-DD` in Denmark.
 */
export abstract class AuthorityDirectory {
  /** @param moved whether it is of the part that has passed, of a task that has passed in part */
  abstract resolve(asked: Responsibility, municipality: string, day: string, moved?: boolean): Responsible;
  /** Who has on a day what this authority was asked: itself, or whoever has come after it. */
  abstract heirOf(asked: Responsibility, authority: string, day: string): Heir;
  /** Whether an authority may answer what another was asked: that one until it ends, its heir, and who works for the heir. */
  abstract mayAnswer(asked: Responsibility, authority: string, by: string, day: string): boolean;
  /** The name of an authority; of one that has ended, with the name of its successor. Undefined: no such authority. */
  abstract nameOf(authority: string, day: string): Words | undefined;
  /** The days on which something passes from one authority to another, in order. */
  abstract readonly changes: readonly string[];
}
