import { createHash, randomUUID } from 'node:crypto';
import { type AuditDocument, type AuditPage } from '../../../apps/api/src/audit/audit-documents.js';
import { type AuditedCaseDocument } from '../../../apps/api/src/auditor/audited-case-documents.js';
import { type OpsAuthority, type OpsDispatch } from '../../../apps/api/src/ops/ops-documents.js';
import { rowsFrom, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

describe('what is known of who did what', () => {
  let system: System;
  let maja: Client;
  let jens: Client;
  let anna: Client;
  const ids = { maja: randomUUID(), jens: randomUUID() };

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    maja = await system.as(ids.maja, 'ops');
    jens = await system.as(ids.jens, 'ops');
    system.simulated('cpr').knobs.set({ hold: true });
  }, STARTING);

  afterAll(() => system?.close());

  const entries = async (query: string): Promise<readonly AuditDocument[]> =>
    (await maja.read<AuditPage>(`/v1/ops/audit?${query}`)).items;
  const about = async (id: string): Promise<readonly AuditDocument[]> =>
    (await entries('limit=200')).filter(({ subjects }) => subjects.includes(id));
  const accepted = async (
    code = 'answer-breaks-contract',
  ): Promise<{ journey: string; dispatch: string }> => {
    const { id: journey } = await anna.start();
    const date = system.day();
    await anna.submit(journey, 'declareMove', 'submit', { address: ADDRESS, date });
    const { dispatches, ops } = system.assembly.stores;
    const [found] = await until(async () => {
      const all: readonly Pick<OpsDispatch, 'id'>[] = await ops.dispatches({ journey, status: 'accepted' });
      return all.length > 0 && all;
    }, 'it to be accepted');
    await dispatches.park(found!.id, { code, message: 'for this test' });
    return { journey, dispatch: found!.id };
  };

  it('a retry is recorded with its reason, and so is one that was refused', async () => {
    const { journey, dispatch } = await accepted();
    const path = `/v1/ops/dispatches/${dispatch}/retry`;
    problem(await maja.post(path, {}), 422, 'invalid');
    expect((await maja.post(path, { reason: 'mended at CPR' })).status).toBe(204);
    await until(
      async () => (await system.assembly.stores.dispatches.find(dispatch))?.status === 'accepted',
      'it to be accepted again',
    );
    problem(await jens.post(path, { reason: 'once more' }), 409, 'not-settleable');
    const common = { action: 'dispatch-retried', subjects: [dispatch, journey], at: expect.any(String) };
    expect(await about(dispatch)).toMatchObject([
      { ...common, actor: `ops:${ids.jens}`, reason: 'once more', outcome: 'not-settleable' },
      { ...common, actor: `ops:${ids.maja}`, reason: 'mended at CPR', outcome: 'done' },
      { ...common, actor: `ops:${ids.maja}`, outcome: 'invalid' },
    ]);
    const delivery = `${journey}-m1`;
    await maja.post(`/v1/ops/dispatches/${delivery}/retry`, { reason: 'never arrived' });
    expect(await about(delivery)).toMatchObject([{ subjects: [delivery, journey] }]);
  });

  it('every pause keeps its reason, and what is paused says since when, why and by whom', async () => {
    const path = '/v1/ops/authorities/skat';
    const skat = async () =>
      (await maja.read<readonly OpsAuthority[]>('/v1/ops/authorities')).find(({ id }) => id === 'skat');
    expect(await skat()).not.toHaveProperty('pause');
    await maja.post(`${path}/pause`, { reason: 'planned downtime' });
    const first = (await skat())?.pause;
    expect(first).toEqual({
      since: expect.any(String),
      reason: 'planned downtime',
      by: `ops:${ids.maja}`,
    });
    await jens.post(`${path}/pause`, { reason: 'longer than planned' });
    expect((await skat())?.pause).toEqual({
      since: first?.since,
      reason: 'longer than planned',
      by: `ops:${ids.jens}`,
    });
    await jens.post(`${path}/resume`, { reason: 'back again' });
    expect(await skat()).not.toHaveProperty('pause');
    const kept = (await entries('subject=skat')).map(({ action, reason }) => `${action}: ${reason}`);
    expect(kept).toEqual([
      'authority-resumed: back again',
      'authority-paused: longer than planned',
      'authority-paused: planned downtime',
    ]);
  });

  it('whoever looks at a journey, searches or opens the board has left their name', async () => {
    const { journey } = await accepted();
    await jens.get(`/v1/ops/journeys/${journey}`);
    await jens.get(`/v1/ops/dispatches?journey=${journey}`);
    expect(await about(journey)).toMatchObject([
      { action: 'dispatches-searched', actor: `ops:${ids.jens}`, outcome: 'done' },
      { action: 'journey-read', actor: `ops:${ids.jens}`, outcome: 'done' },
    ]);
    await jens.get('/v1/ops/journeys?status=active');
    await jens.post('/v1/ops/session');
    for (const page of ['', '/api/queues', '/api/queues']) {
      expect((await jens.get(`/ops/queues${page}`)).status).toBe(200);
    }
    const actions = (await entries(`actor=ops:${ids.jens}`)).map(({ action }) => action);
    expect(actions.slice(0, 3)).toEqual(['board-opened', 'session-opened', 'journeys-searched']);
  });

  it('whoever publishes a definition has left their name beside what they published', async () => {
    const { sources } = (await system.assembly.stores.definitions.find(system.assembly.published[0]!.hash))!;
    const designer = await system.as(ids.jens, 'designer');
    const published = await designer.post('/v1/designer/versions', { journey: 'relocating', files: sources });
    expect(published.status).toBe(201);
    const [{ hash }] = published.body as [{ hash: string }];
    expect(await entries(`subject=${hash}`)).toMatchObject([
      { action: 'definition-published', actor: `designer:${ids.jens}`, outcome: 'done' },
    ]);
    expect((await designer.post('/v1/designer/versions', { journey: 'relocating', files: {} })).status).toBe(
      422,
    );
    const [failed] = await entries('action=definition-published');
    expect(failed).toMatchObject({ subjects: ['relocating'], outcome: expect.not.stringMatching('done') });
  });

  it('is given in pages, newest first, and to ops only', async () => {
    for (const reason of ['one', 'two', 'three']) {
      await maja.post('/v1/ops/authorities/dar/pause', { reason });
    }
    const first = await maja.read<AuditPage>('/v1/ops/audit?subject=dar&limit=2');
    expect(first.items.map(({ reason }) => reason)).toEqual(['three', 'two']);
    const second = await maja.read<AuditPage>(`/v1/ops/audit?subject=dar&limit=2&after=${first.next}`);
    expect(second.items.map(({ reason }) => reason)).toEqual(['one']);
    expect(second).not.toHaveProperty('next');
    const [newest] = await entries('limit=1');
    expect(newest).toMatchObject({ action: 'audit-read', actor: `ops:${ids.maja}` });
    problem(await anna.get('/v1/ops/audit'), 403, 'forbidden');
    for (const query of ['limit=0', 'action=slept', 'after=yesterday', 'actor=', 'subject=']) {
      problem(await maja.get(`/v1/ops/audit?${query}`), 422, 'invalid');
    }
  });

  it('says of no case who has worked with it: an auditor looks that up for a reason', async () => {
    const { journey, dispatch } = await accepted();
    for (const subject of [journey, dispatch, `${journey}-m1`, ids.jens, ANNA]) {
      const refused = await maja.get(`/v1/ops/audit?subject=${subject}`);
      const { errors } = problem(refused, 422, 'invalid');
      expect(errors).toMatchObject([{ pointer: '#/subject', code: 'pattern' }]);
    }
    const { reference } = await anna.journey(journey);
    await jens.get(`/v1/ops/journeys/${journey}`);
    const auditor = await system.signedIn('auditor');
    const { body } = await auditor.post('/v1/audit/cases', { reference, reason: 'a complaint' });
    expect(body).toMatchObject({ entries: [{ action: 'journey-read', actor: `ops:${ids.jens}` }] });
  });

  it('keeps nothing personal that was sent in the wrong place', async () => {
    problem(await maja.get(`/v1/ops/journeys/${ANNA}`), 404, 'unknown-journey');
    problem(await maja.post(`/v1/ops/dispatches/${ANNA}/skip`, { reason: 7, cpr: ANNA }), 422, 'invalid');
    const all = await entries('limit=200');
    expect(JSON.stringify(all)).not.toContain(ANNA);
    expect(all.slice(1, 3).map(({ action, subjects }) => ({ action, subjects }))).toEqual([
      { action: 'dispatch-skipped', subjects: [] },
      { action: 'journey-read', subjects: [] },
    ]);
  });

  it('keeps of an id only its digest where it is not of what belongs in its place', async () => {
    const person = await system.assembly.stores.persons.personOf(ANNA);
    const digest = (id: string): string => `sha256:${createHash('sha256').update(id).digest('hex')}`;
    problem(await maja.get(`/v1/ops/journeys/${person}`), 404, 'unknown-journey');
    expect((await maja.get(`/v1/ops/dispatches?journey=${person}`)).status).toBe(200);
    const dispatch = `${person}-1`;
    const reason = 'for this test';
    problem(await maja.post(`/v1/ops/dispatches/${dispatch}/retry`, { reason }), 404, 'unknown-dispatch');
    problem(await maja.post(`/v1/ops/authorities/${person}/pause`, { reason }), 404, 'unknown-authority');
    problem(await maja.get('/v1/ops/journeys/anna-hansen'), 404, 'unknown-journey');
    const kept = await entries('limit=6');
    expect(JSON.stringify(kept)).not.toContain(person);
    expect(kept.slice(1).map(({ action, subjects }) => ({ action, subjects }))).toEqual([
      { action: 'journey-read', subjects: [] },
      { action: 'authority-paused', subjects: [digest(person)] },
      { action: 'dispatch-retried', subjects: [digest(dispatch)] },
      { action: 'dispatches-searched', subjects: [digest(person)] },
      { action: 'journey-read', subjects: [digest(person)] },
    ]);
    problem(await maja.get(`/v1/ops/audit?subject=${digest(person)}`), 422, 'invalid');
  });

  /** What an auditor reads first who looks a case up. */
  const latestOf = async (journey: string): Promise<AuditDocument | undefined> => {
    const auditor = await system.signedIn('auditor');
    const { reference } = await anna.journey(journey);
    const reply = await auditor.post('/v1/audit/cases', { reference, reason: 'a complaint' });
    return (reply.body as AuditedCaseDocument).entries[0];
  };

  it('is found under every case that one order touched, and names none of the others', async () => {
    const given = [await accepted(), await accepted()];
    const path = '/v1/ops/incidents/cpr.registerMove/answer-breaks-contract/retry';
    const retried = await maja.post(path, { reason: 'the contract is mended' });
    expect(retried).toMatchObject({ status: 200, body: { left: 0 } });
    const auditor = await system.signedIn('auditor');
    for (const { journey } of given) {
      const entry = await latestOf(journey);
      expect(entry).toMatchObject({
        action: 'incident-retried',
        actor: `ops:${ids.maja}`,
        reason: 'the contract is mended',
        outcome: 'done',
      });
      expect(entry!.subjects).toEqual(['cpr.registerMove', 'answer-breaks-contract']);
      expect(entry!.cases).toBeGreaterThanOrEqual(given.length);
    }
    const { text } = await auditor.get('/v1/audit/log.csv?action=incident-retried');
    expect(text).toMatch(
      /"cpr.registerMove answer-breaks-contract","[1-9]\d*","the contract is mended","done"/,
    );
  });

  it('is found under every case whose request was reopened when its authority was resumed', async () => {
    const given = [await accepted('unreachable'), await accepted('unreachable')];
    const path = '/v1/ops/authorities/cpr/resume';
    const resumed = await maja.post(path, { reason: 'the line is mended', parked: true });
    expect(resumed).toMatchObject({ status: 200, body: { left: 0 } });
    const auditor = await system.signedIn('auditor');
    for (const { journey } of given) {
      const entry = await latestOf(journey);
      expect(entry).toMatchObject({
        action: 'authority-resumed',
        reason: 'the line is mended',
        outcome: 'done',
        subjects: ['cpr'],
      });
      expect(entry!.cases).toBeGreaterThanOrEqual(given.length);
    }
    const { text } = await auditor.get('/v1/audit/log.csv?action=authority-resumed');
    expect(text).toMatch(/"cpr","[1-9]\d*","the line is mended","done"/);
  });

  it('is found under a municipality by its code', async () => {
    await maja.post('/v1/ops/authorities/0265/pause', { reason: 'planned downtime' });
    await maja.post('/v1/ops/authorities/0265/resume', { reason: 'over' });
    expect((await entries('subject=0265')).map(({ action }) => action)).toEqual([
      'authority-resumed',
      'authority-paused',
    ]);
  });

  it('whoever looks for a case by its number, or at what skipping would do to it, has left their name', async () => {
    const { journey, dispatch } = await accepted();
    const { reference } = await anna.journey(journey);
    expect((await jens.get(`/v1/ops/journeys?reference=${reference}`)).status).toBe(200);
    await jens.get(`/v1/ops/dispatches/${dispatch}/skip`);
    expect(await about(journey)).toMatchObject([
      { action: 'journey-read', actor: `ops:${ids.jens}` },
      { action: 'journeys-searched', actor: `ops:${ids.jens}`, outcome: 'done' },
    ]);
  });

  // Last: from here on nothing can be recorded.
  it('refuses what cannot be recorded, before anything is done', async () => {
    const { dispatch } = await accepted();
    await rowsFrom(system.databaseUrl, 'alter table audit rename to audit_away');
    try {
      const path = `/v1/ops/dispatches/${dispatch}/skip`;
      problem(await maja.post(path, { reason: 'agreed by phone' }), 503, 'unavailable');
      problem(await maja.get('/v1/ops/journeys'), 503, 'unavailable');
      expect((await maja.get('/ops/queues')).status).toBe(503);
      expect(await system.assembly.stores.dispatches.find(dispatch)).toMatchObject({ status: 'parked' });
    } finally {
      await rowsFrom(system.databaseUrl, 'alter table audit_away rename to audit');
    }
  });
});
