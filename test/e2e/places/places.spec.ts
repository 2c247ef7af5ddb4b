import { fileURLToPath } from 'node:url';
import { type OpsAuthority, type OpsDispatchPage } from '../../../apps/api/src/ops/ops-documents.js';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { until } from '../../support/index.js';
import { type Client } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
const [ROSKILDE, KØGE, CHRISTIANSØ] = ['0265', '0259', '0411'];
/** Whatever waits is rung for; what the relay has in hand at this moment it rings itself. */
const ALL_OF_IT = { rung: expect.any(Number), left: 0 };

describe('authorities by place', () => {
  let system: System;
  let anna: Client;
  let ops: Client;
  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS });
    anna = await system.citizen('6110851234');
    ops = await system.signedIn('ops');
  }, STARTING);
  afterAll(() => system.close());

  /** A journey that asks the municipality for an appointment. */
  async function asking(office: string): Promise<string> {
    const { id } = await anna.start('new-passport');
    await anna.submit(id, 'wishing', 'book', { office });
    return id;
  }
  const read = (id: string) => anna.journey(id);
  const authority = async (id: string) =>
    (await ops.read<readonly OpsAuthority[]>('/v1/ops/authorities')).find(one => one.id === id)!;
  const askedOf = (journey: string) =>
    system.authorities.simulations
      .authority('kommune')!
      .parts.ledger.entries({ journey })
      .map(entry => entry.askedOf);

  it('are paused one by one: what one has waits, what the others have is done', async () => {
    const path = `/v1/ops/authorities/${ROSKILDE}`;
    expect((await ops.post(`${path}/pause`, { reason: 'planned downtime' })).status).toBe(204);
    const [waiting, done] = [await asking(ROSKILDE), await asking(KØGE)];
    await anna.reaches(done, 'booked');
    expect(askedOf(done)).toEqual([KØGE]);
    expect(askedOf(waiting)).toEqual([]);
    expect((await read(waiting)).authorities).toMatchObject([
      {
        service: 'kommune.bookPassport',
        authority: ROSKILDE,
        authorityName: 'Roskilde Municipality',
        stage: 'delayed',
        because: 'paused',
        contact: { phone: '+45 00 00 01 03' },
      },
    ]);
    expect(await authority(ROSKILDE)).toMatchObject({
      tier: 'municipal',
      name: 'Roskilde Municipality',
      paused: true,
      roles: expect.arrayContaining(['kommune', 'daycare']),
      backlog: [{ status: 'pending', count: 1 }],
    });
    expect(await authority(KØGE)).toMatchObject({ paused: false, backlog: [] });
    expect(await authority('kommune')).toMatchObject({
      heldBy: 'municipality',
      paused: false,
      backlog: [{ status: 'pending', count: 1 }],
    });

    expect((await ops.post(`${path}/resume`, { reason: 'over' })).body).toMatchObject(ALL_OF_IT);
    await anna.reaches(waiting, 'booked');
    expect(askedOf(waiting)).toEqual([ROSKILDE]);
    expect((await read(waiting)).happened.map(({ text }) => text).join()).toContain(
      'What we asked for is done: “Roskilde Municipality: The citizen service books',
    );
  });

  it('wait by role, whichever municipality takes it', async () => {
    const path = '/v1/ops/authorities/kommune';
    expect((await ops.post(`${path}/pause`, { reason: 'planned downtime' })).status).toBe(204);
    const journeys = [await asking(ROSKILDE), await asking(KØGE)];
    for (const id of journeys) expect((await read(id)).authorities).toMatchObject([{ because: 'paused' }]);
    expect((await ops.post(`${path}/resume`, { reason: 'over' })).body).toMatchObject(ALL_OF_IT);
    for (const id of journeys) await anna.reaches(id, 'booked');
  });

  it('are out of reach one by one', async () => {
    const { knobs } = system.simulated('kommune');
    knobs.set({ outage: true }, { askedOf: ROSKILDE });
    const [down, done] = [await asking(ROSKILDE), await asking(KØGE)];
    await anna.reaches(done, 'booked');
    await until(
      async () => (await read(down)).authorities[0]?.because === 'outage',
      'the outage to be told of',
    );
    knobs.set({}, { askedOf: ROSKILDE });
    expect((await ops.post(`/v1/ops/authorities/${ROSKILDE}/resume`, { reason: 'it is back' })).status).toBe(
      200,
    );
    await anna.reaches(down, 'booked');
  });

  it('give their own time to answer, within the bounds of the whole country', async () => {
    for (const office of [ROSKILDE, KØGE]) {
      expect(
        (await ops.post(`/v1/ops/authorities/${office}/pause`, { reason: 'for this test' })).status,
      ).toBe(204);
    }
    const [roskilde, køge] = await Promise.all([ROSKILDE, KØGE].map(asking));
    const waits = async (id: string | undefined) => {
      const { timers, movedAt } = await read(id!);
      return Math.round((Date.parse(timers[0]!.due) - Date.parse(movedAt)) / 86_400_000);
    };
    expect([await waits(roskilde), await waits(køge)]).toEqual([1, 3]);
    for (const office of [ROSKILDE, KØGE]) {
      expect((await ops.post(`/v1/ops/authorities/${office}/resume`, { reason: 'over' })).status).toBe(200);
    }
    await Promise.all([roskilde, køge].map(id => anna.reaches(id!, 'booked')));
  });

  it('are named to whoever asks who has their data', async () => {
    const id = await asking(KØGE);
    await anna.reaches(id, 'booked');
    const { items } = await anna.read<DisclosurePage>(`/v1/disclosures?journey=${id}`);
    expect(items).toMatchObject([{ authority: KØGE, authorityName: 'Køge Municipality', tier: 'municipal' }]);
  });

  it('are not guessed where there is none', async () => {
    const id = await asking(CHRISTIANSØ);
    const parked = await until(async () => {
      const page = await ops.read<OpsDispatchPage>(`/v1/ops/dispatches?journey=${id}&status=parked`);
      return page.items[0];
    }, 'the dispatch to be given up');
    expect(parked).toMatchObject({ authority: CHRISTIANSØ, error: { code: 'no-authority' } });
    expect(parked.error?.message).toContain('belongs to no municipality and no region');
    expect(askedOf(id)).toEqual([]);
  });
});
