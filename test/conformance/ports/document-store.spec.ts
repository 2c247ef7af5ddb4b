import { randomBytes, randomUUID } from 'node:crypto';
import { type DocumentHead } from '#runtime';
import { creation, step } from './changes.js';
import { describeStores } from './store-adapters.js';

async function* inChunks(bytes: Buffer, ...lengths: number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const length of [...lengths, bytes.length]) {
    if (at < bytes.length) yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield randomBytes(70_000);
  throw new Error('the line was cut');
}

describeStores('DocumentStore in $name', (stores, elsewhere) => {
  const [ane, bo] = [randomUUID(), randomUUID()];
  const papers = () => ({ id: randomUUID(), name: 'Ægtepagt.pdf', type: 'application/pdf' });
  const task = 'declareMove';

  async function begun() {
    const created = creation({ states: [task, 'underWay.doctor'] });
    await stores.journeys.commit([created]);
    return { created, place: { journey: created.journey, task, person: ane, field: 'papers.0' } };
  }
  async function read(journey: string, head: DocumentHead): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of elsewhere().documents.content(journey, head)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  it.each([[0], [1], [64 * 1024], [64 * 1024 + 1], [300_000]])('gives back %d bytes', async size => {
    const { documents } = stores;
    const { place } = await begun();
    const bytes = randomBytes(size);
    const document = papers();
    const head = await documents.attach(place, document, inChunks(bytes, 1, 7, 100_000, 3));
    expect(head).toEqual({ ...document, size });
    expect(await documents.attached(place.journey, task, ane)).toEqual(new Map([['papers.0', head]]));
    expect(await elsewhere().documents.find(place.journey, document.id)).toEqual(head);
    expect(await read(place.journey, head!)).toEqual(bytes);
  });

  it('keeps one at each place, the last, and knows nothing elsewhere', async () => {
    const { documents } = stores;
    const { place } = await begun();
    const first = await documents.attach(place, papers(), inChunks(randomBytes(10)));
    const other = await documents.attach({ ...place, field: 'will' }, papers(), inChunks(randomBytes(11)));
    const last = await documents.attach(place, papers(), inChunks(randomBytes(12)));
    const his = await documents.attach({ ...place, person: bo }, papers(), inChunks(randomBytes(13)));
    expect(Object.fromEntries(await documents.attached(place.journey, task, ane))).toEqual({
      'papers.0': last,
      will: other,
    });
    expect(Object.fromEntries(await documents.attached(place.journey, task, bo))).toEqual({
      'papers.0': his,
    });
    expect(await documents.find(place.journey, first!.id)).toBeUndefined();
    expect(await read(place.journey, first!)).toHaveLength(0);
    expect((await documents.attached(randomUUID(), task, ane)).size).toBe(0);
    expect((await documents.attached('no journey', task, 'nobody')).size).toBe(0);
    expect(await documents.find(randomUUID(), last!.id)).toBeUndefined();
    expect(await documents.find(place.journey, 'no document')).toBeUndefined();
    expect(await documents.detach(place)).toBe(true);
    expect(await documents.detach(place)).toBe(false);
    expect([...(await documents.attached(place.journey, task, ane)).keys()]).toEqual(['will']);
  });

  it('attaches nothing of what breaks off, and leaves what stood there', async () => {
    const { documents } = stores;
    const { place } = await begun();
    const kept = await documents.attach(place, papers(), inChunks(randomBytes(10)));
    await expect(documents.attach(place, papers(), breaking())).rejects.toThrow('the line was cut');
    expect(Object.fromEntries(await documents.attached(place.journey, task, ane))).toEqual({
      'papers.0': kept,
    });
  });

  it('attaches nothing to a task that is not open, or is closed meanwhile', async () => {
    const { documents, journeys } = stores;
    const { created, place } = await begun();
    const closed = { ...place, task: 'elsewhere' };
    expect(await documents.attach(closed, papers(), inChunks(randomBytes(9)))).toBeUndefined();
    const document = papers();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield randomBytes(70_000);
      await journeys.commit([step(created, { states: [], draftsCleared: [{ task }] })]);
      yield randomBytes(70_000);
    }
    expect(await documents.attach(place, document, slow())).toBeUndefined();
    expect(await documents.find(place.journey, document.id)).toBeUndefined();
  });

  it('lets what was not sent go with its task, and keeps what was', async () => {
    const { documents, journeys } = stores;
    const { created, place } = await begun();
    const sent = await documents.attach(place, papers(), inChunks(randomBytes(20)));
    const unsent = await documents.attach({ ...place, field: 'will' }, papers(), inChunks(randomBytes(21)));
    const his = await documents.attach({ ...place, person: bo }, papers(), inChunks(randomBytes(22)));
    const doctors = { ...place, task: 'underWay.doctor' };
    const other = await documents.attach(doctors, papers(), inChunks(randomBytes(23)));
    const submitted = step(created, {
      states: created.states,
      draftsCleared: [{ task, person: ane, sent: [sent!.id] }],
    });
    await journeys.commit([submitted]);
    expect(await documents.find(place.journey, sent!.id)).toEqual(sent);
    expect(await documents.find(place.journey, unsent!.id)).toBeUndefined();
    expect(await documents.find(place.journey, his!.id)).toEqual(his);
    expect((await documents.attached(place.journey, task, ane)).size).toBe(0);
    const held = [
      { ...sent, task, field: place.field, sent: true },
      { ...other, task: doctors.task, field: doctors.field, sent: false },
    ];
    expect(await elsewhere().documents.held(place.journey, ane)).toEqual(held);
    expect(await documents.held(place.journey, randomUUID())).toEqual([]);
    await journeys.commit([step(submitted, { states: ['underWay.doctor'], draftsCleared: [{ task }] })]);
    expect(await documents.find(place.journey, sent!.id)).toEqual(sent);
    expect(await documents.find(place.journey, his!.id)).toBeUndefined();
    expect(await documents.find(place.journey, other!.id)).toEqual(other);
    expect((await read(place.journey, sent!)).length).toBe(20);
  });

  it('is erased with its journey', async () => {
    const { documents, erasures } = stores;
    const { place } = await begun();
    const head = await documents.attach(place, papers(), inChunks(randomBytes(100_000)));
    expect(await erasures.erase(place.journey, Date.now())).toMatchObject({ documents: 1 });
    expect(await elsewhere().documents.find(place.journey, head!.id)).toBeUndefined();
    expect(await read(place.journey, head!)).toHaveLength(0);
  });
});
