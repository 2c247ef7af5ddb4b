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
export type AccessItem = AccessRecord & { readonly definition: Definition };

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
    if (journey !== undefined) await this.#parts.journeys.open(journey, person);
    const found = await this.#parts.disclosures.page({ ...filter, limit: limit + 1 });
    const page = found.slice(0, limit);
    const ids = [...new Set(page.map(record => record.journey))];
    const opened = await Promise.all(
      ids.map(async id => [id, await this.#openedIfTheirs(id, person)] as const),
    );
    const seen = new Map(opened);
    const items = page.flatMap((record): AccessItem[] => {
      const theirs = seen.get(record.journey);
      if (!theirs || !mayKnow(record, theirs)) return [];
      return [{ definition: theirs.compiled.definition, ...record }];
    });
    const last = page.at(-1);
    return { items, ...(found.length > limit && last && { next: { at: last.at, id: last.id } }) };
  }

  /** Undefined for somebody who is only spoken of, or whose journey has just been erased. */
  async #openedIfTheirs(journey: string, person: string): Promise<OpenedJourney | undefined> {
    return this.#parts.journeys.open(journey, person).catch((error: unknown) => {
      if (error instanceof RequestError) return undefined;
      throw error;
    });
  }
}

function mayKnow(record: AccessRecord, { compiled, person, roles }: OpenedJourney): boolean {
  // What was written to another is theirs.
  const delivery = record.kind === 'given' && isDelivery(parseDispatchId(record.id)!);
  if (delivery) return record.persons.includes(person);
  return record.kind === 'looked' || record.state === undefined || compiled.isVisible(record.state, roles);
}
