import { type JourneyPage } from '../../apps/api/src/citizen/journey-document.js';
import { STARTING } from '../e2e/api/system.js';
import { type FacesBehindProxy, startFacesBehindProxy } from './faces-behind-proxy.js';

const MINUTES = 60;
const HOURS = 60 * MINUTES;
const BEGIN = 'POST /v1/journeys';

/** What somebody reads whose form is not taken now, and when it will be. */
describe('too much at once', () => {
  let faces: FacesBehindProxy;

  beforeAll(async () => {
    faces = await startFacesBehindProxy();
  }, STARTING);
  afterAll(() => faces?.close());

  it('is sent again from the page that says so, and counts once', async () => {
    const anna = await faces.annaAt('/start/relocating');
    faces.proxy.refuseNext(BEGIN, 429, 20 * MINUTES);
    await anna.press('Begynd');
    expect(await anna.heading()).toBe('Vent lidt');
    expect(await anna.main()).toMatch(/Vent til kl\.\s\d\d\.\d\d, og tryk så på ”Send igen”/);
    expect(await anna.main()).toContain('Det tæller kun én gang');
    expect(await anna.main()).toContain('Haster det, kan du ringe');
    expect(await anna.main()).not.toMatch(/1200|sekund/);
    expect(await anna.findings()).toEqual([]);

    faces.proxy.refuseNext(BEGIN, 429, 3);
    await anna.press('Send igen');
    expect(await anna.main()).toContain('Vent et øjeblik, og tryk så på ”Send igen”');
    faces.proxy.cutNext(BEGIN);
    await anna.press('Send igen');
    expect(await anna.heading()).toBe('Vi ved ikke, om det nåede frem');
    await anna.press('Send igen');
    expect(anna.path).toMatch(/^\/forloeb\/[^/]+$/);
    const citizen = await faces.system.citizen('6110851234');
    const { items } = await citizen.read<JourneyPage>('/v1/journeys');
    expect(items.map(({ id }) => `/forloeb/${id}`)).toEqual([anna.path]);
    await anna.close();
  });

  it('keeps what is typed', async () => {
    const { id } = await (await faces.system.citizen('6110851234')).start();
    const task = `/forloeb/${id}/opgaver/declareMove`;
    const anna = await faces.annaAt(task);
    await anna.page.getByLabel('Ny adresse').fill('Nygade 1');
    faces.proxy.refuseNext(`PUT /v1/journeys/${id}/tasks/declareMove/draft`, 429, MINUTES);
    await anna.press('Gem');
    expect(await anna.main()).toContain('Vent et minut, og tryk så på ”Send igen”');
    expect(await anna.main()).toContain('Bagefter kan du se, hvad der er gemt.');
    await anna.press('Send igen');
    await anna.goTo(task);
    expect(await anna.page.getByLabel('Ny adresse').inputValue()).toBe('Nygade 1');
    await anna.close();
  });

  it('says in English until when, also where that is another day', async () => {
    const anna = await faces.annaAt('/start/relocating', { locale: 'en-GB' });
    faces.proxy.refuseNext(BEGIN, 429, 24 * HOURS);
    await anna.press('Begin');
    expect(await anna.heading()).toBe('Please wait');
    expect(await anna.main()).toMatch(
      /Wait until \w+ \d+ \w+ \d{4} at\s\d\d[:.]\d\d, then press “Send again”/,
    );
    expect(await anna.findings()).toEqual([]);
    await anna.close();
  });

  it('says when a system that is busy can be asked again', async () => {
    const anna = await faces.annaAt('/start/relocating');
    faces.proxy.refuseNext(BEGIN, 503, 1);
    await anna.press('Begynd');
    expect(await anna.heading()).toBe('Vi ved ikke, om det nåede frem');
    expect(await anna.main()).toContain('Vent et øjeblik, og tryk så på ”Send igen”');
    await anna.close();
  });

  it('leads back to a page that was only read', async () => {
    const anna = await faces.visitor('anna', { unscripted: true });
    faces.proxy.refuseNext('GET /v1/mandates', 429, 20 * MINUTES);
    expect(await anna.goTo('/fuldmagter')).toBe(429);
    expect(await anna.main()).toMatch(/Vent til kl\.\s\d\d\.\d\d, og prøv så igen\./);
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByRole('link', { name: 'Prøv igen' }).click();
    expect(await anna.heading()).toBe('Fuldmagter');
    await anna.close();
  });
});
