import { randomUUID } from 'node:crypto';
import { type Definitions } from '../definitions.js';
import { isOwnAccess, isToldSparsely, mayKnowAccess, namedIn } from '../known-access.js';
import { type WallClock } from '../ports.js';
import { accessFields } from './access-fields.js';
import { firstLink, nextLink } from './chain-link.js';
import { commitmentOf, saltedAtRandom } from './commitment.js';
import { type HeadKeys } from './head-keys.js';
import {
  type AccessChain,
  type AccessChainStore,
  type ChainOwner,
  type ChainRound,
  type GrownChain,
  type NewChainEntry,
  type RecordedAccess,
} from './ports.js';
import { readableDefinition } from './readable-definition.js';
import { signHead } from './signed-head.js';

export interface ChainingParts {
  readonly chains: AccessChainStore;
  readonly keys: Pick<HeadKeys, 'signing'>;
  readonly definitions: Pick<Definitions, 'byHash'>;
  readonly wall: WallClock;
}

/** Records chained in one round, at most: a round holds the lock for less than a second. */
const MOST = 5_000;

type Owner = ChainOwner & { readonly person: string };

/**
 * *Hash chain* per person over what was given or looked at, after the fact: a commit knows nothing of it, and what it recorded is
 * chained seconds later by one writer, in the order of transactions. Whoever has a signed head can prove from then on what came before.
 */
export class Chaining {
  readonly #parts: ChainingParts;

  constructor(parts: ChainingParts) {
    this.#parts = parts;
  }

  /** Chains what has been recorded since the last round. */
  async round(): Promise<ChainRound> {
    return this.#parts.chains.extend(MOST, (recorded, chains) => this.#grow(recorded, chains));
  }

  async #grow(
    recorded: readonly RecordedAccess[],
    chains: readonly AccessChain[],
  ): Promise<readonly GrownChain[]> {
    const before = new Map(chains.map(chain => [keyOf(chain), chain]));
    const growing = new Map<string, { readonly owner: Owner; readonly records: RecordedAccess[] }>();
    for (const access of recorded) {
      for (const owner of await this.#ownersOf(access)) {
        const key = keyOf(owner);
        const found = growing.get(key) ?? { owner, records: [] };
        growing.set(key, found);
        found.records.push(access);
      }
    }
    if (growing.size === 0) return [];
    const key = await this.#parts.keys.signing();
    const at = this.#parts.wall.now();
    return [...growing].map(([name, { owner, records }]) => {
      const grown = appended(records, before.get(name));
      return { ...grown, ...owner, head: signHead({ ...grown, chain: grown.id }, key, at) };
    });
  }

  /** Whom a record concerns: whose own it is, those whose data it names, or else all who take part. What they may not know is chained apart. */
  async #ownersOf({ record, participants }: RecordedAccess): Promise<readonly Owner[]> {
    if (isOwnAccess(record)) return [{ person: record.person, withheld: false }];
    const named = namedIn(record);
    const persons = named.length > 0 ? named : participants.map(({ person }) => person);
    const compiled = await readableDefinition(this.#parts.definitions, record.hash);
    return [...new Set(persons)].map(person => {
      const roles = participants.filter(other => other.person === person).map(({ role }) => role);
      const known =
        compiled &&
        ((roles.length > 0 && mayKnowAccess(record, { compiled, person, roles })) ||
          isToldSparsely(record, person, compiled.definition));
      return { person, withheld: !known };
    });
  }
}

function appended(
  records: readonly RecordedAccess[],
  chain: AccessChain | undefined,
): Pick<GrownChain, 'id' | 'entries' | 'link' | 'appended'> {
  const id = chain?.id ?? randomUUID();
  let number = chain?.entries ?? 0;
  let link = chain?.link ?? firstLink(id);
  const all = records.map(({ record, actor }) => accessFields(record, actor));
  const entries = saltedAtRandom(all).map((salted, i): NewChainEntry => {
    const commitment = commitmentOf(salted);
    number += 1;
    link = nextLink(link, number, commitment);
    return { number, commitment, link, fields: all[i]!, salted, recorded: records[i]!.recorded };
  });
  return { id, entries: number, link, appended: entries };
}

function keyOf({ person, withheld }: ChainOwner): string {
  return `${person} ${withheld}`;
}
