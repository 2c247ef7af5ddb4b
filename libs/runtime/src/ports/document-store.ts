/** Where a document is attached: a field of a participant's task; an item of a list is written `papers.0`. */
export interface DocumentPlace {
  readonly journey: string;
  readonly task: string;
  readonly person: string;
  readonly field: string;
}

/** What is known of a document beside its content. The name is as personal as the content. */
export interface DocumentHead {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** Media type, found by its content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** A document that a person has attached in a journey, and whether it was sent. */
export interface HeldDocument extends DocumentHead {
  readonly task: string;
  readonly field: string;
  readonly sent: boolean;
}

/** Pieces of content, in order. */
export type DocumentContent = AsyncIterable<Uint8Array>;

/**
 * Documents of tasks: encrypted with their journey's key, in pieces, so that none is ever whole in memory. Rules: `attach` takes
 * the place of what stood there, once all of the content has come, and only while the task is an active state of a journey that
 * has not ended; it resolves to undefined when it is not. A document stays for as long as its task is open, and beyond that when
 * the change that closes the task says that it was sent (`ClearedDrafts.sent`). What a journey's erasure leaves cannot be read.
 */
export abstract class DocumentStore {
  /** Rejects as `content` does; nothing is attached then. */
  abstract attach(
    place: DocumentPlace,
    document: Omit<DocumentHead, 'size'>,
    content: DocumentContent,
  ): Promise<DocumentHead | undefined>;
  /** What a person has attached to a task that is open, by place. */
  abstract attached(
    journey: string,
    task: string,
    person: string,
  ): Promise<ReadonlyMap<string, DocumentHead>>;
  /** All that a person has attached in a journey, sent or not, in order of task, field and id. */
  abstract held(journey: string, person: string): Promise<readonly HeldDocument[]>;
  /** Whether there was one. */
  abstract detach(place: DocumentPlace): Promise<boolean>;
  abstract find(journey: string, id: string): Promise<DocumentHead | undefined>;
  /** Ends early, by an InvariantError, when a piece is missing or is not what was attached. */
  abstract content(journey: string, document: DocumentHead): DocumentContent;
}
