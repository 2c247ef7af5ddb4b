import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { EIDAS_PEOPLE } from '../../apps/standalone/src/sample-people.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { systemUnderTest, type SystemUnderTest } from '../support/system-under-test.js';
import { openBrowser } from './browser.js';
import { startRealFaces } from './real-faces.js';
import { axeFindings } from './visitor.js';

const ANNA = { name: 'anna', fullName: 'Anna Holm', cpr: '6110851234', roles: ['citizen'] } as const;

interface Faces {
  readonly system: SystemUnderTest;
  readonly one: string;
  readonly other: string;
}

function start(): Promise<Faces> {
  return systemUnderTest({ journeysDir: SAMPLE_JOURNEYS }, async system => {
    const { faces } = await startRealFaces(2, [ANNA, ...EIDAS_PEOPLE], async options => {
      const { address } = await system.startApi(options);
      return { ...system, api: address };
    });
    const [one, other] = faces;
    return { system, one: one!, other: other! };
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
    await press('Log på');
  };
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForLoadState();
  };
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

  it('takes an eID of another EU country, and tells kindly whoever has none that is linked what to do', async () => {
    const signInFromAbroad = async (person: string, level: string): Promise<void> => {
      await page.goto(faces.one);
      await page.getByRole('link', { name: 'Log på med eID fra et andet EU-land' }).click();
      await page.getByRole('radio', { name: person }).check();
      await page.getByRole('radio', { name: level }).check();
      await press('Log på');
    };
    await signInFromAbroad('Marta Nowak', 'High');
    expect(await heading()).toBe('Dit eID er ikke knyttet til et CPR-nummer');
    expect(await page.locator('main').innerText()).toContain('du har ikke gjort noget forkert');
    await page.locator('main').getByRole('link', { name: 'Hjælp og kontakt' }).click();
    expect(await heading()).toBe('Hjælp og kontakt');
    await signInFromAbroad('Cai Holm', 'Low');
    expect(await heading()).toBe('Vil du skifte til Cai Holm?');
    expect(await page.locator('main').innerText()).toContain('som Marta Nowak');
    await press('Fortsæt som Cai Holm');
    expect(await heading()).toBe('Vælg et højere sikringsniveau');
    await signInFromAbroad('Cai Holm', 'Substantial');
    expect(page.url()).toBe(`${faces.one}/`);
    expect(await page.locator('body').innerText()).toContain('Cai Holm');
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
    await press('Log på');
    expect(await page.locator('[role=alert]').innerText()).toBe('Vælg, hvem du vil logge på som.');
    found['faulty'] = await axeFindings(page);
    await page.getByRole('radio', { name: 'Lav' }).check();
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await press('Log på');
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
    await page.getByRole('link', { name: 'Log på med eID fra et andet EU-land' }).click();
    await page.getByRole('radio', { name: 'Cai Holm' }).check();
    await press('Log på');
    expect(await heading()).toBe('Vil du skifte til Cai Holm?');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vælg en anden' }).click();
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await press('Log på');
    expect(await heading()).toBe('Her er du logget på');
    expect(await axeFindings(page)).toEqual([]);
    await page.evaluate('document.title = "still the same page"');
    await page.getByRole('link', { name: 'Bliv logget på' }).click();
    await page.waitForFunction('document.activeElement?.textContent === "Bliv logget på"');
    expect(await page.title()).toBe('still the same page');
    await scripted.close();
  });

  it('is in English where English was chosen, with nothing that axe finds wrong', async () => {
    const scripted = await browser.newContext({
      locale: 'da-DK',
      viewport: { width: 320, height: 640 },
      bypassCSP: true,
    });
    await scripted.addCookies([{ name: 'overgang-language', value: 'en', url: faces.one }]);
    page = await scripted.newPage();
    const found: Record<string, readonly string[]> = {};
    const look = async (): Promise<void> => {
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      found[await page.title()] = await axeFindings(page);
    };
    const choose = async (person: string): Promise<void> => {
      await page.getByRole('radio', { name: person }).check();
      await press('Sign in');
    };
    await page.goto(`${faces.one}/indstillinger`);
    await look();
    await press('Sign in');
    await look();
    await choose('Anna Holm');
    expect(page.url()).toBe(`${faces.one}/indstillinger`);
    await page.goto(`${faces.one}/log-paa?igen=1`);
    await page.getByRole('link', { name: 'Sign in with an eID from another EU country' }).click();
    await look();
    await choose('Cai Holm, Sweden');
    await look();
    await press('Continue as Cai Holm');
    await press('Sign out');
    await look();
    await press('Sign out everywhere');
    expect(page.url()).toBe(`${faces.one}/logget-af`);
    expect(Object.keys(found)).toEqual(
      [
        'Sign in',
        'Error: Sign in',
        'eID from another EU country',
        'Do you want to change to Cai Holm?',
        'Sign out',
      ].map(title => `${title} – Simulated MitID`),
    );
    expect(Object.values(found).flat()).toEqual([]);
    await scripted.close();
  });

  it('is said to end soon, in view and aloud, and goes on with what is typed kept', async () => {
    const viewport = { width: 390, height: 844 };
    const scripted = await browser.newContext({ locale: 'da-DK', viewport, bypassCSP: true });
    page = await scripted.newPage();
    await page.clock.install();
    await page.goto(`${faces.one}/log-paa?til=/indstillinger/besked`);
    await page.getByRole('radio', { name: 'Anna Holm' }).check();
    await press('Log på');
    const typed = page.getByLabel('Telefonnummer eller e-mail');
    await typed.fill('12 34');
    const alert = page.locator('[data-session] [role=alert]');
    await page.clock.fastForward('27:00');
    expect(await alert.textContent()).toBe('');
    await page.clock.fastForward('01:30');
    expect(await alert.textContent()).toBe('Du bliver snart logget af.');
    await page.evaluate('scrollTo(0, 0)');
    const { y, height } = (await alert.boundingBox())!;
    expect(y + height).toBeLessThan(viewport.height);
    expect(await axeFindings(page)).toEqual([]);
    const stay = page.getByRole('link', { name: 'Bliv logget på' });
    await stay.click();
    await until(async () => (await alert.textContent()) === '', 'the session to go on');
    expect(await stay.evaluate(link => link === document.activeElement)).toBe(true);
    expect(await typed.inputValue()).toBe('12 34');
    await page.clock.fastForward('28:30');
    expect(await alert.textContent()).toBe('Du bliver snart logget af.');
    await page.clock.fastForward('02:00');
    expect(await alert.textContent()).toContain('Det, du har skrevet her, går ikke tabt.');
    await scripted.close();
  });
});
