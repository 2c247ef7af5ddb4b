import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { type MitIdPerson } from '../../apps/mitid/src/people.js';
import { STARTING } from '../e2e/api/system.js';
import { unregisteredPartner } from '../e2e/unregistered-partner.js';
import { type EditedJourneys } from '../support/index.js';
import { systemUnderTest, type SystemUnderTest } from '../support/system-under-test.js';
import { openBrowser } from './browser.js';
import { cutOff, PAPER } from './cut-off.js';
import { startRealFaces } from './real-faces.js';
import { axeFindings } from './visitor.js';
import { withoutOurScript } from './without-our-script.js';

const KAREN: MitIdPerson = {
  name: 'karen',
  fullName: 'Karen Lund',
  cpr: '6804762345',
  roles: ['caseworker'],
  authority: '0630',
};
const ANNA: MitIdPerson = { name: 'anna', fullName: 'Anna Holm', cpr: '6110851234', roles: ['citizen'] };
/** Exempt from Digital Post; he has never signed in. */
const DAN = '690838-9914';
const SHOWN = '690838-****';
/** She moves with Anna and has no CPR number. */
const MARIA = 'Maria Silva';

/** The API, MitID and the pages. */
async function start({ folder }: EditedJourneys): Promise<{
  readonly system: SystemUnderTest;
  readonly web: string;
}> {
  const { system, faces } = await startRealFaces(1, [ANNA, KAREN], options =>
    systemUnderTest({ journeysDir: folder }, async own => {
      const { address } = await own.startApi(options);
      return { ...own, api: address };
    }),
  );
  return { system, web: faces[0]! };
}

describe('at the counter, in a browser without our script', () => {
  let sample: EditedJourneys;
  let system: SystemUnderTest;
  let web: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    sample = await unregisteredPartner();
    ({ system, web } = await start(sample));
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await browser?.close();
    await sample?.remove();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'da-DK' });
    page = await context.newPage();
    await withoutOurScript(page);
  });
  afterEach(() => context?.close());

  const signIn = async (name: string, path: string): Promise<void> => {
    await page.goto(`${web}${path}`);
    await page.getByRole('radio', { name }).check();
    await press('Log på');
  };
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForLoadState();
  };
  const asLetter = async (): Promise<void> => {
    await page.locator('.acts-for').getByRole('link', { name: 'Se siden som brev' }).click();
    await page.waitForLoadState();
  };
  const heading = () => page.locator('h1').innerText();
  const path = () => page.url().slice(web.length);

  /** What is to be corrected, as the top of the page says it. */
  const faults = () => page.locator('[data-focus] a').allInnerTexts();

  /** Whatever is wrong with a page, wide and on a phone. */
  const findings = async (): Promise<readonly string[]> => {
    const wide = await axeFindings(page);
    await page.setViewportSize({ width: 320, height: 800 });
    const narrow = await axeFindings(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    return [...wide, ...narrow];
  };

  /** What is on paper that one could press, and what is cut off at its edge. */
  const onPaper = async (): Promise<{
    readonly controls: readonly string[];
    readonly cut: readonly string[];
  }> => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    const controls = await page.locator('a, button, input, select, textarea, nav, summary').all();
    const shown = await Promise.all(
      controls.map(async one => ((await one.isVisible()) ? one.innerText() : undefined)),
    );
    const cut = await cutOff(page);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 800 });
    return { controls: shown.filter(text => text !== undefined), cut };
  };
  const NOTHING = { controls: [], cut: [] };

  it('a caseworker begins a move for a man who is exempt from Digital Post, and prints all of it', async () => {
    await signIn('Karen Lund', '/log-paa');
    expect(path()).toBe('/skranke');
    expect(await heading()).toBe('Skranken');
    expect(await page.locator('main').innerText()).toContain('Du hjælper ingen lige nu.');
    expect(await findings()).toEqual([]);

    await press('Begynd hjælpen');
    expect(await page.title()).toMatch(/^Fejl: /);
    expect(await faults()).toEqual([
      'Skriv borgerens CPR-nummer med ti cifre.',
      'Vælg, hvordan du ved, hvem det er.',
      'Vælg, hvorfor borgeren får hjælp.',
    ]);
    expect(await findings()).toEqual([]);

    await page.getByLabel('Borgerens CPR-nummer').fill(DAN);
    await page.getByLabel('Borgeren er her og har vist legitimation').check();
    await page.getByLabel('Fritaget for Digital Post').check();
    await press('Begynd hjælpen');
    expect(path()).toBe('/');
    const banner = page.locator('.acts-for');
    expect(await banner.innerText()).toContain(`Du hjælper ${SHOWN} til midnat.`);
    expect(await page.content()).not.toContain(DAN);
    expect(await findings()).toEqual([]);

    await page.goto(`${web}/start/relocating`);
    await press('Begynd');
    const journey = path();
    expect(journey).toMatch(/^\/forloeb\//);
    expect(await findings()).toEqual([]);

    // The case on paper.
    await asLetter();
    expect(path()).toBe(`/skranke/brev${journey}`);
    const letter = await page.locator('main').innerText();
    for (const said of ['Det skal du gøre nu', 'Tag det her med', 'Udskrevet hos Vejle Kommune', SHOWN])
      expect(letter).toContain(said);
    expect(await findings()).toEqual([]);
    expect(await onPaper()).toEqual(NOTHING);

    // The form on paper, with room for every answer and a signature.
    await page.getByRole('link', { name: 'Tilbage' }).click();
    await page.goto(`${web}${journey}/opgaver/declareMove`);
    await asLetter();
    const form = await page.locator('main').innerText();
    for (const said of ['Ny adresse', 'Flyttedag', 'Underskrift', 'til Vejle Kommune'])
      expect(form).toContain(said);
    expect(await page.locator('.blank-line').count()).toBeGreaterThan(3);
    expect(await findings()).toEqual([]);
    expect(await onPaper()).toEqual(NOTHING);

    // Filled in for him, and the receipt on paper.
    await page.goto(`${web}${journey}/opgaver/declareMove`);
    await fillIn();
    expect(path()).toMatch(/\/kvitteringer\//);
    await asLetter();
    expect(await heading()).toBe('Kvittering');
    expect(await page.locator('main').innerText()).toContain('Strandvejen 8, 8240 Risskov');
    expect(await findings()).toEqual([]);
    expect(await onPaper()).toEqual(NOTHING);

    // Nothing of it is said to be his own doing.
    await page.goto(`${web}${journey}`);
    const history = await page.locator('[data-part="happened"]').innerText();
    expect(history).toContain('En sagsbehandler i Vejle Kommune har svaret på');
    expect(history).toContain('· En anden, for dig');
    expect(history).not.toContain('· Dig');

    await page.goto(`${web}/mine-oplysninger`);
    expect(await page.locator('main').innerText()).toContain(
      'En sagsbehandler i Vejle Kommune kunne se dine sager',
    );

    await page.goto(`${web}/skranke`);
    await press(`Afslut hjælpen til ${SHOWN}`);
    expect(await page.locator('main').innerText()).toContain('Hjælpen er slut.');
    expect(await findings()).toEqual([]);
    for (const gone of [journey, `/skranke/brev${journey}`]) {
      const response = await page.goto(`${web}${gone}`);
      expect(response?.status()).toBe(403);
      expect(await page.content()).not.toContain('Risskov');
    }
    await page.getByRole('main').getByRole('link').click();
    expect(path()).toBe('/skranke');
  });

  it('a caseworker finds somebody without a CPR number by the number of the case and her name', async () => {
    await signIn('Anna Holm', '/log-paa');
    await page.goto(`${web}/start/relocating`);
    await press('Begynd');
    const journey = path();
    await page.goto(`${web}${journey}/opgaver/declareMove`);
    await fillIn(MARIA);
    const caseNumber = /[A-Z]{3}(?:-[A-Z0-9]{4}){3}/;
    const [reference = ''] = caseNumber.exec(await page.locator('main').innerText()) ?? [];
    expect(reference).toMatch(caseNumber);
    await context.clearCookies();

    await signIn('Karen Lund', '/skranke');
    const noCpr = page.locator('summary', { hasText: 'Borgeren har ikke et CPR-nummer' });
    const asked = { number: page.getByLabel('Sagsnummer'), name: page.getByLabel('Borgerens navn') };
    const notFound =
      'Vi kan ikke finde en sag med det nummer, hvor en uden CPR-nummer har det navn. Se efter i brevet, og skriv begge dele, som de står.';
    await noCpr.click();
    await asked.name.fill(MARIA);
    await page.getByLabel('Borgeren er her og har vist legitimation').check();
    await page.getByLabel('Har ikke MitID').check();
    await press('Begynd hjælpen');
    expect(await faults()).toEqual([notFound]);

    await asked.name.fill('');
    await asked.number.fill(reference);
    await press('Begynd hjælpen');
    expect(await faults()).toEqual(['Skriv borgerens navn, som det står i brevet.']);

    // Somebody else of the case, who has a CPR number.
    await asked.name.fill('Anna Holm');
    await press('Begynd hjælpen');
    expect(path()).toBe('/skranke');
    expect(await faults()).toEqual([notFound]);
    expect(await asked.number.inputValue()).toBe(reference);
    expect(await page.locator('main').innerText()).toContain('Du hjælper ingen lige nu.');
    expect(await findings()).toEqual([]);
    await page.locator('[data-focus] a').click();
    expect(await asked.number.evaluate(field => field.matches(':focus'))).toBe(true);

    await asked.name.fill(MARIA.toLowerCase());
    await press('Begynd hjælpen');
    expect(path()).toBe('/');
    expect(await page.locator('.acts-for').innerText()).toContain(`Du hjælper ${MARIA} til midnat.`);
    expect(await findings()).toEqual([]);

    // Her task on paper, by her name and no number.
    await page.goto(`${web}${journey}/opgaver/partnerConsent`);
    expect(await findings()).toEqual([]);
    await asLetter();
    const letter = await page.locator('main').innerText();
    for (const said of [MARIA, 'Underskrift', 'til Vejle Kommune']) expect(letter).toContain(said);
    expect(letter).not.toContain('CPR-nummer');
    expect(await findings()).toEqual([]);
    expect(await onPaper()).toEqual(NOTHING);
  });

  it('is closed to citizens, and their pages to a caseworker who helps nobody', async () => {
    await signIn('Anna Holm', '/skranke');
    expect(await heading()).toBe('Siden er for dem, der hjælper ved skranken');
    await context.clearCookies();
    await signIn('Karen Lund', '/beskeder');
    expect(await heading()).toBe('Du hjælper ingen lige nu');
    expect(await findings()).toEqual([]);
  });

  it('speaks English as well', async () => {
    await signIn('Karen Lund', '/skranke');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await heading()).toBe('The counter');
    expect(await page.locator('main').innerText()).toContain('People you are helping today');
    expect(await findings()).toEqual([]);
  });

  /** The form of a move, from its first page to the receipt. */
  async function fillIn(partner = ''): Promise<void> {
    await page.getByLabel('Ny adresse').fill('Strandvejen 8, 8240 Risskov');
    for (const [label, value] of [
      ['Dag', '1'],
      ['Måned', '3'],
      ['År', '2027'],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await press('Fortsæt');
    expect(await page.locator('.step').innerText()).toBe('Trin 2 af 3');
    await page.getByLabel('Din partners CPR-nummer').fill(partner);
    await press('Fortsæt');
    expect(await page.locator('.step').innerText()).toBe('Trin 3 af 3');
    await press('Fortsæt');
    await press('Send');
  }
});
