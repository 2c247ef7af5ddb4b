import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

/** As long as the form lets it be, and without a place to break. */
const LONG_WORD = 'Speciallaegepraksisplanlaegningsstabiliseringsperiodevejen123456';
/** A window of 1280 pixels at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 } };

/** What pages are on paper, greatly enlarged, without motion, and in colours of one's own. */
describe('pages in other media', () => {
  let faces: FacesUnderTest;
  let journey: string;
  let receipt: string;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const anna = await faces.system.citizen('6110851234');
    const { id } = await anna.start();
    const date = new Date(Date.now() + 20 * 864e5).toISOString().slice(0, 10);
    await anna.submit(id, 'declareMove', 'submit', { address: LONG_WORD, date });
    journey = `/forloeb/${id}`;
    const visitor = await faces.visitor('anna');
    await visitor.goTo(`${journey}/kvitteringer`);
    receipt = (await visitor.page.getByRole('link', { name: /^Meld flytning/ }).getAttribute('href'))!;
    await visitor.close();
  }, STARTING);

  afterAll(() => faces?.close());

  const pages = () => [
    '/',
    '/start',
    '/start/relocating',
    journey,
    `${journey}/haendelser`,
    `${journey}/annuller`,
    `${journey}/kvitteringer`,
    `${journey}/opgaver/underWay.doctor.choosing`,
    receipt,
    '/beskeder',
    '/mine-oplysninger',
    '/indstillinger',
    '/hjaelp',
  ];
  /** Text of the elements of a kind that take up room. */
  const seen = ({ page }: Visitor, selector: string) =>
    page
      .locator(selector)
      .evaluateAll(found =>
        (found as unknown as SeenElement[])
          .filter(({ offsetWidth, offsetHeight }) => offsetWidth > 0 && offsetHeight > 0)
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      );

  it('have on paper what they say, opened, and nothing to press', async () => {
    const anna = await faces.visitor('anna', { viewport: { width: 720, height: 1000 } });
    await anna.page.emulateMedia({ media: 'print' });
    for (const path of [journey, receipt, `${journey}/haendelser`, `${journey}/kvitteringer`]) {
      await anna.goTo(path);
      expect({ path, pressed: await seen(anna, 'button, .button, input, select, nav, footer') }).toEqual({
        path,
        pressed: [],
      });
      expect(await anna.heading()).not.toBe('');
      expect(await anna.page.getByText('Annuller forløbet').filter({ visible: true }).count()).toBe(0);
    }
    await anna.goTo('/start/relocating');
    const closed = anna.page.locator('details:not([open]) > .details-text');
    expect(await closed.count()).toBeGreaterThan(0);
    for (const text of await closed.all()) {
      expect((await text.boundingBox())!.height).toBeGreaterThan(10);
    }
    await anna.close();
  });

  it('do not scroll sideways at 400 %, whatever the length of a word', async () => {
    const anna = await faces.visitor('anna', ZOOMED);
    for (const path of pages()) {
      const status = await anna.goTo(path);
      expect({ path, status, found: await anna.findings() }).toEqual({ path, status: 200, found: [] });
    }
    await anna.goTo(receipt);
    expect(await anna.page.locator('main').innerText()).toContain(LONG_WORD);
    await anna.close();
  });

  it('stand still for whoever asks for less motion', async () => {
    const anna = await faces.visitor('anna', { reducedMotion: 'reduce' });
    for (const path of [journey, '/start/relocating']) {
      await anna.goTo(path);
      const moving = await anna.page.locator('body *').evaluateAll(found => {
        const { getComputedStyle } = globalThis as unknown as StyledWindow;
        return found
          .map(element => getComputedStyle(element))
          .flatMap(style => `${style.transitionDuration}, ${style.animationDuration}`.split(', '))
          .filter(duration => parseFloat(duration) > 0.001);
      });
      expect(moving).toEqual([]);
    }
    await anna.close();
  });

  it('draw in colours of one’s own what their backgrounds say', async () => {
    const anna = await faces.visitor('anna', { forcedColors: 'active' });
    await until(async () => {
      await anna.goTo(journey);
      return (await anna.page.locator('.timeline > li').count()) > 0;
    }, 'something to have happened');
    const colours = await anna.page
      .locator('.timeline > li')
      .first()
      .evaluate(item => {
        const { getComputedStyle, document } = globalThis as unknown as StyledWindow;
        const dot = getComputedStyle(item, '::before').backgroundColor;
        return { dot, page: getComputedStyle(document.body).backgroundColor };
      });
    expect(colours.dot).not.toBe(colours.page);
    for (const border of await anna.page.locator('.card, .badge').evaluateAll(found => {
      const { getComputedStyle } = globalThis as unknown as StyledWindow;
      return found.map(element => getComputedStyle(element).borderTopWidth);
    }))
      expect(border).toBe('1px');
    await anna.close();
  });
});

interface SeenElement {
  readonly offsetWidth: number;
  readonly offsetHeight: number;
  readonly outerHTML: string;
}

interface StyledWindow {
  readonly document: { readonly body: unknown };
  getComputedStyle(
    element: unknown,
    pseudo?: string,
  ): {
    readonly backgroundColor: string;
    readonly borderTopWidth: string;
    readonly transitionDuration: string;
    readonly animationDuration: string;
  };
}
