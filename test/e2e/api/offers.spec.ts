import { fileURLToPath } from 'node:url';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { type OfferDocument, type OfferPage } from '../../../apps/api/src/offers/offer-document.js';
import { type Client } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

const JOURNEYS = fileURLToPath(new URL('../matrix/journeys', import.meta.url));
const ANNA = '6110851234';
const STRANGER = '6507914321';

describe('offers', () => {
  let system: System;
  let anna: Client;

  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    anna = await system.citizen(ANNA);
  }, STARTING);

  afterAll(() => system?.close());

  const report = async (person: string, twice = false) => {
    const named = system.assembly.catalogue.registerEvent('cpr.nameRegistered')!;
    const data = { person, fullName: 'Anna Holm', registeredOn: '2025-03-03' };
    await system.authorities.simulations.report(named, data, { twice }).delivery;
  };
  const open = async () => (await anna.read<OfferPage>('/v1/offers')).items;

  it('come of a report, once, with why and what is known, and a message tells of each', async () => {
    await report(ANNA, true);
    const offers = await open();
    expect(offers).toHaveLength(1);
    expect(offers[0]).toMatchObject({
      definition: 'arrival',
      status: 'open',
      given: [{ name: 'name', value: 'Anna Holm', source: expect.any(String) }],
      why: { authority: 'cpr', report: 'cpr.nameRegistered', source: 'Navneloven § 1' },
      lastDay: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const { items } = await anna.read<MessagePage>('/v1/messages');
    expect(items.map(({ offer }) => offer)).toEqual([offers[0]!.id]);
    expect((await anna.get('/v1/journeys')).body).toMatchObject({ items: [] });
  });

  it('are taken once under a key, and begin the journey', async () => {
    const [{ id } = { id: '' }] = await open();
    const headers = { 'idempotency-key': 'once' };
    const taken = await anna.post(`/v1/offers/${id}`, { answer: 'take' }, headers);
    expect(taken).toMatchObject({ status: 200, body: { status: 'taken', journey: id } });
    expect(await anna.post(`/v1/offers/${id}`, { answer: 'take' }, headers)).toMatchObject({ status: 200 });
    expect(await anna.post(`/v1/offers/${id}`, { answer: 'decline' }, headers)).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('key-reused') },
    });
    expect((await anna.get(`/v1/journeys/${id}`)).body).toMatchObject({ status: 'done' });
    expect(await open()).toEqual([]);
  });

  it('are declined, and then over', async () => {
    await report(ANNA);
    const [{ id } = { id: '' }] = await open();
    const declined = (await anna.post(`/v1/offers/${id}`, { answer: 'decline' })).body as OfferDocument;
    expect(declined.status).toBe('over');
    expect(await anna.post(`/v1/offers/${id}`, { answer: 'take' })).toMatchObject({
      status: 409,
      body: { type: expect.stringContaining('offer-over') },
    });
  });

  it('are withdrawn when the person dies', async () => {
    await report(ANNA);
    expect(await open()).toHaveLength(1);
    const died = system.assembly.catalogue.registerEvent('cpr.deathRegistered')!;
    const data = { person: ANNA, diedOn: '2025-03-03', municipality: '0751' };
    await system.authorities.simulations.report(died, data).delivery;
    expect(await open()).toEqual([]);
  });

  it('are made to nobody whom nobody here knows: nothing of the report is stored', async () => {
    await report(STRANGER);
    expect(await system.assembly.stores.persons.find(STRANGER)).toBeUndefined();
  });
});
