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

/** Opens a page with an empty cache, and waits until nothing more is fetched. */
async function load(visitor: Visitor, path: string): Promise<Load> {
  const wire = await visitor.context.newCDPSession(visitor.page);
  await wire.send('Network.enable');
  await wire.send('Network.clearBrowserCache');
  let bytes = 0;
  const elsewhere: string[] = [];
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const asked = (request: Request) => {
    if (!request.url().startsWith(visitor.address)) elsewhere.push(request.url());
  };
  visitor.page.on('request', asked);
  expect({ path, status: await visitor.goTo(path) }).toEqual({ path, status: 200 });
  // The stream of a journey stays open, so that it is not waited for.
  await visitor.page.waitForLoadState('load');
  await visitor.page.evaluate(() => document.fonts.ready.then(() => undefined));
  const shift = await visitor.page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const shifts = new PerformanceObserver(list =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        );
        shifts.observe({ type: 'layout-shift', buffered: true });
        // Two frames from now whatever has moved is told, or nothing has.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0))));
      }),
  );
  visitor.page.off('request', asked);
  await wire.detach();
  return { bytes, elsewhere, shift };
}

describe('a page, opened for the first time', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  const begun = async (visitor: Visitor): Promise<string> => {
    await visitor.begin('relocating');
    const path = visitor.path;
    await until(async () => {
      await visitor.goTo(path);
      return visitor.page.getByRole('link', { name: 'Gå i gang' }).isVisible();
    }, 'something to do');
    return path;
  };

  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['at a desk', { viewport: { width: 1280, height: 900 } }],
  ])('is light, stands still and comes from here alone: %s', async (_, options) => {
    const anna = await faces.visitor('anna', options);
    const journey = await begun(anna);
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
});
