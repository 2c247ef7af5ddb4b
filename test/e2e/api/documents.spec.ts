import { randomBytes } from 'node:crypto';
import { until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';
const EVE = '6803037654';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const MOST = 10 * 1024 * 1024;

const pdf = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = randomBytes(size);
  bytes.write('%PDF-1.7\n');
  return Uint8Array.from(bytes);
};
const jpeg = Uint8Array.from(
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(500)]),
);

describe('documents over REST', () => {
  let system: System;
  let anna: Client;
  let bo: Client;
  let date: string;

  beforeAll(async () => {
    system = await startSystem();
    [anna, bo] = await Promise.all([system.citizen(ANNA), system.citizen(BO)]);
    date = system.day();
  }, STARTING);
  afterAll(() => system?.close());

  const started = async (): Promise<string> => `/v1/journeys/${(await anna.start()).id}`;
  const download = (path: string, client = anna): Promise<Response> =>
    fetch(`${system.api}${path}`, { headers: { authorization: `Bearer ${client.token}` } });

  it('are attached, read back to the byte, replaced, and taken away', async () => {
    const path = `${await started()}/tasks/declareMove/documents/lease`;
    problem(await anna.get(path), 404, 'unknown-document');
    const first = await anna.attach(path, pdf(MOST), 'Lejekontrakt æøå.pdf');
    expect(first).toMatchObject({
      status: 200,
      body: { name: 'Lejekontrakt æøå.pdf', type: 'application/pdf', size: MOST },
    });
    const bytes = pdf(150_000);
    const second = await anna.attach(path, bytes, '../../etc/\u202epasswd\n.pdf');
    expect(second.body).toMatchObject({ name: 'passwd.pdf', size: 150_000 });
    const read = await download(path);
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '150000',
      'content-disposition': 'attachment; filename=passwd.pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await anna.send('DELETE', path)).status).toBe(204);
    problem(await anna.get(path), 404, 'unknown-document');
  });

  it('are nobody else’s, and only where the form has a place for them', async () => {
    const path = await started();
    const eve = await system.citizen(EVE);
    const lease = `${path}/tasks/declareMove/documents/lease`;
    await anna.attach(lease, pdf(100));
    problem(await eve.get(lease), 404, 'unknown-document');
    problem(await eve.attach(lease, pdf(100)), 404, 'unknown-document');
    await anna.post(`${path}/tasks/declareMove`, {
      event: 'submit',
      data: { address: ADDRESS, date, partner: BO },
    });
    // Bo takes part by now, but it is not his task; nor is it Anna’s any more.
    for (const client of [bo, anna]) problem(await client.get(lease), 404, 'unknown-document');
    problem(await bo.attach(lease, pdf(100)), 404, 'unknown-document');
    const other = `${await started()}/tasks/declareMove/documents`;
    for (const field of ['address', 'papers', 'papers.2', 'papers.x', 'lease.0', 'constructor', 'nothing']) {
      problem(await anna.attach(`${other}/${field}`, jpeg), 404, 'unknown-document');
    }
    expect((await anna.attach(`${other}/papers.1`, jpeg)).status).toBe(200);
  });

  it('are what their content says, and not too large', async () => {
    const path = `${await started()}/tasks/declareMove/documents/lease`;
    const script = Uint8Array.from(Buffer.from('<script>alert(1)</script>'));
    for (const content of [script, jpeg, new Uint8Array(0)]) {
      const refused = problem(await anna.attach(path, content, 'lease.pdf'), 422, 'invalid');
      expect(refused.errors).toMatchObject([{ pointer: '#/lease', code: 'kind' }]);
    }
    problem(await anna.attach(path, pdf(MOST + 1)), 413, 'too-large');
    problem(await anna.get(path), 404, 'unknown-document');
  });

  it('are sent with the task that they are attached to, and only to the field where they are', async () => {
    const path = await started();
    const place = `${path}/tasks/declareMove/documents`;
    const ids = await Promise.all(
      ['lease', 'papers.0', 'papers.1'].map(async field => {
        const reply = await anna.attach(`${place}/${field}`, field === 'lease' ? pdf(9_000) : jpeg);
        return (reply.body as { id: string }).id;
      }),
    );
    const [lease, first, second] = ids as [string, string, string];
    const said = { address: ADDRESS, date };
    const submit = (data: object) => anna.post(`${path}/tasks/declareMove`, { event: 'submit', data });
    const other = 'a4be2d0c-3c58-4c41-b9d4-6c4a1a0b4f11';
    const wrong = problem(await submit({ ...said, lease: first, papers: [second, other] }), 422, 'invalid');
    expect(wrong.errors).toMatchObject([
      { pointer: '#/data/lease', code: 'document', label: 'Lease' },
      { pointer: '#/data/papers/0', code: 'document' },
      { pointer: '#/data/papers/1', code: 'document' },
    ]);
    expect((await submit({ ...said, lease, papers: [first] })).status).toBe(200);
    const journey = path.split('/').at(-1)!;
    const { documents } = system.assembly.stores;
    expect(await documents.find(journey, lease)).toMatchObject({ size: 9_000 });
    expect(await documents.find(journey, second)).toBeUndefined();
  });

  it('are fetched by the authority that was asked, while its answer is awaited, and by no other', async () => {
    system.simulated('cpr').knobs.set({ hold: true });
    const path = await started();
    const bytes = pdf(70_000);
    const reply = await anna.attach(`${path}/tasks/declareMove/documents/lease`, bytes);
    const { id: lease } = reply.body as { id: string };
    await anna.post(`${path}/tasks/declareMove`, {
      event: 'submit',
      data: { address: ADDRESS, date, lease },
    });
    const journey = path.split('/').at(-1)!;
    const asked = await until(async () => {
      const all = await system.assembly.stores.dispatches.ofJourney(journey);
      return all.find(({ service, status }) => service === 'cpr.registerMove' && status === 'accepted');
    }, 'CPR to be asked');
    const fetched = (authority: string, document: string): Promise<Response> => {
      const address = `/v1/callbacks/${asked.id}/documents/${document}`;
      return fetch(`${system.api}${address}`, { headers: system.signed(authority, address, '') });
    };
    expect(Buffer.from(await (await fetched('cpr', lease)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await fetched('skat', lease)).status).toBe(404);
    expect((await fetched('cpr', asked.id)).status).toBe(404);
    expect((await anna.get(`/v1/callbacks/${asked.id}/documents/${lease}`)).status).toBe(401);
    // What the authority itself has made of it.
    const ledger = system.simulated('cpr').ledger.entries() ?? [];
    expect(ledger.find(({ key }) => key === asked.id)).toMatchObject({
      documents: [{ field: 'evidence', type: 'application/pdf', size: 70_000 }],
    });
    const given = await anna.get('/v1/disclosures');
    expect(JSON.stringify(given.body)).toContain('housing');
    system.authorities.simulations.lateAnswers.release('cpr', undefined);
    await anna.reaches(journey, 'underWay.population.awaited');
    expect((await fetched('cpr', lease)).status).toBe(404);
  });
});
