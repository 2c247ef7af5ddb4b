import { randomUUID } from 'node:crypto';
import { type DocumentKind, kindsAccepted, type ServiceCatalogue } from '#journey';
import { documentsIn } from '#schema';
import { RequestError } from './errors.js';
import { type DispatchRecord, isOpen } from './journey-record.js';
import { type JourneyReader } from './journey-reader.js';
import {
  type DispatchStore,
  type DocumentContent,
  type DocumentHead,
  type DocumentPlace,
  type DocumentStore,
} from './ports.js';
import { parseDispatchId } from './dispatch-id.js';

/** Bytes of one document. */
export const MOST_DOCUMENT_BYTES = 10 * 1024 * 1024;

export interface DocumentsParts {
  readonly journeys: JourneyReader;
  readonly documents: DocumentStore;
  readonly dispatches: DispatchStore;
  readonly catalogue: Pick<ServiceCatalogue, 'service'>;
}

/** A document and how to read it. */
export interface OpenedDocument {
  readonly head: DocumentHead;
  readonly content: DocumentContent;
}

/** Use cases of documents: attached to an open task by whoever it is open to, and given to the authorities that they were sent to. */
export class Documents {
  readonly #parts: DocumentsParts;

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
  }

  /**
   * The kinds that a place takes.
   *
   * @throws RequestError `unknown-document` when the person has no such journey or open task, or it no such place
   */
  async accepted(place: DocumentPlace): Promise<readonly DocumentKind[]> {
    const { journeys } = this.#parts;
    const opened = await journeys.open(place.journey, place.person).catch((error: unknown) => {
      // To those whose journey it is not, it says the same as to those whose task it is not.
      throw error instanceof RequestError ? unknownDocument() : error;
    });
    const task = journeys.findTask(opened, place.task);
    const kinds = task && kindsAccepted(task.schema, place.field);
    if (!kinds) throw unknownDocument();
    return kinds;
  }

  /**
   * Attaches a document in the place of what stood there. Rejects as the content does.
   *
   * @param document of a kind that is {@link accepted}
   * @throws RequestError `unknown-document` when the task has been closed meanwhile
   */
  async attach(
    place: DocumentPlace,
    document: Pick<DocumentHead, 'name' | 'type'>,
    content: DocumentContent,
  ): Promise<DocumentHead> {
    const head = await this.#parts.documents.attach(place, { ...document, id: randomUUID() }, content);
    if (!head) throw unknownDocument();
    return head;
  }

  /** @throws RequestError as {@link accepted}, and `unknown-document` when nothing is attached, or no longer */
  async open(place: DocumentPlace): Promise<OpenedDocument> {
    await this.accepted(place);
    const { journey, task, person, field } = place;
    const head = (await this.#parts.documents.attached(journey, task, person)).get(field);
    if (!head) throw unknownDocument();
    return this.#read(journey, head);
  }

  /** @throws RequestError as {@link open} */
  async detach(place: DocumentPlace): Promise<void> {
    await this.accepted(place);
    if (!(await this.#parts.documents.detach(place))) throw unknownDocument();
  }

  /**
   * A document that a dispatch names, for the authority that was asked, while its answer is awaited.
   *
   * @param isTheirs whether whoever asks may answer the dispatch
   * @throws RequestError `unknown-document` for whatever else
   */
  async given(
    dispatch: string,
    document: string,
    isTheirs: (asked: DispatchRecord) => boolean,
  ): Promise<OpenedDocument> {
    const { dispatches, documents, catalogue } = this.#parts;
    const parsed = parseDispatchId(dispatch);
    const asked = parsed && (await dispatches.find(dispatch));
    if (!asked || !isTheirs(asked) || !isOpen(asked.status)) throw unknownDocument();
    const contract = catalogue.service(asked.service);
    const named = contract ? documentsIn(asked.input, contract.input) : [];
    const head = named.some(({ text }) => text === document)
      ? await documents.find(asked.journey, document)
      : undefined;
    if (!head) throw unknownDocument();
    return this.#read(asked.journey, head);
  }

  /** Its first piece is read before anybody is told that there is a document: it may have gone since it was found. */
  async #read(journey: string, head: DocumentHead): Promise<OpenedDocument> {
    const { documents } = this.#parts;
    const pieces = documents.content(journey, head)[Symbol.asyncIterator]();
    const first = await pieces.next().catch(async (error: unknown) => {
      if (await documents.find(journey, head.id)) throw error;
      return GONE;
    });
    if (first.done && head.size > 0) throw unknownDocument();
    return { head, content: withFirst(first, pieces) };
  }
}

const GONE: IteratorResult<Uint8Array> = { done: true, value: undefined };

async function* withFirst(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): DocumentContent {
  if (first.done) return;
  yield first.value;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function unknownDocument(): RequestError {
  return new RequestError('unknown-document', 'there is no such document, or no place for one');
}
