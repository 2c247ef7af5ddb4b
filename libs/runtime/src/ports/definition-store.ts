import { type Instant } from '#statechart';

/** Content-addressed store of published definitions; the content never changes under a hash. */
export abstract class DefinitionStore {
  /**
   * Keeps the sources; publishing the same hash again changes nothing, and leaves withdrawn what was.
   *
   * @param by who publishes: `designer:<person>`; absent: `system`, which does it whenever a process starts
   */
  abstract publish(definition: StoredDefinition, by?: string): Promise<void>;
  abstract find(hash: string): Promise<StoredDefinition | undefined>;
  /** The definitions that journeys start on, one for each id and effective date: the latest published that is not withdrawn. */
  abstract list(): Promise<readonly Omit<StoredDefinition, 'sources'>[]>;
  /** Everything that was ever published, by id and effective date, and then in the order of publishing. */
  abstract publications(): Promise<readonly Publication[]>;
  /** From now on no journey starts on it; those under way stay. The first withdrawal stands. False: no such hash. */
  abstract withdraw(hash: string, by: string, reason: string): Promise<boolean>;
  /** Journeys may start on it again. */
  abstract reinstate(hash: string): Promise<void>;
  /** What was kept under the digest. */
  abstract clearance(digest: string): Promise<Clearance | undefined>;
  /** Keeps it; the last one stands. What it names was published before. */
  abstract clear(clearance: Clearance): Promise<void>;
}

/** A journey's files that were checked, found sound and published. */
export interface Clearance {
  /** Of the files, the contracts, and the check itself. */
  readonly digest: string;
  /** Digests of the other journeys that the check has looked at, by id; empty: there was no such journey. */
  readonly beside: Readonly<Record<string, string>>;
  readonly versions: readonly Omit<StoredDefinition, 'sources'>[];
}

export interface StoredDefinition {
  readonly hash: string;
  readonly id: string;
  /** `YYYY-MM-DD`: the first day on which journeys start on it. */
  readonly effective: string;
  /** Nobody acts in it for another. */
  readonly ownOnly?: true;
  /** Path within the journey's folder -> text. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Publication of a version, and its withdrawal. */
export interface Publication extends Omit<StoredDefinition, 'sources'> {
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly withdrawn?: Withdrawal;
}

export interface Withdrawal {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}
