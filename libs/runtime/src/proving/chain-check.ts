import { type JsonWebKey } from 'node:crypto';
import { type ErasureList } from '../erasing/ports.js';
import { type AccessFields, ownerOf } from './access-fields.js';
import { firstLink, nextLink } from './chain-link.js';
import { commitmentOf } from './commitment.js';
import { type HeadKeys } from './head-keys.js';
import { ListedErasures } from './listed-erasures.js';
import { type AccessChain, type AccessChainStore, type ChainEntry } from './ports.js';
import { verifiedHead } from './signed-head.js';

/** Why a chain is not what was signed. A closed list; see {@link ChainFault}. */
export const ChainFaultKind = {
  /** A number is missing. */
  missing: 'missing',
  /** The entry, or one before it, is not the one that was linked here. */
  link: 'link',
  /** What is kept of the entry is not what it commits to. */
  content: 'content',
  /** The log says now something else than what it committed to. */
  changed: 'changed',
  /** The log has lost what it was about. */
  gone: 'gone',
  /** The head is not signed by us, or is the head of other entries. */
  head: 'head',
  /** It is gone, and no erasure that is on the list has taken it. */
  unlisted: 'unlisted',
  /** Recorded, and never chained. */
  unchained: 'unchained',
} as const;
export type ChainFaultKind = (typeof ChainFaultKind)[keyof typeof ChainFaultKind];

/** The first place where a chain breaks. */
export interface ChainFault {
  readonly kind: ChainFaultKind;
  /** Absent when they have been erased, or nobody's. */
  readonly person?: string;
  readonly chain?: string;
  /** Number of the entry. */
  readonly number?: number;
  /** Its id in the access log, as far as it is known. */
  readonly record?: string;
  /** When it was, ISO 8601, as far as it is known. */
  readonly at?: string;
}

export interface ChainReport {
  readonly persons: number;
  readonly entries: number;
  /** How many of these were erased: linked, and nothing to be read in them. */
  readonly erased: number;
  /** How many of the persons were erased. */
  readonly erasedPersons: number;
  readonly fault?: ChainFault;
}

const PAGE = 500;

export interface ChainCheckParts {
  readonly chains: AccessChainStore;
  readonly keys: Pick<HeadKeys, 'published'>;
  /** What is gone must be on it; where it is kept out of reach, what is gone is not held against it. */
  readonly list?: Pick<ErasureList, 'read'>;
}

/** What a chain is held against. */
interface Known {
  readonly keys: ReadonlyMap<string, JsonWebKey>;
  readonly listed: ListedErasures;
}

interface Sum {
  entries: number;
  erased: number;
  readonly erasedPersons: Set<string>;
}

/**
 * *Tamper evidence*: proves that the access log is what was chained and signed, or names the first entry at which it is not. What it
 * cannot tell by itself is an older state of all tables at once; a head that somebody has taken home can.
 */
export class ChainCheck {
  readonly #parts: ChainCheckParts;

  constructor(parts: ChainCheckParts) {
    this.#parts = parts;
  }

  /** @param person of whom alone; absent: of all, and whether anything was left out */
  async run(person?: string): Promise<ChainReport> {
    const report = await this.#verify(this.#chains(person));
    if (report.fault || person !== undefined) return report;
    const [record] = await this.#parts.chains.unchained(1);
    return record === undefined ? report : { ...report, fault: { kind: 'unchained', record } };
  }

  /** Of all chains in which a journey stands. */
  async ofJourney(journey: string): Promise<ChainReport> {
    return this.#verify(await this.#parts.chains.chainsWith(journey));
  }

  async #verify(chains: AsyncIterable<AccessChain> | Iterable<AccessChain>): Promise<ChainReport> {
    const published = await this.#parts.keys.published();
    const keys = new Map(published.map(key => [String(key['kid']), key]));
    const listed = new ListedErasures(this.#parts.list);
    const persons = new Set<string>();
    const sum: Sum = { entries: 0, erased: 0, erasedPersons: new Set() };
    const report = (fault?: ChainFault): ChainReport => ({
      persons: persons.size,
      ...sum,
      erasedPersons: sum.erasedPersons.size,
      ...(fault && { fault }),
    });
    for await (const chain of chains) {
      const { erased } = chain;
      persons.add(chain.person ?? erased?.id ?? chain.id);
      if (erased) sum.erasedPersons.add(erased.id);
      if (chain.person === undefined && !(await listed.has(erased))) {
        return report({ kind: 'unlisted', chain: chain.id });
      }
      const fault = await this.#settledFaultOf(chain, { keys, listed }, sum);
      if (fault) return report(fault);
    }
    return report();
  }

  async *#chains(person: string | undefined): AsyncGenerator<AccessChain> {
    if (person !== undefined) return void (yield* await this.#parts.chains.chainsOf(person));
    let page: readonly AccessChain[] = [];
    do {
      page = await this.#parts.chains.chains(PAGE, page.at(-1)?.id);
      yield* page;
    } while (page.length === PAGE);
  }

  /** A chain that grows while it is read has a newer head than the one in hand: then that counts. */
  async #settledFaultOf(chain: AccessChain, known: Known, sum: Sum): Promise<ChainFault | undefined> {
    const counted = { entries: 0, erased: 0 };
    const fault = await this.#faultOf(chain, known, counted);
    const grown = fault?.kind === 'head' ? await this.#grown(chain) : undefined;
    if (grown) return this.#settledFaultOf(grown, known, sum);
    sum.entries += counted.entries;
    sum.erased += counted.erased;
    return fault;
  }

  async #grown({ id, person, entries }: AccessChain): Promise<AccessChain | undefined> {
    const now = person === undefined ? [] : await this.#parts.chains.chainsOf(person);
    return now.find(chain => chain.id === id && chain.entries > entries);
  }

  async #faultOf(
    chain: AccessChain,
    { keys, listed }: Known,
    sum: Pick<Sum, 'entries' | 'erased'>,
  ): Promise<ChainFault | undefined> {
    const { id, person } = chain;
    const owner = { chain: id, ...(person !== undefined && { person }) };
    let [number, link] = [0, firstLink(id)];
    let page: readonly ChainEntry[];
    do {
      page = await this.#parts.chains.entries(id, number, PAGE);
      for (const entry of page) {
        number += 1;
        const kind = entry.number === number ? await entryFault(entry, link, listed) : ChainFaultKind.missing;
        if (kind) return { kind, ...owner, number, ...(kind !== 'missing' && placeOf(entry)) };
        link = entry.link;
        sum.entries += 1;
        if (!entry.content) sum.erased += 1;
      }
    } while (page.length === PAGE);
    if (number < chain.entries) return { kind: 'missing', ...owner, number: number + 1 };
    const head = verifiedHead(chain.head, kid => keys.get(kid));
    const isHead = head?.chain === id && head.entries === number && head.link === link.toString('base64url');
    return isHead ? undefined : { kind: 'head', ...owner, number };
  }
}

async function entryFault(
  entry: ChainEntry,
  before: Buffer,
  listed: ListedErasures,
): Promise<ChainFaultKind | undefined> {
  const { number, commitment, link, content } = entry;
  if (!nextLink(before, number, commitment).equals(link)) return 'link';
  if (!content) return (await listed.has(entry.erased)) ? undefined : 'unlisted';
  if (content === 'unreadable') return 'content';
  const { fields, salted, source, rewritten, owner } = content;
  if (!commitmentOf(salted).equals(commitment) || ownerOf(fields) !== owner) return 'content';
  if (!source) return 'gone';
  return isSame(fields, source, rewritten) ? undefined : 'changed';
}

/** A request that was passed on to another authority is recorded anew: what went before stays as it was. */
function isSame(fields: AccessFields, source: AccessFields, rewritten: boolean): boolean {
  const { authority } = fields;
  const now = rewritten && authority !== undefined ? { ...source, authority } : source;
  const text = (all: object): string =>
    JSON.stringify(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(fields) === text(now);
}

function placeOf({ content }: ChainEntry): Pick<ChainFault, 'record' | 'at'> {
  if (!content || content === 'unreadable') return {};
  return { record: String(content.fields['id']), at: String(content.fields['at']) };
}
