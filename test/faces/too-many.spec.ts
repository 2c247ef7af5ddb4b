import { type JourneyPage } from '../../apps/api/src/citizen/journey-document.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { CuttingProxy } from './cutting-proxy.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

const MINUTES = 60;
const HOURS = 60 * MINUTES;
const BEGIN = 'POST /v1/journeys';

/** What somebody reads whose form is not taken now, and when it will be. */
describe('too much at once', () => {
  let faces: FacesUnderTest;
  let proxy: CuttingProxy;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS, { before: async api => (proxy = await CuttingProxy.to(api)) });
  }, STARTING);
  afterAll(() => faces?.close());

  const visit = async (path: string, options: VisitorOptions = {}) => {
    const anna = await faces.visitor('anna', { unscripted: true, ...options });
    await anna.goTo(path);
    return anna;
  };
  const main = ({ page }: Visitor) => page.locator('main').innerText();
  const press = async ({ page }: Visitor, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState();
  };

  it('is sent again from the page that says so, and counts once', async () => {
    const anna = await visit('/start/relocating');
    proxy.refuseNext(BEGIN, 429, 20 * MINUTES);
    await press(anna, 'Begynd');
    expect(await anna.heading()).toBe('Vent lidt');
    expect(await main(anna)).toMatch(/Vent til kl\. \d\d\.\d\d, og tryk så på ”Send igen”/);
    expect(await main(anna)).toContain('Det tæller kun én gang');
    expect(await main(anna)).toContain('Haster det, kan du ringe');
    expect(await main(anna)).not.toMatch(/1200|sekund/);
    expect(await anna.findings()).toEqual([]);

    proxy.refuseNext(BEGIN, 429, 3);
    await press(anna, 'Send igen');
    expect(await main(anna)).toContain('Vent et øjeblik, og tryk så på ”Send igen”');
    proxy.cutNext(BEGIN);
    await press(anna, 'Send igen');
    expect(await anna.heading()).toBe('Vi ved ikke, om det nåede frem');
    await press(anna, 'Send igen');
    expect(anna.path).toMatch(/^\/forloeb\/[^/]+$/);
    const citizen = await faces.system.citizen('6110851234');
    const { items } = (await citizen.get('/v1/journeys')).body as JourneyPage;
    expect(items.map(({ id }) => `/forloeb/${id}`)).toEqual([anna.path]);
    await anna.close();
  });

  it('keeps what is typed', async () => {
    const { id } = await (await faces.system.citizen('6110851234')).start();
    const task = `/forloeb/${id}/opgaver/declareMove`;
    const anna = await visit(task);
    await anna.page.getByLabel('Ny adresse').fill('Nygade 1');
    proxy.refuseNext(`PUT /v1/journeys/${id}/tasks/declareMove/draft`, 429, MINUTES);
    await press(anna, 'Gem');
    expect(await main(anna)).toContain('Vent et minut, og tryk så på ”Send igen”');
    expect(await main(anna)).toContain('Bagefter kan du se, hvad der er gemt.');
    await press(anna, 'Send igen');
    await anna.goTo(task);
    expect(await anna.page.getByLabel('Ny adresse').inputValue()).toBe('Nygade 1');
    await anna.close();
  });

  it('says in English until when, also where that is another day', async () => {
    const anna = await visit('/start/relocating', { locale: 'en-GB' });
    proxy.refuseNext(BEGIN, 429, 24 * HOURS);
    await press(anna, 'Begin');
    expect(await anna.heading()).toBe('Please wait');
    expect(await main(anna)).toMatch(/Wait until \w+ \d+ \w+ \d{4} at \d\d[:.]\d\d, then press “Send again”/);
    expect(await anna.findings()).toEqual([]);
    await anna.close();
  });

  it('says when a system that is busy can be asked again', async () => {
    const anna = await visit('/start/relocating');
    proxy.refuseNext(BEGIN, 503, 1);
    await press(anna, 'Begynd');
    expect(await anna.heading()).toBe('Vi ved ikke, om det nåede frem');
    expect(await main(anna)).toContain('Vent et øjeblik, og tryk så på ”Send igen”');
    await anna.close();
  });

  it('leads back to a page that was only read', async () => {
    const anna = await faces.visitor('anna', { unscripted: true });
    proxy.refuseNext('GET /v1/mandates', 429, 20 * MINUTES);
    expect(await anna.goTo('/fuldmagter')).toBe(429);
    expect(await main(anna)).toMatch(/Vent til kl\. \d\d\.\d\d, og prøv så igen\./);
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByRole('link', { name: 'Prøv igen' }).click();
    expect(await anna.heading()).toBe('Fuldmagter');
    await anna.close();
  });
});
