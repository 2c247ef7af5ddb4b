import { fileURLToPath } from 'node:url';
import { type Page } from '../../../apps/api/src/paging/page.js';
import { type OpsDispatch, type OpsJourneyDetail } from '../../../apps/api/src/ops/ops-documents.js';
import { type SkipPreviewDocument } from '../../../apps/api/src/ops/skip-preview-document.js';
import { type Knobs } from '../../../apps/authorities/src/simulation/knobs.js';
import { until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));
const EVA = '6110851234';
const ADDRESS = 'Strandvejen 8, 1. th., 8240 Risskov';

describe('a request to CPR that was given up', () => {
  let system: System;
  let eva: Client;
  let ops: Client;
  let journey: string;
  let dispatch: OpsDispatch;
  let person: string;

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    eva = await system.citizen(EVA);
    person = await system.assembly.stores.persons.personOf(EVA);
    ops = await system.signedIn('ops');
  }, STARTING);

  afterAll(() => system?.close());

  beforeEach(async () => {
    turn({});
    ({ id: journey } = await eva.start('moving'));
    await eva.reaches(journey, 'declareMove');
    turn({ hold: true });
    const date = system.day();
    await eva.submit(journey, 'declareMove', 'submit', {
      address: ADDRESS,
      date,
      tenure: 'owner',
      children: [],
    });
    const { id } = await asked('cpr.registerMove', 'accepted');
    await system.assembly.stores.dispatches.park(id, { code: 'given-up', message: 'CPR does not answer' });
    dispatch = await asked('cpr.registerMove', 'parked');
  });

  const turn = (knobs: Knobs) => system.simulated('cpr').knobs.set(knobs);
  const asked = (service: string, status: string): Promise<OpsDispatch> =>
    until(async () => {
      const { body } = await ops.get(`/v1/ops/dispatches?journey=${journey}&status=${status}`);
      return (body as Page<OpsDispatch>).items.find(found => found.service === service);
    }, `${service} to be ${status}`);
  const skip = (id: string) => `/v1/ops/dispatches/${id}/skip`;

  it('opens no residence case when ops skip it: a person registers the move, and the citizen is told so', async () => {
    expect((await ops.post(skip(dispatch.id), { reason: 'registered by phone' })).status).toBe(204);
    const { states, tasks, happened } = await eva.reaches(
      journey,
      'underWay.population.awaiting.registeringByHand',
    );
    expect(states.filter(({ path }) => path.startsWith('residence'))).toEqual([]);
    expect(tasks.filter(({ task }) => task.startsWith('residence'))).toEqual([]);
    const last = happened.find(({ kind }) => kind === 'skipped');
    expect(last).toMatchObject({ by: 'operations' });
    expect(last?.text).toMatch(/^We continued without an answer to /);
    expect(happened.filter(({ kind }) => kind === 'refused')).toEqual([]);
    const detail = await ops.read<OpsJourneyDetail>(`/v1/ops/journeys/${journey}`);
    expect(detail.journal.find(({ kind }) => kind === 'skipped')).toMatchObject({
      actor: expect.stringMatching(/^ops:/),
      subject: 'cpr.registerMove',
    });
    problem(await ops.post(skip(dispatch.id), { reason: 'once more' }), 409, 'not-settleable');
    problem(await ops.get(skip(dispatch.id)), 409, 'not-settleable');
  });

  it('is said beforehand to lead where it then leads, without any content', async () => {
    const preview = await ops.read<SkipPreviewDocument>(skip(dispatch.id));
    expect(preview).toMatchObject({
      status: 'active',
      left: ['notice', 'notice.registering'],
      entered: expect.arrayContaining(['underWay', 'underWay.population.awaiting.registeringByHand']),
      tasks: expect.arrayContaining([
        { task: 'underWay.waste.readingMeter', role: 'applicant', due: expect.any(String) },
      ]),
      messages: [{ text: 'registeringByHand', role: 'applicant' }],
      asked: expect.arrayContaining([
        { service: 'doctorChoice.listDoctors', step: 'underWay.doctor.listing' },
      ]),
      stopped: [],
      timers: expect.arrayContaining([
        { step: 'underWay.population.awaiting.registeringByHand', due: expect.any(String) },
      ]),
    });
    for (const secret of [EVA, ADDRESS, person]) expect(JSON.stringify(preview)).not.toContain(secret);
    expect((await eva.journey(journey)).states.map(({ path }) => path)).toContain('notice.registering');

    expect((await ops.post(skip(dispatch.id), { reason: 'registered by phone' })).status).toBe(204);
    const { journal } = await ops.read<OpsJourneyDetail>(`/v1/ops/journeys/${journey}`);
    const { left, entered } = journal.find(({ kind }) => kind === 'skipped')!;
    expect({ left, entered }).toEqual({ left: preview.left, entered: preview.entered });
  });

  it('cannot be skipped, nor its skipping be looked at, where a person must decide', async () => {
    turn({ outage: true });
    ({ id: journey } = await eva.start('moving'));
    const pending = await asked('cpr.readPerson', 'pending');
    problem(await ops.get(skip(pending.id)), 409, 'not-skippable');
    const refused = problem(await ops.post(skip(pending.id), { reason: 'no answer' }), 409, 'not-skippable');
    expect(refused.hint).toMatch(/retry/i);
    expect((await eva.journey(journey)).states.map(({ path }) => path)).toContain('lookingUp.person');
  });
});
