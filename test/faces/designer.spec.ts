import { STARTING, SAMPLE_JOURNEYS } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

const NARROW = { viewport: { width: 320, height: 640 } };

describe('the pages of designers', () => {
  let faces: FacesUnderTest;
  let hash: string;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    hash = (await faces.system.assembly.stores.definitions.list())[0]!.hash;
    const anna = await faces.system.citizen('6110851234');
    await anna.start();
    await anna.start();
  }, STARTING);

  afterAll(() => faces?.close());

  it('begin with every journey: its versions, who is under way, and how good it is', async () => {
    for (const options of [{}, NARROW, { javaScriptEnabled: false }]) {
      const dina = await faces.visitor('dina', options);
      await dina.goTo('/');
      expect(dina.path).toBe('/katalog');
      const row = dina.page.locator('tr', { has: dina.page.locator(`a[href="/katalog/${hash}"]`) });
      // It is worked out while the page is looked at, or was before.
      await until(async () => {
        await dina.goTo('/katalog');
        return /\d+ ud af 100/.test(await row.innerText());
      }, 'the score');
      const told = await row.innerText();
      for (const part of ['gælder i dag', '2 sager', 'af tilstandene', '0 fejl']) {
        expect(told).toContain(part);
      }
      if (!('javaScriptEnabled' in options)) expect(await dina.findings()).toEqual([]);
      await dina.close();
    }
  });

  it('show of a version what the check says and why it has its score', async () => {
    const dina = await faces.visitor('dina', NARROW);
    await dina.goTo(`/katalog/${hash}`);
    await until(async () => {
      await dina.page.reload();
      return dina.page.getByRole('heading', { name: 'Det siger kontrollen' }).isVisible();
    }, 'the check');
    const told = await dina.page.locator('main').innerText();
    expect(told).toContain('Gør dette:');
    expect(told).toContain('2 sager');
    expect(await dina.findings()).toEqual([]);
    await dina.page.locator('summary').last().click();
    expect(await dina.findings()).toEqual([]);
    expect(await dina.goTo(`/katalog/${'0'.repeat(64)}`)).toBe(404);
    await dina.close();
  });

  it('draw it, and say the same in words', async () => {
    const dina = await faces.visitor('dina', NARROW);
    const { page } = dina;
    await dina.goTo(`/katalog/${hash}/billede`);
    const image = page.locator('.picture img');
    await until(
      () => image.evaluate(node => (node as unknown as { readonly naturalWidth: number }).naturalWidth > 100),
      'the picture',
    );
    expect(await image.getAttribute('alt')).toMatch(/^.*Tilstandsdiagram med \d+ tilstande/);
    await page.getByText('Billedet i ord').click();
    expect(await page.locator('main details ol > li').count()).toBeGreaterThan(5);
    expect(await page.locator('main details').innerText()).toContain('fører til');
    expect(await dina.findings()).toEqual([]);
    expect(await dina.goTo(`/katalog/${hash}/billede?gren=nowhere`)).toBe(404);
    await dina.goTo(`/katalog/${hash}/billede.svg`);
    expect(dina.complaints).toEqual([]);
    await dina.close();
  });

  it('lead to the documentation of the API, and not to the queues', async () => {
    const dina = await faces.visitor('dina');
    expect(await dina.goTo('/docs')).toBe(200);
    expect(await dina.goTo('/ops/queues')).toBe(403);
    const anna = await faces.visitor('anna');
    for (const path of ['/katalog', `/katalog/${hash}`, `/katalog/${hash}/billede`, '/docs']) {
      expect({ path, status: await anna.goTo(path) }).toEqual({ path, status: 403 });
    }
    await dina.close();
    await anna.close();
  });
});
