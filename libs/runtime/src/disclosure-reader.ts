import { type Definition } from '#journey';
import { parseDispatchId } from './dispatch-id.js';
import { RequestError } from './errors.js';
import { isDelivery } from './mailbox/message-number.js';
import { type JourneyReader } from './journey-reader.js';
import { type OpenedJourney } from './opened-journey.js';
import { type AccessFilter, type AccessRecord, type DisclosureLog, type Keyset } from './ports.js';

export interface DisclosureReaderParts {
  readonly journeys: JourneyReader;
  readonly disclosures: DisclosureLog;
}

/** An access record, with the definition whose words tell of it. */
export type AccessItem = AccessRecord & {
  readonly definition: Definition;
  /** Somebody did for the reader, under a mandate, what led to it: their name, as far as the reader may know it. */
  readonly byHolder?: { readonly name?: string };
};

export interface AccessPage {
  readonly items: readonly AccessItem[];
  /** Where the next page goes on; absent on the last. */
  readonly next?: Keyset;
}

/** Query side (CQRS) of the access log: who has got or looked at which data, as one participant may know it. */
export class DisclosureReader {
  readonly #parts: DisclosureReaderParts;

  constructor(parts: DisclosureReaderParts) {
    this.#parts = parts;
  }

  /**
   * A page, newest first, of one journey or of all that the person takes part in. Steps that are not theirs to see are left out, so
   * that it may hold fewer records than were asked for.
   *
   * @throws RequestError `unknown-journey`
   */
  async page(filter: AccessFilter): Promise<AccessPage> {
    const { person, journey, limit } = filter;
    const asked = journey === undefined ? undefined : await this.#parts.journeys.open(journey, person);
    const found = await this.#parts.disclosures.page({ ...filter, limit: limit + 1 });
    const page = found.slice(0, limit);
    const opened = asked ? [asked] : await this.#openedOf(page, person);
    const seen = new Map(opened.map(theirs => [theirs.record.id, theirs]));
    const items = page.flatMap((record): AccessItem[] => {
      const theirs = seen.get(record.journey);
      if (!theirs || !mayKnow(record, theirs)) return [];
      const byHolder = holderOf(record, theirs);
      return [{ definition: theirs.compiled.definition, ...(byHolder && { byHolder }), ...record }];
    });
    const last = page.at(-1);
    return { items, ...(found.length > limit && last && { next: { at: last.at, id: last.id } }) };
  }

  /** The journeys of a page; not that of somebody who is only spoken of, nor one that has just been erased. */
  async #openedOf(page: readonly AccessRecord[], person: string): Promise<readonly OpenedJourney[]> {
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

function mayKnow(record: AccessRecord, { compiled, person, roles }: OpenedJourney): boolean {
  // What was written to another is theirs.
  const delivery = record.kind === 'given' && isDelivery(parseDispatchId(record.id)!);
  if (delivery) return record.persons.includes(person);
  return record.kind === 'looked' || record.state === undefined || compiled.isVisible(record.state, roles);
}

/** That somebody acts for another is told to that person alone. */
function holderOf(
  record: AccessRecord,
  { compiled, person, record: { state } }: OpenedJourney,
): AccessItem['byHolder'] {
  if (record.kind !== 'given' || record.acting?.person !== person) return undefined;
  const name = compiled.words.names.nameOf(record.acting.holder, { person, state: state.chart });
  return name === undefined ? {} : { name };
}
