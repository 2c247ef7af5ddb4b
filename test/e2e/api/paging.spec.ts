import { createHash, randomUUID } from 'node:crypto';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
}

const ANNA = '6110851234';
const COUNT = 5;
const DAYS = ['2097-01-01', '2097-06-01', '2098-01-01'];

describe('lists in pages', () => {
  let system: System;
  let anna: Client;
  let ops: Client;
  let designer: Client;
  let started: string[];

  beforeAll(async () => {
    system = await startSystem();
    [anna, ops, designer] = await Promise.all([
      system.citizen(ANNA),
      system.signedIn('ops'),
      system.signedIn('designer'),
    ]);
    const { stores, published } = system.assembly;
    for (const effective of DAYS) {
      const hash = createHash('sha256').update(`${published[0]!.id} of ${effective}`).digest('hex');
      await stores.definitions.publish({ hash, id: 'another', effective, sources: {} });
    }
    started = [];
    for (let i = 0; i < COUNT; i += 1) started.unshift(await begin());
  }, STARTING);

  afterAll(() => system?.close());

  const begin = async (): Promise<string> => {
    const { stores, runtime } = system.assembly;
    const person = await stores.persons.personOf(ANNA);
    const { record } = await runtime.start({ definition: 'relocating', person });
    await runtime.submit({
      journey: record.id,
      person,
      task: 'declareMove',
      event: 'submit',
      data: { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018', date: '2099-03-15' },
    });
    return record.id;
  };
  const page = async (client: Client, path: string): Promise<Page> => {
    const reply = await client.get(path);
    expect({ path, status: reply.status, text: reply.text }).toMatchObject({ status: 200 });
    return reply.body as Page;
  };
  /** Every page from the first to the last; `between` happens after the first. */
  const pages = async (client: Client, path: string, between?: () => Promise<unknown>): Promise<Page[]> => {
    const found = [await page(client, path)];
    await between?.();
    for (let next = found[0]!.next; next !== undefined; next = found.at(-1)!.next) {
      found.push(await page(client, `${path}&after=${next}`));
    }
    return found;
  };
  const ids = (found: readonly Page[]): readonly string[] =>
    found.flatMap(({ items }) => items.map(({ id }) => id));

  it("hold a citizen's journeys, each once and newest first, whatever is started meanwhile", async () => {
    const before = started;
    const found = await pages(anna, '/v1/journeys?limit=2', async () => started.unshift(await begin()));
    expect(found.map(({ items }) => items.length)).toEqual([2, 2, 1]);
    expect(ids(found)).toEqual(before.slice(-COUNT));
    expect(found.at(-1)).not.toHaveProperty('next');
    expect(ids([await page(anna, '/v1/journeys')])).toEqual(started);
    const eva = await system.signedIn('citizen');
    expect(await page(eva, '/v1/journeys')).toEqual({ items: [] });
    // Somebody else's cursor is a place in one's own list.
    expect(await page(eva, `/v1/journeys?after=${found[0]!.next}`)).toEqual({ items: [] });
  });

  it('hold definitions and their versions, in order', async () => {
    const [definitions] = await pages(system.anonymous(), '/v1/definitions?limit=1');
    expect(definitions).toMatchObject({ items: [{ id: 'relocating' }] });
    const versions = await pages(designer, '/v1/designer/versions?limit=2');
    expect(versions.map(({ items }) => items.length)).toEqual([2, 2]);
    const all = (await page(designer, '/v1/designer/versions')).items;
    expect(versions.flatMap(({ items }) => items)).toEqual(all);
    expect(all.map(({ id }) => id)).toEqual(['another', 'another', 'another', 'relocating']);
  });

  it('hold what ops look for', async () => {
    const journeys = await pages(ops, '/v1/ops/journeys?definition=relocating&limit=2');
    expect(ids(journeys)).toEqual(started);
    const dispatches = await pages(ops, '/v1/ops/dispatches?authority=cpr&limit=2');
    expect(dispatches.length).toBeGreaterThan(1);
    expect(ids(dispatches)).toEqual(started.map(id => `${id}-3`));
  });

  const LISTS: [string, () => Client][] = [
    ['/v1/journeys', () => anna],
    ['/v1/definitions', () => system.anonymous()],
    ['/v1/designer/versions', () => designer],
    ['/v1/ops/journeys', () => ops],
    ['/v1/ops/dispatches', () => ops],
  ];
  const base64url = (text: string): string => Buffer.from(text).toString('base64url');
  it.each(LISTS)(
    '%s refuses a limit that it does not have, and a place that it never named',
    async (path, who) => {
      for (const limit of ['0', '201', '-1', '1.5', 'x', '']) {
        const refused = problem(await who().get(`${path}?limit=${limit}`), 422, 'invalid');
        expect(refused.errors).toMatchObject([{ pointer: '#/limit' }]);
      }
      const id = randomUUID();
      for (const after of [
        '',
        'x',
        id,
        '%00',
        base64url('\0'),
        base64url(`1 ${id}-2147483648`),
        base64url(`1 ${id}-m2147483648`),
        base64url(`1 ${id}-n1`),
        base64url(`99999999999999999 ${id}`),
        base64url(`99999999999999999 ${id}-1`),
        'a'.repeat(10_000),
      ]) {
        const refused = problem(await who().get(`${path}?after=${after}`), 422, 'invalid');
        expect(refused.errors).toMatchObject([{ pointer: '#/after' }]);
      }
      problem(await who().get(`${path}?after=x&after=y`), 422, 'invalid');
      problem(await who().get(`${path}?before=${id}`), 422, 'invalid');
    },
  );

  it.each([
    ...['definition', 'state', 'authority'].map(name => ['journeys', name, 'a%00b']),
    ...['startedBefore', 'idleSince'].flatMap(name =>
      [
        '2025-W10',
        '20250101',
        '2025-001',
        '2025-02-30',
        '2025',
        '2025-01-01T24:00:00Z',
        '2025-01-01T10:00:00',
        '0000-01-01',
        '0001-01-01T00:00:00%2B23:00',
        '9999-12-31T23:59:59-23:00',
      ].map(text => ['journeys', name, text]),
    ),
    ...['authority', 'service', 'journey', 'error'].map(name => ['dispatches', name, 'a%00b']),
    ...['actor', 'subject'].map(name => ['audit', name, 'a%00b']),
  ])('ops cannot look among %s for %s=%s', async (list, name, text) => {
    const refused = problem(await ops.get(`/v1/ops/${list}?${name}=${text}`), 422, 'invalid');
    expect(refused.errors).toMatchObject([{ pointer: `#/${name}` }]);
  });

  it.each([
    '2099-01-01',
    '2099-01-01T00:00:00Z',
    '2099-01-01t10:00:00.123456%2B01:00',
    '9999-12-31T23:59:59Z',
  ])('ops can look for what was started before %s', async text =>
    expect(ids([await page(ops, `/v1/ops/journeys?startedBefore=${text}`)])).toEqual(started),
  );
});
