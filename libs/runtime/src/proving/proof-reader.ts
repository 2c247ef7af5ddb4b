import { type Definition } from '#journey';
import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import { type JourneyReader } from '../journey-reader.js';
import {
  isToldSparsely,
  type KnowableAccess,
  mayKnowAccess,
  mayKnowOwn,
  OWN_SCOPE,
  type ReadingScope,
} from '../known-access.js';
import { type OpenedJourney } from '../opened-journey.js';
import { type AccessFields, NEVER_SHOWN, SHOWN_SPARSELY } from './access-fields.js';
import { type AccessProof, PROOF_FORMAT, type ProvenEntry } from './access-proof.js';
import { firstLink } from './chain-link.js';
import { shownFields } from './commitment.js';
import { type HeadKeys } from './head-keys.js';
import { type OwnAccess } from '../ports.js';
import { readableDefinition } from './readable-definition.js';
import { type AccessChain, type AccessChainStore, type ChainEntry, type EntryContent } from './ports.js';

export interface ProofReaderParts {
  readonly chains: AccessChainStore;
  readonly keys: Pick<HeadKeys, 'published'>;
  readonly journeys: Pick<JourneyReader, 'open'>;
  readonly definitions: Pick<Definitions, 'byHash'>;
}

/** Entries in one proof, at most: the newest. */
const MOST = 2_000;
const PAGE = 500;

/** Of one proof: who reads how far, and what has been read for them. */
interface Reading {
  readonly person: string;
  readonly scope: ReadingScope;
  readonly opened: Map<string, Promise<OpenedJourney | undefined>>;
  readonly definitions: Map<string, Promise<Definition | undefined>>;
}

type Shows = (name: string) => boolean;

/** Query side (CQRS) of the chains: what one person may know, with the proof that nothing of it was changed or taken out. */
export class ProofReader {
  readonly #parts: ProofReaderParts;

  constructor(parts: ProofReaderParts) {
    this.#parts = parts;
  }

  /** @returns undefined when nothing has been chained yet */
  async of(person: string, scope = OWN_SCOPE): Promise<AccessProof | undefined> {
    const { chains, keys } = this.#parts;
    const chain = (await chains.chainsOf(person)).find(({ withheld }) => !withheld);
    if (!chain) return undefined;
    const number = Math.max(0, chain.entries - MOST);
    const [before] = number === 0 ? [] : await chains.entries(chain.id, number - 1, 1);
    const reading: Reading = { person, scope, opened: new Map(), definitions: new Map() };
    const entries: ProvenEntry[] = [];
    for (const entry of await this.#entries(chain, number)) {
      entries.push(provenEntry(entry, await this.#shown(entry, reading)));
    }
    return {
      format: PROOF_FORMAT,
      chain: chain.id,
      after: { number, link: (before?.link ?? firstLink(chain.id)).toString('base64url') },
      entries,
      head: chain.head,
      keys: await keys.published(),
    };
  }

  /** Up to the head that was read: what has come since is in the next proof. */
  async #entries(chain: AccessChain, after: number): Promise<readonly ChainEntry[]> {
    const entries: ChainEntry[] = [];
    while (after + entries.length < chain.entries) {
      const from = after + entries.length;
      const page = await this.#parts.chains.entries(chain.id, from, Math.min(PAGE, chain.entries - from));
      if (page.length === 0) break;
      entries.push(...page);
    }
    return entries;
  }

  /** Which fields the person may know of; undefined when of none, also because that cannot be said. */
  async #shown({ content }: ChainEntry, reading: Reading): Promise<Shows | undefined> {
    if (!content || content === 'unreadable') return undefined;
    const { person, scope } = reading;
    const { owner: journey, fields, hash } = content;
    const definition =
      hash === undefined ? undefined : await once(reading.definitions, hash, () => this.#definition(hash));
    if (hash !== undefined && !definition) return undefined;
    const record = knowable(fields);
    if (!record || !definition) {
      const { kind, givenIn } = fields;
      const id = definition?.id ?? (givenIn as string | undefined);
      const isKnown = mayKnowOwn(kind as OwnAccess['kind'], id, scope);
      return isKnown ? name => !NEVER_SHOWN.includes(name) : undefined;
    }
    const theirs = await once(reading.opened, journey, () => this.#open(journey, person));
    if (!scope.reaches(definition.id)) return undefined;
    if (theirs && mayKnowAccess(record, theirs)) return name => !NEVER_SHOWN.includes(name);
    // Which case it is, is part of what they may not know.
    const isTold = scope.reaches(undefined) && isToldSparsely(record, person, definition);
    return isTold ? name => SHOWN_SPARSELY.includes(name) : undefined;
  }

  async #definition(hash: string): Promise<Definition | undefined> {
    return (await readableDefinition(this.#parts.definitions, hash))?.definition;
  }

  #open(journey: string, person: string): Promise<OpenedJourney | undefined> {
    return this.#parts.journeys.open(journey, person).catch((error: unknown) => {
      if (error instanceof RequestError) return undefined;
      throw error;
    });
  }
}

/** Memoized, also that there is nothing. */
function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? read();
  known.set(key, value);
  return value;
}

function provenEntry(entry: ChainEntry, shows: Shows | undefined): ProvenEntry {
  const { number, commitment, content } = entry;
  if (!shows) return { number, commitment: commitment.toString('base64url') };
  return { number, fields: shownFields((content as EntryContent).salted, shows) };
}

/** Undefined of what is somebody's own. */
function knowable(fields: AccessFields): KnowableAccess | undefined {
  const id = String(fields['id']);
  if (fields['kind'] === 'looked') return { kind: 'looked', id };
  if (fields['kind'] !== 'given') return undefined;
  const { state, persons } = fields;
  return {
    kind: 'given',
    id,
    persons: Array.isArray(persons) ? persons : [],
    ...(typeof state === 'string' && { state }),
  };
}
