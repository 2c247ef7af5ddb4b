import { randomUUID } from 'node:crypto';
import { type AssistanceDocument } from '../../../apps/api/src/assistances/assistance-documents.js';
import { type JourneyPage } from '../../../apps/api/src/citizen/journey-document.js';
import { type EditedJourneys, until } from '../../support/index.js';
import { type Client, problem } from './client.js';
import { unregisteredPartner } from '../unregistered-partner.js';
import { STARTING, startSystem, type System } from './system.js';

const NAME = 'Maria Silva';

/** Anna moves with Maria, who has no CPR number and comes to the counter in Vejle. */
describe('a participant without a CPR number, at the counter', () => {
  let sample: EditedJourneys;
  let system: System;
  let anna: Client;
  let karen: Client;
  let karenId: string;
  let journey: string;
  let reference: string;

  beforeAll(async () => {
    sample = await unregisteredPartner();
    system = await startSystem({ journeysDir: sample.folder });
    anna = await system.citizen('6110851234');
    karenId = randomUUID();
    karen = await system.as(karenId, 'caseworker');
    ({ id: journey } = await anna.start());
    await anna.submit(journey, 'declareMove', 'submit', {
      address: '0a3f50b8-5c1e-32b8-e044-0003ba298018',
      date: system.day(20),
      partner: NAME,
    });
    ({ reference } = await anna.journey(journey));
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await sample?.remove();
  });

  const begin = (change: object) =>
    karen.post('/v1/assistances', { identified: 'counter', reason: 'noSignIn', ...change });

  it('is not found by the number of the case or the name alone, nor by the name of somebody else', async () => {
    const faults = async (change: object) =>
      problem(await begin(change), 422, 'invalid').errors?.map(({ pointer }) => pointer);
    expect(await faults({})).toEqual(['#/cpr']);
    expect(await faults({ name: NAME })).toEqual(['#/cpr']);
    expect(await faults({ reference })).toEqual(['#/name']);
    expect(await faults({ reference, name: 'Anna Holm' })).toEqual(['#/reference']);
    expect(await faults({ reference: 'nonsense', name: NAME })).toEqual(['#/reference']);
  });

  it('is helped in that case alone: reads, answers, and stands in the journal beside the caseworker', async () => {
    const begun = await begin({ reference: reference.toLowerCase(), name: 'maria silva' });
    expect({ status: begun.status, text: begun.text }).toMatchObject({ status: 201 });
    const { person, name } = begun.body as AssistanceDocument;
    expect(name).toBe(NAME);
    const forMaria = { 'on-behalf-of': person };
    const { items } = await karen.read<JourneyPage>('/v1/journeys', forMaria);
    expect(items.map(({ id }) => id)).toEqual([journey]);
    for (const path of ['overview', 'messages', 'disclosures', 'export', 'settings', 'offers'])
      expect([path, (await karen.get(`/v1/${path}`, forMaria)).status]).toEqual([path, 200]);
    problem(await karen.post('/v1/journeys', { definition: 'relocating' }, forMaria), 403, 'forbidden');
    problem(
      await karen.post(`/v1/journeys/${journey}/tasks/declareMove`, { event: 'submit' }, forMaria),
      403,
      'not-your-role',
    );

    const task = `/v1/journeys/${journey}/tasks/partnerConsent`;
    const draft = await karen.put(`${task}/draft`, { data: { date: system.day(20) } }, forMaria);
    expect(draft.status).toBe(204);
    const answered = await karen.post(task, { event: 'agree', data: { date: system.day(20) } }, forMaria);
    expect({ status: answered.status, text: answered.text }).toMatchObject({ status: 200 });
    const journal = await system.assembly.stores.journeys.journal(journey);
    expect(journal.find(({ subject }) => subject === 'partnerConsent agree')).toMatchObject({
      actor: person,
      holder: karenId,
      holderAuthority: '0630',
    });
    await until(async () => {
      const dispatches = await system.assembly.stores.dispatches.ofJourney(journey);
      return dispatches.some(
        ({ service, status }) => service === 'digitalPost.deliver' && status === 'answered',
      );
    }, 'the letter that tells of the help to be delivered');
  });

  it('is not helped by whoever has that case with them', async () => {
    const annaId = await system.assembly.stores.persons.personOf('6110851234');
    const bent = await system.as(annaId, 'caseworker');
    const help = { reference, name: NAME, identified: 'counter', reason: 'noSignIn' };
    problem(await bent.post('/v1/assistances', help), 403, 'not-impartial');
  });
});
