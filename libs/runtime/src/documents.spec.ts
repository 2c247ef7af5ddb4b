import { type ServiceCatalogue } from '#journey';
import { Documents } from './documents.js';
import { InvariantError } from './errors.js';
import { type DispatchRecord, DispatchStatus } from './journey-record.js';
import { type JourneyReader } from './journey-reader.js';
import { type DispatchStore, type DocumentContent, type DocumentHead, type DocumentStore } from './ports.js';

const JOURNEY = '01900000-0000-7000-8000-000000000001';
const HEAD: DocumentHead = { id: 'd1', name: 'lease.pdf', type: 'application/pdf', size: 4 };
const THEIRS = (): boolean => true;

/** A document that is found once by its id, and then as often as `later` says, with what is read of it. */
function documents(later: boolean, content: () => DocumentContent): Documents {
  let found = 0;
  const store = {
    find: async () => (found++ === 0 || later ? HEAD : undefined),
    content,
  } as unknown as DocumentStore;
  const asked = {
    service: 'kommune.lease',
    status: DispatchStatus.pending,
    input: { lease: HEAD.id },
  } as unknown as DispatchRecord;
  const input = { type: 'object', properties: { lease: { type: 'string', format: 'document' } } };
  return new Documents({
    journeys: {} as JourneyReader,
    documents: store,
    dispatches: { find: async () => asked } as unknown as DispatchStore,
    catalogue: { service: () => ({ input }) } as unknown as Pick<ServiceCatalogue, 'service'>,
  });
}

const open = (of: Documents) => of.given(`${JOURNEY}-1`, HEAD.id, THEIRS);

async function* bytes(...pieces: readonly string[]): DocumentContent {
  for (const piece of pieces) yield Buffer.from(piece);
}

const missing = (): DocumentContent => ({
  [Symbol.asyncIterator]: () => ({
    next: () => Promise.reject(new InvariantError('unsealable', 'piece 0 is missing')),
  }),
});

describe('a document that is read', () => {
  it('is read to its end', async () => {
    const { content } = await open(documents(true, () => bytes('ab', 'c', 'd')));
    const read: Uint8Array[] = [];
    for await (const piece of content) read.push(piece);
    expect(Buffer.concat(read).toString()).toBe('abcd');
  });

  it('is unknown when it has gone before anything of it was read', async () => {
    await expect(open(documents(false, () => bytes()))).rejects.toMatchObject({ code: 'unknown-document' });
    await expect(open(documents(false, missing))).rejects.toMatchObject({ code: 'unknown-document' });
  });

  it('is a fault when it is there and cannot be read', async () => {
    await expect(open(documents(true, missing))).rejects.toMatchObject({ code: 'unsealable' });
  });
});
