import { randomUUID } from 'node:crypto';
import {
  type OpsAuthority,
  type OpsDispatch,
  type OpsDispatchPage,
  type OpsJourneyDetail,
  type OpsJourneyPage,
} from '../../../apps/api/src/ops/ops-documents.js';
import { type AuditPage } from '../../../apps/api/src/audit/audit-documents.js';
import { type OpsIncidentPage } from '../../../apps/api/src/ops/incident-documents.js';
import { type OpsReopened } from '../../../apps/api/src/ops/ops-reopened.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { METRICS_TOKEN } from '../../support/system-under-test.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';

describe('what ops do', () => {
  let system: System;
  let anna: Client;
  let ops: Client;
  let date: string;
  let answer: Record<string, unknown>;

  beforeAll(async () => {
    system = await startSystem();
    anna = await system.citizen(ANNA);
    ops = await system.signedIn('ops');
    date = system.day();
    answer = system.assembly.catalogue.service('cpr.registerMove')!.example.answer;
    turn('cpr', { hold: true });
  }, STARTING);

  afterAll(() => system?.close());

  const turn = (authority: string, knobs: Knobs) => system.simulated(authority).knobs.set(knobs);
  const dispatches = async (query: string) =>
    (await ops.read<OpsDispatchPage>(`/v1/ops/dispatches?${query}`)).items;
  const under = async (): Promise<string> => {
    const { id } = await anna.start();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    return id;
  };
  const one = (journey: string, status: string): Promise<OpsDispatch> =>
    until(
      async () => (await dispatches(`journey=${journey}&status=${status}`))[0],
      `a dispatch of ${journey} to be ${status}`,
    );

  it('search journeys by status, definition, state, authority and age', async () => {
    const id = await under();
    await one(id, 'accepted');
    const found = async (query: string) => {
      const { items } = await ops.read<OpsJourneyPage>(`/v1/ops/journeys?${query}`);
      return items.map(journey => journey.id);
    };
    const later = encodeURIComponent(new Date(system.assembly.clock.now() + 60_000).toISOString());
    const earlier = encodeURIComponent(new Date(system.assembly.clock.now() - 3_600_000).toISOString());
    for (const query of [
      'status=active',
      'definition=relocating',
      'state=underWay.population.registering',
      'authority=cpr',
      `startedBefore=${later}`,
      `idleSince=${later}`,
      'limit=200',
    ]) {
      expect({ query, found: await found(query) }).toEqual({ query, found: expect.arrayContaining([id]) });
    }
    for (const query of [
      'status=held',
      'definition=other',
      'state=moved',
      'authority=skat',
      `startedBefore=${earlier}`,
    ]) {
      expect({ query, found: await found(query) }).toEqual({ query, found: [] });
    }
    for (const query of [
      'status=lost',
      'limit=0',
      'limit=x',
      'startedBefore=yesterday',
      'person=anna',
      'status=done&status=held',
    ]) {
      problem(await ops.get(`/v1/ops/journeys?${query}`), 422, 'invalid');
    }
  });

  it('find a journey by its case number, however it is written, and see whose it is', async () => {
    const id = await under();
    const { reference } = await anna.journey(id);
    for (const written of [reference, reference.toLowerCase(), reference.slice(4).replaceAll('-', ' ')]) {
      const { body } = await ops.get(`/v1/ops/journeys?reference=${encodeURIComponent(written)}`);
      expect((body as OpsJourneyPage).items).toMatchObject([{ id, reference }]);
    }
    expect((await ops.get('/v1/ops/journeys?reference=FRA-0000-0000-0000')).body).toEqual({ items: [] });
    problem(await ops.get('/v1/ops/journeys?reference=FRA-0000'), 422, 'invalid');
  });

  it('see of a journey what moved it and whom it asked, and nothing of its content', async () => {
    const id = await under();
    await one(id, 'accepted');
    const reply = await ops.get(`/v1/ops/journeys/${id}`);
    const detail = reply.body as OpsJourneyDetail;
    expect(detail).toMatchObject({ id, definition: 'relocating', status: 'active', version: 2 });
    expect(detail.states).toContain('underWay.population.registering');
    expect(detail.journal.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'started participant',
      'submitted participant',
    ]);
    expect(detail.dispatches).toMatchObject([
      { service: 'cpr.registerMove', status: 'accepted', dueAt: expect.any(String) },
    ]);
    const person = await system.assembly.stores.persons.personOf(ANNA);
    for (const secret of [ANNA, ADDRESS, person]) expect(reply.text).not.toContain(secret);
    problem(await ops.get(`/v1/ops/journeys/${randomUUID()}`), 404, 'unknown-journey');
    problem(await ops.post(`/v1/ops/journeys/${id}/resume`), 409, 'not-settleable');
    problem(await ops.post(`/v1/ops/journeys/${randomUUID()}/resume`), 404, 'unknown-journey');
  });

  describe('with a dispatch that was given up', () => {
    /** A dispatch that was given up, as a worker does with one whose answer breaks the contract. */
    const parked = async (): Promise<{ journey: string; dispatch: OpsDispatch }> => {
      const journey = await under();
      const dispatch = await one(journey, 'accepted');
      await system.assembly.stores.dispatches.park(dispatch.id, {
        code: 'answer-breaks-contract',
        message: 'for this test',
      });
      return { journey, dispatch: await one(journey, 'parked') };
    };

    it('find it by authority, service, status and error', async () => {
      const { journey, dispatch } = await parked();
      const query = `authority=cpr&service=cpr.registerMove&status=parked&error=answer-breaks-contract&journey=${journey}`;
      expect(await dispatches(query)).toMatchObject([
        { id: dispatch.id, error: { code: 'answer-breaks-contract' } },
      ]);
      expect(await dispatches(`${query}&overdue=true`)).toEqual([]);
      problem(await ops.get('/v1/ops/dispatches?overdue=perhaps'), 422, 'invalid');
    });

    it('see it by itself, with what it is called and the number of its case', async () => {
      const { journey, dispatch } = await parked();
      const { reference } = await anna.journey(journey);
      const reply = await ops.get(`/v1/ops/dispatches/${dispatch.id}`, { 'accept-language': 'da' });
      expect(reply.body).toMatchObject({
        ...dispatch,
        serviceName: 'Det Centrale Personregister (CPR) registrerer din flytning',
        authorityName: 'Det Centrale Personregister (CPR)',
        reference,
      });
      const person = await system.assembly.stores.persons.personOf(ANNA);
      for (const secret of [ANNA, ADDRESS, person]) expect(reply.text).not.toContain(secret);
      const { body: log } = await ops.get('/v1/ops/audit?action=journey-read');
      expect((log as AuditPage).items[0]).toMatchObject({
        subjects: [dispatch.id, journey],
        outcome: 'done',
      });
    });

    it('retry it', async () => {
      const { journey, dispatch } = await parked();
      expect(
        (await ops.post(`/v1/ops/dispatches/${dispatch.id}/retry`, { reason: 'for this test' })).status,
      ).toBe(204);
      await one(journey, 'accepted');
      problem(
        await ops.post(`/v1/ops/dispatches/${dispatch.id}/retry`, { reason: 'for this test' }),
        409,
        'not-settleable',
      );
    });

    it('see what fails alike as one incident, and retry it with one order', async () => {
      const given = [await parked(), await parked()];
      const incident = async () =>
        (await ops.read<OpsIncidentPage>('/v1/ops/incidents')).items.find(
          ({ service, cause }) => service === 'cpr.registerMove' && cause === 'answer-breaks-contract',
        );
      const found = await incident();
      expect(found).toMatchObject({
        serviceName: expect.any(String),
        message: 'for this test',
        authorities: ['cpr'],
        firstSeenAt: expect.any(String),
      });
      expect(found!.parked).toBeGreaterThanOrEqual(2);
      expect(found!.nextAttemptAt).toBeUndefined();
      const path = '/v1/ops/incidents/cpr.registerMove/answer-breaks-contract/retry';
      problem(await ops.post(path, {}), 422, 'invalid');
      const { status, body } = await ops.post(path, { reason: 'the contract is mended' });
      expect({ status, body }).toEqual({
        status: 200,
        body: { rung: found!.parked, left: 0, underWay: 0, journeys: expect.any(Array) },
      });
      const { journeys } = body as OpsReopened;
      expect(journeys).toEqual(expect.arrayContaining(given.map(({ journey }) => journey)));
      expect(journeys).toHaveLength(found!.journeys);
      for (const { journey } of given) await one(journey, 'accepted');
      expect(await incident()).toBeUndefined();
      problem(await ops.post(path, { reason: 'once more' }), 404, 'unknown-incident');
      const { body: log } = await ops.get('/v1/ops/audit?action=incident-retried');
      expect((log as AuditPage).items).toMatchObject([
        { outcome: 'unknown-incident' },
        {
          outcome: 'done',
          reason: 'the contract is mended',
          subjects: ['cpr.registerMove', 'answer-breaks-contract'],
        },
        { outcome: 'invalid' },
      ]);
    });

    it('retry one that waits for its next attempt, however long it was put off', async () => {
      turn('cpr', { downtime: { retryAfter: 1800 } });
      const journey = await under();
      const query = `journey=${journey}&status=pending&error=unreachable`;
      const waiting = await until(async () => (await dispatches(query))[0], 'it to be put off');
      expect(Date.parse(waiting.nextAttemptAt!)).toBeGreaterThan(system.assembly.clock.now() + 1_000_000);
      turn('cpr', { hold: true });
      expect(
        (await ops.post(`/v1/ops/dispatches/${waiting.id}/retry`, { reason: 'for this test' })).status,
      ).toBe(204);
      await one(journey, 'accepted');
    });

    it('skip it with a reason: the journey goes the way that its definition says', async () => {
      const { journey, dispatch } = await parked();
      const path = `/v1/ops/dispatches/${dispatch.id}/skip`;
      problem(await ops.post(path, {}), 422, 'invalid');
      problem(await ops.post(path, { reason: '' }), 422, 'invalid');
      expect((await ops.post(path, { reason: 'agreed with the register by phone' })).status).toBe(204);
      const { happened } = await anna.reaches(journey, 'underWay.population.awaited');
      expect(happened.at(-1)).toMatchObject({ kind: 'skipped', by: 'operations' });
      problem(await ops.post(path, { reason: 'once more' }), 409, 'not-settleable');
    });

    it('resolve it with an answer, which must fit the contract', async () => {
      const { journey, dispatch } = await parked();
      const path = `/v1/ops/dispatches/${dispatch.id}/resolve`;
      const reason = 'the register answered by letter';
      const broken = problem(
        await ops.post(path, { reason, answer: { ...answer, movedOn: 'soon' } }),
        422,
        'invalid',
      );
      expect(broken.errors).toMatchObject([{ pointer: '#/answer/movedOn' }]);
      problem(await ops.post(path, { reason }), 422, 'invalid');
      expect((await ops.post(path, { reason, answer })).status).toBe(204);
      await anna.reaches(journey, 'underWay.population.awaited');
      const detail = await ops.read<OpsJourneyDetail>(`/v1/ops/journeys/${journey}`);
      expect(detail.journal.at(-1)).toMatchObject({
        kind: 'answered',
        actor: expect.stringMatching(/^ops:/),
      });
      problem(await ops.post(path, { reason, answer }), 409, 'not-settleable');
    });

    it('are told of one that never was', async () => {
      const path = `/v1/ops/dispatches/${randomUUID()}-1`;
      for (const none of [path, '/v1/ops/dispatches/none'])
        problem(await ops.get(none), 404, 'unknown-dispatch');
      problem(await ops.post(`${path}/retry`, { reason: 'for this test' }), 404, 'unknown-dispatch');
      problem(await ops.post(`${path}/skip`, { reason: 'for this test' }), 404, 'unknown-dispatch');
      problem(
        await ops.post(`${path}/resolve`, { reason: 'for this test', answer }),
        404,
        'unknown-dispatch',
      );
    });
  });

  it('pause an authority and resume it: what was asked meanwhile waits, and is then done', async () => {
    const authority = async () =>
      (await ops.read<readonly OpsAuthority[]>('/v1/ops/authorities')).find(
        ({ id }) => id === 'doctorChoice',
      );
    const id = await under();
    expect(await authority()).toMatchObject({
      tier: 'regional',
      paused: false,
      services: expect.arrayContaining(['doctorChoice.chooseDoctor']),
    });
    const path = '/v1/ops/authorities/doctorChoice';
    problem(await ops.post(`${path}/pause`, {}), 422, 'invalid');
    expect((await ops.post(`${path}/pause`, { reason: 'planned downtime' })).status).toBe(204);
    expect(await authority()).toMatchObject({ paused: true });
    await anna.submit(id, 'underWay.doctor.choosing', 'choose', { doctor: '040215' });
    const waiting = await until(async () => {
      const found = await authority();
      return found?.backlog.some(({ status, count }) => status === 'pending' && count > 0)
        ? found
        : undefined;
    }, 'the dispatch to wait');
    expect(waiting.paused).toBe(true);
    const asked = () => system.simulated('doctorChoice').ledger.entries({ journey: id });
    // Another authority is asked and answers meanwhile, so that there was time enough to ask this one.
    await one(id, 'accepted');
    expect(asked()).toEqual([]);
    expect((await ops.post(`${path}/resume`, { reason: 'over' })).status).toBe(200);
    await anna.reaches(id, 'underWay.doctor.settled');
    expect(asked()).toHaveLength(1);
    problem(
      await ops.post('/v1/ops/authorities/nobody/pause', { reason: 'for this test' }),
      404,
      'unknown-authority',
    );
    problem(
      await ops.post('/v1/ops/authorities/nobody/resume', { reason: 'for this test' }),
      404,
      'unknown-authority',
    );
  });

  it('resume an authority that was down: everything that waits is tried at once, and so is what was given up', async () => {
    turn('cpr', { downtime: { retryAfter: 1800 } });
    const journeys = await Promise.all(Array.from({ length: 8 }, under));
    const waiting = await Promise.all(
      journeys.map(journey =>
        until(
          async () => (await dispatches(`journey=${journey}&error=unreachable`))[0],
          `a dispatch of ${journey} to be put off`,
        ),
      ),
    );
    for (const { id } of waiting.slice(0, 2)) {
      await system.assembly.stores.dispatches.park(id, { code: 'unreachable', message: 'given up' });
    }
    turn('cpr', { hold: true });
    const path = '/v1/ops/authorities/cpr/resume';
    problem(await ops.post(path, { reason: 'mended', parked: 'yes' }), 422, 'invalid');
    const pending = (await dispatches('authority=cpr&status=pending')).length;
    const { status, body } = await ops.post(path, { reason: 'mended', parked: true });
    expect({ status, body }).toMatchObject({ status: 200, body: { rung: pending + 2, left: 0 } });
    for (const journey of journeys) await one(journey, 'accepted');
  });

  it('read metrics and logs that say how it goes and nothing of whom', async () => {
    turn('cpr', {});
    const id = await under();
    await anna.reaches(id, 'underWay.population.awaited');
    turn('cpr', { hold: true });
    const scraped = await fetch(`${system.worker}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    // What an API and a worker each measure.
    const text = `${(await ops.get('/metrics')).text}${await scraped.text()}`;
    expect(text).toMatch(/overgang_journey_moves_total\{definition="relocating",kind="answered"\} \d+/);
    expect(text).toMatch(/overgang_commit_changes_count \d+/);
    expect(text).toMatch(
      /overgang_dispatch_seconds_count\{role="cpr",service="cpr.registerMove",outcome="accepted"\} \d+/,
    );
    expect(text).toMatch(/overgang_dispatch_backlog\{authority="cpr",role="cpr",status="accepted"\} \d+/);
    expect(text).toMatch(
      /overgang_http_request_seconds_count\{method="POST",route="\/v1\/journeys\/:journey\/tasks\/:task",status="200"\} \d+/,
    );
    const worker = await fetch(`${system.worker}/metrics`);
    expect(worker.status).toBe(401);
    const person = await system.assembly.stores.persons.personOf(ANNA);
    const everything = text + system.log.join('');
    expect(system.log.length).toBeGreaterThan(10);
    for (const secret of [ANNA, ADDRESS, person, anna.token ?? '']) expect(everything).not.toContain(secret);
  });

  it('ask whether the processes live and can work', async () => {
    for (const base of [system.api, system.worker]) {
      expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ live: true });
      const ready = await fetch(`${base}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toEqual({ ready: true, dependencies: { postgres: 'up', queue: 'up' } });
    }
  });
});
