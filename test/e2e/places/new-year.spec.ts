import { fileURLToPath } from 'node:url';
import { type DisclosurePage } from '../../../apps/api/src/citizen/disclosure-document.js';
import { type CorrectionDocument } from '../../../apps/api/src/corrections/correction-document.js';
import { type OpsDispatchPage } from '../../../apps/api/src/ops/ops-documents.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { until } from '../../support/index.js';
import { type Client } from '../api/client.js';
import { STARTING, startSystem, type System } from '../api/system.js';

const JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
/** Ten minutes before the year begins in Denmark. */
const EVE = Date.parse('2026-12-31T22:50:00Z');
const MINUTE = 60_000;
const PLACE = { office: '0265' };

describe('the night to 1 January 2027', () => {
  const begun = Date.now();
  let ahead = EVE - begun;
  let system: System;
  let anna: Client;
  let ops: Client;
  beforeAll(async () => {
    system = await startSystem({ journeysDir: JOURNEYS, clock: { now: () => Date.now() + ahead } });
    anna = await system.citizen('6110851234');
    ops = await system.signedIn('ops');
  }, STARTING);
  afterAll(() => system.close());

  const read = (id: string) => anna.journey(id);

  const correction = (id: string) => anna.read<CorrectionDocument>(`/v1/corrections/${id}`);
  const ask = async (journey: string, wrong: string) => {
    const { items } = await anna.read<DisclosurePage>(`/v1/disclosures?journey=${journey}`);
    const disclosure = items.find(({ service }) => service === 'doctorChoice.chooseDoctor')?.id;
    return anna.create<CorrectionDocument>('/v1/corrections', { disclosure, wrong, right: 'It was not.' });
  };

  it('passes on what waits to the new region, which does it, and tells of that once', async () => {
    const earlier = await anna.start('new-doctor');
    await anna.submit(earlier.id, 'wishing', 'book', PLACE);
    await anna.reaches(earlier.id, 'booked');
    for (const region of ['region-sjaelland', 'region-oestdanmark']) {
      const paused = await ops.post(`/v1/ops/authorities/${region}/pause`, { reason: 'the last evening' });
      expect(paused.status).toBe(204);
    }
    const waiting = await ask(earlier.id, 'It was on the old year’s last evening.');
    expect(waiting.authority).toBe('region-sjaelland');
    const { id } = await anna.start('new-doctor');
    await anna.submit(id, 'wishing', 'book', PLACE);
    expect((await read(id)).authorities).toMatchObject([
      { authority: 'region-sjaelland', authorityName: 'Region Zealand', because: 'paused' },
    ]);
    const { timers } = await read(id);

    ahead += 15 * MINUTE;
    await until(async () => {
      const { happened } = await read(id);
      return happened.some(({ kind }) => kind === 'authority-changed');
    }, 'the case to pass on');
    const passedOn = await read(id);
    expect(passedOn.timers).toEqual(timers);
    expect(passedOn.authorities).toMatchObject([{ authority: 'region-oestdanmark', because: 'paused' }]);
    await until(
      async () => (await correction(waiting.id)).authority === 'region-oestdanmark',
      'the correction to pass on',
    );
    // What is asked from now on about what the old region was given goes to the new one at once.
    const late = await ask(earlier.id, 'It was in the new year.');
    expect(late.authority).toBe('region-oestdanmark');
    const { items: held } = await ops.read<OpsDispatchPage>(
      '/v1/ops/dispatches?authority=region-oestdanmark&status=pending',
    );
    expect(held.map(({ journey }) => journey)).toEqual(expect.arrayContaining([id]));
    expect(held).toHaveLength(3);
    const resumed = await ops.post('/v1/ops/authorities/region-oestdanmark/resume', { reason: 'a new year' });
    // What the relay has in hand at this moment it rings itself.
    expect(resumed.body).toMatchObject({ rung: expect.any(Number), left: 0 });
    await anna.reaches(id, 'booked');
    for (const asked of [waiting, late]) {
      await until(
        async () => (await correction(asked.id)).status === 'corrected',
        'the correction to be answered',
      );
    }
    const { happened } = await read(id);
    expect(happened.map(({ text }) => text)).toContain(
      'The case has passed from Region Zealand to the Region of Eastern Denmark. Nobody need do anything.',
    );
    const asked = system.authorities.simulations
      .authority('doctorChoice')!
      .parts.ledger.entries({ journey: id });
    expect(asked.map(({ askedOf }) => askedOf)).toEqual(['region-oestdanmark']);
    const { items } = await anna.read<MessagePage>(`/v1/messages?journey=${id}`);
    expect(items.map(({ subject }) => subject)).toEqual(['Region Østdanmark har nu din sag']);
    const all = await anna.read<MessagePage>('/v1/messages?limit=50', { 'accept-language': 'da' });
    const passed = all.items.filter(({ correction: of }) => of === waiting.id).map(({ subject }) => subject);
    expect(passed.toReversed().slice(0, 2)).toEqual([
      'Vi sender din anmodning om rettelse til Region Sjælland',
      'Region Østdanmark har nu din anmodning om rettelse',
    ]);
  });
});
