import { type DisclosurePage } from '../../apps/api/src/citizen/disclosure-document.js';
import { type CorrectionDocument } from '../../apps/api/src/corrections/correction-document.js';
import { type MessagePage } from '../../apps/api/src/mailbox/message-document.js';
import { type MandateDocument } from '../../apps/api/src/mandates/mandate-documents.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { cutOff, PAPER } from './cut-off.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { EXPECTED_OF_PAGES } from './page-expectations.js';
import { type Visitor } from './visitor.js';

const EVA = '7105903456';
/** As long as the form lets it be, and without a place to break. */
const LONG_WORD = 'Speciallaegepraksisplanlaegningsstabiliseringsperiodevejen123456';
/** A window of 1280 pixels at 400 %, and the narrowest that there is (WCAG 2.2, 1.4.10). */
const ZOOMED = { viewport: { width: 320, height: 256 } };
/** As far apart as people may set letters, words, lines and paragraphs (WCAG 2.2, 1.4.12). */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
/** By route, every page that citizens are shown or not found; the rest are files and streams. */
const PAGES = Object.entries(EXPECTED_OF_PAGES)
  .filter(
    ([route, { applicant }]) =>
      /^GET .*(?<!\.json|\.ics|\/nyt)$/.test(route) && [200, 404].includes(applicant),
  )
  .map(([route]) => route);
const patternOf = (route: string) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
/** Routes of pages that are looked at as narrow elsewhere, by the spec that does. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'GET /indstillinger/logget-paa': 'sign-in',
  'GET /logget-af': 'sign-in',
  'GET /tilbud/:offer': 'together',
};

/** What pages are on paper, greatly enlarged, without motion, and in colours of one's own. */
describe('pages in other media', () => {
  let faces: FacesUnderTest;
  let journey: string;
  let receipt: string;
  let message: string;
  let correction: string;
  let disclosure: string;
  let mandate: string;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const anna = await faces.system.citizen('6110851234');
    const { id } = await anna.start();
    await anna.submit(id, 'declareMove', 'submit', { address: LONG_WORD, date: faces.system.day(20) });
    journey = `/forloeb/${id}`;
    disclosure = await until(async () => {
      const { items } = await anna.read<DisclosurePage>('/v1/disclosures');
      return items.find(given => given.id !== undefined)?.id;
    }, 'something to be given');
    const asked = await anna.post('/v1/corrections', { disclosure, wrong: LONG_WORD, right: LONG_WORD });
    correction = (asked.body as CorrectionDocument).id;
    const order = { cpr: EVA, name: LONG_WORD, yourName: 'Anna Holm', until: faces.system.day(100) };
    mandate = ((await anna.post('/v1/mandates', order)).body as MandateDocument).id!;
    message = await until(async () => {
      const { items } = await anna.read<MessagePage>('/v1/messages');
      return items[0]?.id;
    }, 'a message');
    const visitor = await faces.visitor('anna');
    await visitor.goTo(`${journey}/kvitteringer`);
    receipt = (await visitor.page.getByRole('link', { name: /^Meld flytning/ }).getAttribute('href'))!;
    await visitor.close();
  }, 2 * STARTING);

  afterAll(() => faces?.close());

  /** Every page of citizens. */
  const pages = () => [
    '/',
    '/start',
    '/start?q=jeg+skal+flytte',
    '/start/relocating',
    '/start/relocating/eksempel',
    journey,
    `${journey}/haendelser`,
    `${journey}/annuller`,
    `${journey}/kvitteringer`,
    `${journey}/opgaver/underWay.doctor.choosing`,
    `${journey}/opgaver/underWay.doctor.choosing/tjek`,
    receipt,
    '/beskeder',
    `/beskeder/${message}`,
    '/mine-oplysninger',
    '/mine-oplysninger/noget-er-forkert?myndighed=cpr',
    '/mine-oplysninger/rettelser',
    `/mine-oplysninger/rettelser/ny?om=${disclosure}`,
    `/mine-oplysninger/rettelser/${correction}`,
    `/mine-oplysninger/rettelser/${correction}/kvittering`,
    '/mine-oplysninger/udtraek',
    '/fuldmagter',
    '/fuldmagter/giv',
    `/fuldmagter/${mandate}/kvittering`,
    `/fuldmagter/${mandate}/slut`,
    '/indstillinger',
    '/indstillinger/besked',
    '/hjaelp',
    '/saadan-bliver-forloebene-til',
    '/tilgaengelighed',
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
    const anna = await faces.visitor('anna', { viewport: PAPER });
    await anna.page.emulateMedia({ media: 'print' });
    for (const path of [
      journey,
      receipt,
      `${journey}/haendelser`,
      `${journey}/kvitteringer`,
      `/beskeder/${message}`,
      `/mine-oplysninger/rettelser/${correction}/kvittering`,
      `/fuldmagter/${mandate}/kvittering`,
      '/mine-oplysninger/udtraek',
    ]) {
      await anna.goTo(path);
      const pressed = await seen(anna, 'button, .button, input, select, nav, footer');
      expect({ path, pressed, cut: await cutOff(anna.page) }).toEqual({ path, pressed: [], cut: [] });
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

  it('are all looked at', () => {
    const seenAs = (path: string) => {
      const route = `GET ${path.split('?')[0]}`;
      return PAGES.includes(route) ? route : PAGES.find(page => patternOf(page).test(route));
    };
    expect([...pages().map(seenAs), ...Object.keys(ELSEWHERE)]).toEqual(expect.arrayContaining(PAGES));
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

  it.each([
    ['at 1280 px', { viewport: { width: 1280, height: 900 } }],
    ['at 320 px', ZOOMED],
  ])('lose nothing when letters, words and lines are set apart: %s', async (_, options) => {
    const anna = await faces.visitor('anna', { ...options, bypassCSP: true });
    for (const path of pages()) {
      await anna.goTo(path);
      await anna.page.addStyleTag({ content: SPACED });
      expect({ path, cut: await cutOff(anna.page) }).toEqual({ path, cut: [] });
    }
    await anna.close();
  });

  it.each([
    ['beyond the edge', 'width: 2000px'],
    ['in too low a box', 'height: 5px; overflow: hidden'],
    ['in too narrow a box', 'width: 5px; white-space: nowrap; overflow: hidden; overflow-wrap: normal'],
  ])('would be seen to be cut off %s', async (_, style) => {
    const nobody = await faces.visitor(undefined, { bypassCSP: true });
    await nobody.goTo('/hjaelp');
    expect(await cutOff(nobody.page)).toEqual([]);
    await nobody.page.locator('h1').evaluate((heading, text) => heading.setAttribute('style', text), style);
    expect(await cutOff(nobody.page)).toContainEqual(expect.stringContaining('<h1'));
    await nobody.close();
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
