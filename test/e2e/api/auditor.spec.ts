import { randomUUID } from 'node:crypto';
import { type AuditPage } from '../../../apps/api/src/audit/audit-documents.js';
import { type AuditedCaseDocument } from '../../../apps/api/src/auditor/audited-case-documents.js';
import { type ChainsDocument } from '../../../apps/api/src/auditor/chain-documents.js';
import { type ProcessingRecordDocument } from '../../../apps/api/src/auditor/processing-record-documents.js';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { rowsFrom, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';

describe('an auditor', () => {
  let system: System;
  let anna: Client;
  let ops: Client;
  let auditor: Client;
  let auditorId: string;
  let journey: string;
  let reference: string;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    ops = await system.signedIn('ops');
    auditorId = randomUUID();
    auditor = await system.as(auditorId, 'auditor');
    ({ id: journey } = await anna.start());
    ({ reference } = await anna.journey(journey));
    await anna.submit(journey, 'declareMove', 'submit', {
      address: '0a3f50b8-5c1e-32b8-e044-0003ba298018',
      date: system.day(20),
    });
    expect((await ops.get(`/v1/ops/journeys/${journey}`)).status).toBe(200);
    expect((await ops.post('/v1/ops/authorities/skat/pause', { reason: '=HYPERLINK("x")' })).status).toBe(
      204,
    );
  }, STARTING);
  afterAll(() => system?.close());

  const chains = () => auditor.read<ChainsDocument>('/v1/audit/chains');
  const verified = async () => {
    const before = (await chains()).verifications.length;
    expect((await auditor.post('/v1/audit/verifications')).status).toBe(202);
    return until(async () => {
      const { verifications } = await chains();
      return verifications.length > before ? verifications[0]!.report : undefined;
    }, 'the verification to be finished');
  };
  const lookUp = (change: object = {}, path = '/v1/audit/cases') =>
    auditor.post(path, { reference, reason: 'a sample', ...change });

  it('sees how the chains stand, has all of them verified, and is told who asked for it', async () => {
    await until(async () => {
      const { chains: count, sealedAt, waiting } = await chains();
      return count > 0 && sealedAt !== undefined && waiting === 0;
    }, 'the chains to be sealed');
    expect(await verified()).toMatchObject({ proven: true, entries: expect.any(Number) });
    expect((await chains()).verifications[0]).toMatchObject({ actor: `auditor:${auditorId}` });
  });

  it('looks up a case for a reason, which is logged, and the citizen is told', async () => {
    for (const change of [{ reason: undefined }, { reason: 'x' }, { reference: 'nonsense' }])
      problem(await lookUp(change), 422, 'invalid');
    problem(await lookUp({ reference: 'FLY-7K3M-2Q9X-D4TN' }), 404, 'unknown-journey');
    const reply = await lookUp();
    expect({ status: reply.status, text: reply.text }).toMatchObject({ status: 200 });
    const found = reply.body as AuditedCaseDocument;
    expect(found).toMatchObject({ reference, journey, report: { proven: true } });
    expect(found.entries.map(({ action }) => action)).toContain('journey-read');
    expect(reply.text).not.toContain(ANNA);
    expect(reply.text).not.toContain('0a3f50b8');

    const { items } = await auditor.read<AuditPage>('/v1/audit/log?action=case-audited');
    expect(items.find(({ subjects }) => subjects.includes(journey))).toMatchObject({
      actor: `auditor:${auditorId}`,
      reason: 'a sample',
      outcome: 'done',
    });
    const told = await anna.read<DisclosurePage>(`/v1/disclosures?journey=${journey}`);
    expect(told.items.map(({ text }) => text)).toContain(
      'An auditor has seen who has worked with the case, and not what is in it',
    );
  });

  it('goes on in what was done with a case to the first of it, and takes all of it home', async () => {
    for (let i = 0; i < 4; i += 1) await lookUp();
    const page = async (query: string) =>
      (await lookUp({}, `/v1/audit/cases${query}`)).body as AuditedCaseDocument;
    const whole = await page('?limit=200');
    expect(whole).not.toHaveProperty('next');
    const pages = [await page('?limit=2')];
    for (let last = pages[0]!; last.next !== undefined; pages.push(last))
      last = await page(`?limit=2&after=${last.next}`);
    // The look-up of the whole stands above it once it is done.
    const [own, ...gone] = pages.flatMap(({ entries }) => entries);
    expect(own).toMatchObject({ action: 'case-audited' });
    expect(gone).toEqual(whole.entries);
    expect(pages.map(({ report }) => report !== undefined)).toEqual(pages.map((_, i) => i === 0));
    for (const query of ['?limit=0', '?after=yesterday'])
      problem(await lookUp({}, `/v1/audit/cases${query}`), 422, 'invalid');

    const { text, headers, status } = await lookUp({ reason: 'for the files' }, '/v1/audit/cases.csv');
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 200,
      type: 'text/csv; charset=utf-8',
    });
    for (const { id } of whole.entries) expect(text).toContain(`,"${id}"\r\n`);
    const { items } = await auditor.read<AuditPage>('/v1/audit/log?action=case-audited&limit=1');
    expect(items).toMatchObject([{ subjects: [journey], reason: 'for the files', outcome: 'done' }]);
    for (const change of [{ reason: 'x' }, { reference: 'nonsense' }])
      problem(await lookUp(change, '/v1/audit/cases.csv'), 422, 'invalid');
    problem(await lookUp({ reference: 'FLY-7K3M-2Q9X-D4TN' }, '/v1/audit/cases.csv'), 404, 'unknown-journey');
  });

  it('reads the log by role, kind and period, a page at a time', async () => {
    const read = (query: string) => auditor.read<AuditPage>(`/v1/audit/log?${query}`);
    const byOps = await read('role=ops');
    expect(byOps.items.map(({ action }) => action)).toEqual(['authority-paused', 'journey-read']);
    expect((await read('role=ops&action=journey-read')).items).toHaveLength(1);
    expect((await read('role=designer')).items).toEqual([]);
    expect((await read('role=ops&from=2000-01-01&before=2000-02-01')).items).toEqual([]);
    const first = await read('role=ops&limit=1');
    expect((await read(`role=ops&limit=1&after=${first.next}`)).items).toEqual(byOps.items.slice(1));
    for (const query of ['role=citizen', 'action=nothing', 'from=yesterday', `subject=${journey}`])
      problem(await auditor.get(`/v1/audit/log?${query}`), 422, 'invalid');
  });

  it('takes the log home as a file, in which nothing is run', async () => {
    const { text, headers } = await auditor.get('/v1/audit/log.csv?role=ops');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/"[=+@-]/);
  });

  it('reads what data is processed for, and takes it home', async () => {
    const { journeys } = await auditor.read<ProcessingRecordDocument>('/v1/audit/record');
    const moving = journeys.find(({ id }) => id === 'relocating')!;
    expect(moving.recipients.map(({ service }) => service)).toContain('cpr.registerMove');
    const { text } = await auditor.get('/v1/audit/record.md');
    expect(text).toContain('# Record of processing activities');
    expect(text).toContain('(`cpr.registerMove`)');
  });

  it('is shown the first entry at which a chain breaks', async () => {
    await rowsFrom(
      system.databaseUrl,
      `update dispatch set ground = 'none' where journey_id = $1 and categories is not null`,
      [journey],
    );
    const report = await verified();
    expect(report).toMatchObject({
      proven: false,
      fault: { kind: 'changed', chain: expect.any(String), record: expect.stringContaining(journey) },
    });
    expect(report.fault).not.toHaveProperty('person');
    expect(((await lookUp()).body as AuditedCaseDocument).report?.proven).toBe(false);
  });
});
