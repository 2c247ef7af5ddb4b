import { randomBytes } from 'node:crypto';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { MasterKeys, openDatabase, PostgresBrowserSessionStore } from '#postgres';
import { systemClock } from '#runtime';
import { createLogger } from '#telemetry';
import { createMitIdApp } from '../../apps/mitid/src/create-mitid-app.js';
import { FACES } from '../../apps/web/src/faces.js';
import { SessionModule } from '../../apps/web/src/session/session.module.js';
import { startWeb } from '../../apps/web/src/start-web.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { freePort, systemUnderTest, type SystemUnderTest } from '../support/index.js';
import { openBrowser } from './browser.js';
import { axeFindings } from './visitor.js';

const HOST = '127.0.0.1';
const ANNA = { name: 'anna', fullName: 'Anna Holm', cpr: '6110851234', roles: ['citizen'] } as const;

interface Faces {
  readonly system: SystemUnderTest;
  readonly one: string;
  readonly other: string;
}

/** Two faces, MitID and the API, each at an address of its own. */
function start(): Promise<Faces> {
  return systemUnderTest({ journeysDir: SAMPLE_JOURNEYS }, async system => {
    const addressAt = async (): Promise<string> => `http://${HOST}:${await freePort()}`;
    const [issuer, one, other] = await Promise.all([addressAt(), addressAt(), addressAt()]);
    const faces = [one, other].map((publicUrl, index) => ({
      id: `face-${index}`,
      secret: randomBytes(32).toString('base64url'),
      publicUrl,
    }));
    const api = await system.startApi({
      signIn: { issuer, keys: new URL(`${issuer}/jwks`) },
      faceSecrets: Object.fromEntries(faces.map(({ id, secret }) => [id, secret])),
    });
    const mitid = await createMitIdApp({
      issuer,
      people: [ANNA],
      clients: faces.map(({ id, secret, publicUrl }) => ({
        id,
        secret,
        title: 'Overgang',
        redirectUri: `${publicUrl}/log-paa/mitid`,
        signedOutUri: `${publicUrl}/logget-af`,
        backChannelUri: `${api.address}/v1/tokens/sign-out`,
      })),
    });
    await mitid.listen(Number(new URL(issuer).port), HOST);
    system.alsoEnd(() => mitid.close());
    const database = openDatabase({ url: system.databaseUrl, connections: 4 });
    system.alsoEnd(() => database.close());
    const keys = new MasterKeys([randomBytes(32)]);
    const logger = createLogger({ process: 'test', level: 'silent' });
    for (const { id, secret, publicUrl } of faces) {
      const session = SessionModule.forRoot({
        publicUrl,
        issuer,
        face: { id, secret },
        apiUrl: api.address,
        roles: FACES,
        store: new PostgresBrowserSessionStore(database, keys),
        keys: purpose => keys.derived(`${id} ${purpose}`),
        clock: systemClock,
      });
      const port = Number(new URL(publicUrl).port);
      const web = await startWeb(WebModule.forRoot({ apiUrl: api.address, session, logger }), logger, {
        host: HOST,
        port,
      });
      system.alsoEnd(() => web.close());
    }
    return { system, one, other };
  });
}

describe('signing in at two faces, in a browser without scripts', () => {
  let faces: Faces;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    faces = await start();
  }, STARTING);
  afterAll(async () => {
    await faces?.system.close();
    await browser?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'da-DK', javaScriptEnabled: false });
    page = await context.newPage();
  });
  afterEach(() => context?.close());

  const signIn = async (): Promise<void> => {
    await page.goto(`${faces.one}/indstillinger`);
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await page.getByRole('button', { name: 'Log på', exact: true }).click();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const heading = () => page.locator('h1').innerText();

  it('asks once, and shows at both who one is', async () => {
    await signIn();
    expect(page.url()).toBe(`${faces.one}/indstillinger`);
    expect(await page.locator('body').innerText()).toContain('Anna Holm');
    await page.goto(`${faces.other}/indstillinger`);
    expect(page.url()).toBe(`${faces.other}/indstillinger`);
    expect(await page.locator('body').innerText()).toContain('Anna Holm');
  });

  it('ends at both when one says so at MitID', async () => {
    await signIn();
    await page.goto(`${faces.other}/indstillinger`);
    await page.goto(`${faces.one}/indstillinger`);
    await press('Log af');
    expect(await heading()).toBe('Vil du også logge af MitID?');
    await press('Log af alle steder');
    expect(page.url()).toBe(`${faces.one}/logget-af`);
    for (const face of [faces.one, faces.other]) {
      await page.goto(`${face}/indstillinger`);
      expect(await heading()).toBe('Log på hos Overgang');
    }
  });

  it('shows no page that axe finds anything wrong with', async () => {
    const scripted = await browser.newContext({
      locale: 'da-DK',
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
    });
    page = await scripted.newPage();
    const found: Record<string, readonly string[]> = {};
    const look = async (): Promise<void> => void (found[await heading()] = await axeFindings(page));
    await page.goto(`${faces.one}/indstillinger`);
    await look();
    await page.getByRole('button', { name: 'Log på', exact: true }).click();
    expect(await page.locator('[role=alert]').innerText()).toBe('Vælg, hvem du vil logge på som.');
    found['faulty'] = await axeFindings(page);
    await page.getByRole('radio', { name: 'Lav' }).check();
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await page.getByRole('button', { name: 'Log på', exact: true }).click();
    await look();
    await page.goto(`${faces.one}/logget-af`);
    await look();
    expect(found).toEqual({
      'Log på hos Overgang': [],
      faulty: [],
      'Vælg et højere sikringsniveau': [],
      'Du er logget af': [],
    });
    await page.goto(`${faces.one}/log-paa?til=/indstillinger/logget-paa&igen=1`);
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await page.getByRole('button', { name: 'Log på', exact: true }).click();
    expect(await heading()).toBe('Her er du logget på');
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate('document.title = "still the same page"');
    await page.getByRole('link', { name: 'Bliv logget på' }).click();
    await page.waitForFunction('document.activeElement?.textContent === "Bliv logget på"');
    expect(await page.title()).toBe('still the same page');
    await scripted.close();
  });
});
