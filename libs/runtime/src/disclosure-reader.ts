import { type Definition } from '#journey';
import { unknownJourney } from './decide/refusal.js';
import { type Definitions } from './definitions.js';
import { RequestError } from './errors.js';
import { type JourneyReader } from './journey-reader.js';
import {
  isOwnAccess,
  isToldSparsely,
  mayKnowAccess,
  mayKnowOwn,
  OWN_SCOPE,
  type ReadingScope,
} from './known-access.js';
import { type OpenedJourney } from './opened-journey.js';
import {
  type AccessFilter,
  type AccessRecord,
  type CaseAccess,
  type DisclosureLog,
  type GivenRecord,
  type Keyset,
  type OwnAccess,
} from './ports.js';
import { readOn } from './read-on.js';

export interface DisclosureReaderParts {
  readonly journeys: JourneyReader;
  readonly disclosures: DisclosureLog;
  readonly definitions: Definitions;
}

/** An access record as one person may know it. */
export type AccessItem = OpenAccess | SparseAccess | OwnItem;

/** What is the reader's own, with the definition whose words tell of its journey, where it is of one. */
export type OwnItem = OwnAccess & { readonly definition?: Definition };

/** With the definition whose words tell of it. */
export type OpenAccess = CaseAccess & {
  readonly definition: Definition;
  /** Somebody did for the reader what led to it: their name, as far as the reader may know it, or the authority of a caseworker. */
  readonly byHolder?: { readonly name?: string; readonly authority?: string };
};

/** Of a case, or a step of it, that is not the person's to see: that an authority was given data about them, and nothing of the case. */
export type SparseAccess = Pick<GivenRecord, 'at' | 'service' | 'categories' | 'status'> & {
  readonly kind: 'sparse';
};

export interface AccessPage {
  readonly items: readonly AccessItem[];
  /** Where the next page goes on; absent on the last. */
  readonly next?: Keyset;
}

interface KnownAccess {
  readonly item: AccessItem;
  readonly place: Keyset;
}

/** Query side (CQRS) of the access log: who has got or looked at which data, as one person may know it. */
export class DisclosureReader {
  readonly #parts: DisclosureReaderParts;

  constructor(parts: DisclosureReaderParts) {
    this.#parts = parts;
  }

  /**
   * A page, newest first, of one journey or of all. What the person may not know is left out.
   *
   * @throws RequestError `unknown-journey`
   */
  async page(filter: AccessFilter, scope = OWN_SCOPE): Promise<AccessPage> {
    const { person, journey, limit, after } = filter;
    const asked = journey === undefined ? undefined : await this.#parts.journeys.open(journey, person);
    if (asked && !scope.reaches(asked.record.definition)) throw unknownJourney(asked.record.id);
    const found = await readOn(
      { limit: limit + 1, ...(after && { after }) },
      {
        read: page => this.#parts.disclosures.page({ ...filter, ...page }),
        keysetOf: ({ at, id }) => ({ at, id }),
        keep: records => this.#known(records, { person, asked, scope }),
      },
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ item }) => item),
      ...(found.length > limit && last && { next: last.place }),
    };
  }

  /** What the reader may know of some records, each with its place. */
  async #known(
    records: readonly AccessRecord[],
    { person, asked, scope }: { person: string; asked: OpenedJourney | undefined; scope: ReadingScope },
  ): Promise<readonly KnownAccess[]> {
    const { reaches } = scope;
    const cases = records.filter(record => !isOwnAccess(record));
    // Opened after the records were read: who may know of the last of them is known.
    const opened = await this.#openedOf(cases, person);
    const seen = new Map(opened.map(theirs => [theirs.record.id, theirs]));
    const items = await Promise.all(
      records.map(async (record): Promise<AccessItem | undefined> => {
        if (isOwnAccess(record)) return this.#own(record, scope);
        const { definition } = await this.#parts.definitions.byHash(record.hash);
        if (!reaches(definition.id)) return undefined;
        const theirs = seen.get(record.journey);
        if (theirs && mayKnowAccess(record, theirs)) {
          const byHolder = holderOf(record, theirs);
          return { definition, ...(byHolder && { byHolder }), ...record };
        }
        // Which case it is, is part of what they may not know.
        return asked || !reaches(undefined) ? undefined : sparse(record, person, definition);
      }),
    );
    return records.flatMap(({ at, id }, index) => {
      const item = items[index];
      return item ? [{ item, place: { at, id } }] : [];
    });
  }

  async #own(record: OwnAccess, scope: ReadingScope): Promise<OwnItem | undefined> {
    const of = record.of && (await this.#parts.definitions.byHash(record.of.hash));
    const definition = record.kind === 'correction' ? record.givenIn : of?.definition.id;
    if (!mayKnowOwn(record.kind, definition, scope)) return undefined;
    return of ? { ...record, definition: of.definition } : record;
  }

  /** The journeys of a page that are the person's to read; not one in which they are only spoken of, nor one that was just erased. */
  async #openedOf(page: readonly CaseAccess[], person: string): Promise<readonly OpenedJourney[]> {
    const ids = [...new Set(page.map(({ journey }) => journey))];
    const opened = ids.map(id =>
      this.#parts.journeys.open(id, person).catch((error: unknown) => {
        if (error instanceof RequestError) return undefined;
        throw error;
      }),
    );
    return (await Promise.all(opened)).filter(theirs => theirs !== undefined);
  }
}

function sparse(record: CaseAccess, person: string, definition: Definition): SparseAccess | undefined {
  if (record.kind === 'looked' || !isToldSparsely(record, person, definition)) return undefined;
  const { at, service, categories, status } = record;
  return { kind: 'sparse', at, service, categories, status };
}

/** That somebody acts for another is told to that person alone. */
function holderOf(
  record: CaseAccess,
  { compiled, person, record: { state } }: OpenedJourney,
): OpenAccess['byHolder'] {
  if (record.kind !== 'given' || record.acting?.person !== person) return undefined;
  const { authority } = record.acting;
  if (authority !== undefined) return { authority };
  const name = compiled.words.names.nameOf(record.acting.holder, { person, state: state.chart });
  return name === undefined ? {} : { name };
}
