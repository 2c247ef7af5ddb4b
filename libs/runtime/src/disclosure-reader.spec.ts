import { declareMove, MOVE, sampleWorld } from '../test/sample-runtime.js';
import { DisclosureReader } from './disclosure-reader.js';
import { Definitions } from './definitions.js';
import { MemoryDisclosureLog } from './memory/memory-disclosure-log.js';
import { MemoryAuditLog } from './memory/memory-audit-log.js';

const about = (...persons: readonly string[]) => ({ persons, categories: ['address'], ground: 'Lov § 1' });

/** Anna moves, and an authority was told of Ida, who takes no part. */
async function told(change?: (main: string) => string) {
  const { stores, runtime, reader, compiled } = await sampleWorld(change);
  const { journey } = await declareMove(runtime());
  const [asked] = [...stores.tables.dispatches.values()];
  stores.tables.dispatches.set(asked!.id, { ...asked!, disclosure: about('anna', 'ida') });
  const disclosures = new DisclosureReader({
    journeys: reader,
    disclosures: new MemoryDisclosureLog(stores.tables, new MemoryAuditLog()),
    definitions: new Definitions(stores.definitions, () => compiled()),
  });
  return { journey, asked: asked!, page: disclosures.page.bind(disclosures) };
}

describe('data that are given while somebody loses their role', () => {
  it('are not told to them', async () => {
    const world = await sampleWorld(main =>
      main.replace(
        'on: { agree: underWay, decline: declareMove }',
        'on: { agree: underWay, decline: declareMove, cpr.moveRegistered: { target: underWay, actions: { dismiss: partner } } }',
      ),
    );
    const { stores, reader, compiled } = world;
    const runtime = world.runtime();
    const { journey } = await declareMove(runtime, 'anna', { ...MOVE, partner: 'bo' });
    const log = new MemoryDisclosureLog(stores.tables, new MemoryAuditLog());
    const overtaken = new Proxy(log, {
      get: (store, name: keyof typeof log) =>
        name === 'page'
          ? async (...asked: Parameters<typeof log.page>) => {
              const registered = { reference: 'FL-1', registeredOn: '2025-03-01' };
              await runtime.report({
                authority: 'cpr',
                type: 'cpr.moveRegistered',
                id: 'r',
                data: registered,
                persons: ['anna'],
              });
              return store.page(...asked);
            }
          : (store[name] as (...args: unknown[]) => unknown).bind(store),
    });
    const definitions = new Definitions(stores.definitions, () => compiled());
    const disclosures = new DisclosureReader({ journeys: reader, disclosures: overtaken, definitions });
    expect((await disclosures.page({ person: 'bo', journey, limit: 10 })).items).toEqual([]);
    expect((await disclosures.page({ person: 'anna', journey, limit: 10 })).items).toMatchObject([
      { kind: 'given', service: 'cpr.registerMove' },
    ]);
  });
});

describe('data about one who takes no part', () => {
  it('is told to them, and nothing of the case', async () => {
    const { page, asked, journey } = await told();
    const { items } = await page({ person: 'ida', limit: 10 });
    expect(items).toEqual([
      {
        kind: 'sparse',
        at: asked.createdAt,
        service: asked.service,
        categories: ['address'],
        status: 'pending',
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(journey);
    expect((await page({ person: 'anna', limit: 10 })).items).toMatchObject([{ kind: 'given', journey }]);
    expect((await page({ person: 'eva', limit: 10 })).items).toEqual([]);
    await expect(page({ person: 'ida', journey, limit: 10 })).rejects.toMatchObject({
      code: 'unknown-journey',
    });
  });

  it('is not told where somebody in the case may have to hide from them', async () => {
    const { page } = await told(main => main.replace('applicant: {}', 'applicant: { confidential: true }'));
    expect((await page({ person: 'ida', limit: 10 })).items).toEqual([]);
    expect((await page({ person: 'anna', limit: 10 })).items).toHaveLength(1);
  });

  it('is not told to whoever acts for them, where that is not to reach the case', async () => {
    const { page, journey } = await told();
    const reaches = (known: readonly (string | undefined)[]) => ({
      reaches: (definition: string | undefined) => known.includes(definition),
      isThemselves: false,
    });
    const count = async (person: string, known: readonly (string | undefined)[]) =>
      (await page({ person, limit: 10 }, reaches(known))).items.length;
    expect(await count('ida', ['moving', undefined])).toBe(1);
    expect(await count('ida', ['moving'])).toBe(0);
    expect(await count('ida', [undefined])).toBe(0);
    expect(await count('anna', ['moving'])).toBe(1);
    expect(await count('anna', [undefined])).toBe(0);
    await expect(page({ person: 'anna', journey, limit: 10 }, reaches([]))).rejects.toMatchObject({
      code: 'unknown-journey',
    });
  });
});
