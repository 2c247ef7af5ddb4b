import { fileURLToPath } from 'node:url';
import { NSIS } from '#identity';
import { PlainBrowser, type PlainPage } from '../../../test/support/plain-browser.js';
import { type Standalone, startStandalone } from '../src/start-standalone.js';

const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));
const STARTING = 180_000;

/** From the pages to MitID and back, as a browser without scripts goes. */
describe('signing in', () => {
  let running: Standalone;
  let browser: PlainBrowser;

  beforeAll(async () => {
    running = await startStandalone({ journeysDir: JOURNEYS });
  }, STARTING);
  afterAll(() => running?.close());
  beforeEach(() => {
    browser = new PlainBrowser();
  });

  const at = (path: string): string => running.web + path;
  const choose = (page: PlainPage, person: string, level: string = NSIS.substantial, visitor = browser) =>
    visitor.press(page, 'Log ind', { person, level });
  const signIn = async (person: string, visitor = browser): Promise<PlainPage> =>
    choose(await visitor.open(at('/log-ind?til=/indstillinger')), person, NSIS.substantial, visitor);

  it('leads to MitID, and back to where one wanted to go, by name', async () => {
    const page = await browser.open(at('/log-ind?til=%2Findstillinger'));
    expect(page.address).toMatch(new RegExp(`^${running.mitid}/log-ind/`));
    const settings = await choose(page, 'anna');
    expect([settings.address, settings.status]).toEqual([at('/indstillinger'), 200]);
    expect(settings.text).toContain('Anna Holm');
  });
});
