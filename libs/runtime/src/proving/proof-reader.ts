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
    const opened = new Map<string, Promise<OpenedJourney | undefined>>();
    const entries: ProvenEntry[] = [];
    for (const entry of await this.#entries(chain, number)) {
      const shows = await this.#shown(entry, person, scope, opened);
      entries.push(provenEntry(entry, shows));
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

  /** Which fields the person may know of; undefined when of none. */
  async #shown(
    { content }: ChainEntry,
    person: string,
    scope: ReadingScope,
    opened: Map<string, Promise<OpenedJourney | undefined>>,
  ): Promise<Shows | undefined> {
    if (!content || content === 'unreadable') return undefined;
    const { owner: journey, fields, hash } = content;
    const record = knowable(fields);
    if (!record || hash === undefined) {
      const of = hash === undefined ? undefined : await this.#parts.definitions.byHash(hash);
      const { kind, givenIn } = fields;
      const definition = of?.definition.id ?? (givenIn as string | undefined);
      const isKnown = mayKnowOwn(kind as OwnAccess['kind'], definition, scope);
      return isKnown ? name => !NEVER_SHOWN.includes(name) : undefined;
    }
    const opening = opened.get(journey) ?? this.#open(journey, person);
    opened.set(journey, opening);
    const theirs = await opening;
    const { definition } = theirs?.compiled ?? (await this.#parts.definitions.byHash(hash));
    if (!scope.reaches(definition.id)) return undefined;
    if (theirs && mayKnowAccess(record, theirs)) return name => !NEVER_SHOWN.includes(name);
    // Which case it is, is part of what they may not know.
    const isTold = scope.reaches(undefined) && isToldSparsely(record, person, definition);
    return isTold ? name => SHOWN_SPARSELY.includes(name) : undefined;
  }

  #open(journey: string, person: string): Promise<OpenedJourney | undefined> {
    return this.#parts.journeys.open(journey, person).catch((error: unknown) => {
      if (error instanceof RequestError) return undefined;
      throw error;
    });
  }
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
