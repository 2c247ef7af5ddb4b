import { type Request } from 'playwright-core';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

/** Compressed bytes that somebody on a phone far out in the country may be asked to wait for. */
const HEAVIEST = 300_000;

/** What the browser has fetched for a page, as it came over the wire. */
interface Load {
  readonly bytes: number;
  readonly elsewhere: readonly string[];
  /** *Cumulative layout shift* (web.dev/cls), without unit. */
  readonly shift: number;
}

/** Opens a page with an empty cache, and waits until nothing more is fetched and it is idle. */
async function load(visitor: Visitor, path: string): Promise<Load> {
  const { page, context, address } = visitor;
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.clearBrowserCache');
  let bytes = 0;
  const elsewhere: string[] = [];
  const underWay = new Set<Request>();
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked = (request: Request) => {
    if (!request.url().startsWith(address)) elsewhere.push(request.url());
    // The stream of a journey stays open, so that it is not waited for.
    if (request.resourceType() !== 'eventsource') underWay.add(request);
  };
  const over = (request: Request) => void underWay.delete(request);
  page.on('request', asked).on('requestfinished', over).on('requestfailed', over);
  expect({ path, status: await visitor.goTo(path) }).toEqual({ path, status: 200 });
  await page.waitForLoadState('load');
  const shift = await page.evaluate(shiftUntilIdle);
  await until(() => underWay.size === 0, `${path} to have all that it is made of`);
  page.off('request', asked).off('requestfinished', over).off('requestfailed', over);
  await wire.detach();
  return { bytes, elsewhere, shift };
}

/** In the browser: all that has moved, from the first paint until the fonts are there, drawn with, and the page is idle. */
async function shiftUntilIdle(): Promise<number> {
  let shift = 0;
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) shift += (entry as PerformanceEntry & { readonly value: number }).value;
  };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  await document.fonts.ready;
  // What a frame moves is told once it is drawn, so that the second frame finds what the first has moved.
  for (let frames = 0; frames < 2; frames += 1) await new Promise(resolve => requestAnimationFrame(resolve));
  await new Promise(resolve => requestIdleCallback(resolve));
  add(observer.takeRecords());
  observer.disconnect();
  return shift;
}

describe('a page, opened for the first time', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['at a desk', { viewport: { width: 1280, height: 900 } }],
  ])('is light, stands still and comes from here alone: %s', async (_, options) => {
    const anna = await faces.visitor('anna', options);
    const journey = await anna.beginToATask('relocating');
    const loads: Record<string, Load> = {};
    for (const path of ['/', '/start', '/start/relocating', journey, '/hjaelp', '/beskeder']) {
      loads[path] = await load(anna, path);
    }
    await anna.close();
    const heavy = Object.entries(loads).filter(([, { bytes }]) => bytes === 0 || bytes > HEAVIEST);
    expect(heavy).toEqual([]);
    expect(Object.entries(loads).filter(([, { shift }]) => shift > 0)).toEqual([]);
    expect(Object.values(loads).flatMap(({ elsewhere }) => elsewhere)).toEqual([]);
    process.stdout.write(
      Object.entries(loads)
        .map(([path, { bytes }]) => `${Math.round(bytes / 1000)} kB ${path}\n`)
        .join(''),
    );
  });

  it('stands still also when its fonts come late', async () => {
    const nobody = await faces.visitor(undefined);
    let isDrawn = (): void => undefined;
    const drawn = new Promise<void>(resolve => (isDrawn = resolve));
    await nobody.page.route(/\.woff2$/, async route => {
      await drawn;
      await route.continue();
    });
    const loaded = load(nobody, '/hjaelp');
    const painted = (): boolean => performance.getEntriesByName('first-contentful-paint').length > 0;
    await until(
      async () => (await nobody.page.evaluate(painted).catch(() => false)) === true,
      'a first paint',
    );
    isDrawn();
    expect((await loaded).shift).toBe(0);
    await nobody.close();
  });

  it('would be seen to move', async () => {
    const nobody = await faces.visitor(undefined);
    const moves = (): void => {
      const notice = Object.assign(document.createElement('div'), { style: 'height: 100px' });
      requestAnimationFrame(() => requestAnimationFrame(() => document.body.prepend(notice)));
    };
    await nobody.page.addInitScript(`addEventListener('load', ${moves})`);
    expect((await load(nobody, '/hjaelp')).shift).toBeGreaterThan(0);
    await nobody.close();
  });
});
