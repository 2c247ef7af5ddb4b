import { type MandateBasis } from '#journey';
import { type Instant } from '#statechart';
import { type Mandate } from '../mandates/mandate.js';
import { type RegisteredDeath } from '../mandates/registered-death.js';
import { type RegisteredName } from '../mandates/registered-name.js';

/**
 * Who may act for whom. Reports come more than once and in any order, and each method leaves the same whatever came first: `add` of a
 * mandate that is known (same holder, person, basis and beginning) changes nothing, and of one that was ended later on adds it as ended;
 * `replace` is overtaken by one from a later day; `end` leaves alone what begins after it. Those that people give each other are found among
 * the others.
 */
export abstract class MandateStore {
  abstract add(mandates: readonly Mandate[]): Promise<void>;
  /** From then on, these holders alone have a mandate for the person on this basis. */
  abstract replace(
    basis: MandateBasis,
    person: string,
    from: Instant,
    mandates: readonly Mandate[],
  ): Promise<void>;
  /** Of whoever is named: a holder, a person, or both. */
  abstract end(ending: MandateEnding): Promise<void>;
  /**
   * What registers tell of a person's death, which suspends whatever they hold and others but their heirs hold for them, also what has not
   * begun; it ends none of it. Of a given one something is due at the death, and again when it is in force once more.
   */
  abstract death(person: string, told: RegisteredDeath): Promise<void>;
  /** What registers have told of it; nothing of somebody whose death they have never told. */
  abstract deathOf(person: string): Promise<RegisteredDeath>;
  /**
   * What registers call a person, as those by law for them say it from then on. Of nobody for whom there is none, nor has been: whoever
   * reports the first says the name as well. It goes with the last of them.
   */
  abstract name(person: string, name: RegisteredName): Promise<void>;
  /** Those that one has, or has had, for the other. */
  abstract between(holder: string, person: string): Promise<readonly Mandate[]>;
  /** Those that a person has, or has had, and those for them; the oldest first. */
  abstract of(person: string): Promise<readonly Mandate[]>;
}

export interface MandateEnding {
  readonly bases: readonly MandateBasis[];
  readonly holder?: string;
  readonly person?: string;
  readonly at: Instant;
}
