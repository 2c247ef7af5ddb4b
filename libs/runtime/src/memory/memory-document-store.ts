import {
  type DocumentContent,
  type DocumentHead,
  type DocumentPlace,
  type DocumentStore,
  type HeldDocument,
} from '../ports.js';
import { type DocumentRow, type MemoryTables } from './memory-tables.js';

/** Documents in memory. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async attach(
    place: DocumentPlace,
    document: Omit<DocumentHead, 'size'>,
    content: DocumentContent,
  ): Promise<DocumentHead | undefined> {
    if (!this.#isOpen(place)) return undefined;
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(Uint8Array.from(piece));
    if (!this.#isOpen(place)) return undefined;
    await this.detach(place);
    const whole = Buffer.concat(pieces);
    const head = { ...document, size: whole.length };
    this.#tables.documents.set(document.id, { ...place, head, content: whole, sent: false });
    return head;
  }

  async attached(journey: string, task: string, person: string): Promise<ReadonlyMap<string, DocumentHead>> {
    const rows = [...this.#tables.documents.values()].filter(
      row => row.journey === journey && row.task === task && row.person === person && !row.sent,
    );
    return new Map(rows.map(({ field, head }) => [field, head]));
  }

  async held(journey: string, person: string): Promise<readonly HeldDocument[]> {
    const key = ({ task, field, id }: HeldDocument): string => JSON.stringify([task, field, id]);
    return [...this.#tables.documents.values()]
      .filter(row => row.journey === journey && row.person === person)
      .map(({ head, task, field, sent }) => ({ ...head, task, field, sent }))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  async detach({ journey, task, person, field }: DocumentPlace): Promise<boolean> {
    const { id } = (await this.attached(journey, task, person)).get(field) ?? {};
    return id !== undefined && this.#tables.documents.delete(id);
  }

  async find(journey: string, id: string): Promise<DocumentHead | undefined> {
    return this.#row(journey, id)?.head;
  }

  async *content(journey: string, { id }: DocumentHead): DocumentContent {
    const row = this.#row(journey, id);
    if (row) yield Uint8Array.from(row.content);
  }

  #row(journey: string, id: string): DocumentRow | undefined {
    const row = this.#tables.documents.get(id);
    return row?.journey === journey ? row : undefined;
  }

  #isOpen({ journey, task }: DocumentPlace): boolean {
    const { status, states } = this.#tables.journeys.get(journey) ?? { status: 'done', states: [] };
    return (status === 'active' || status === 'held') && states.includes(task);
  }
}
