import { STARTING, SAMPLE_JOURNEYS } from '../e2e/api/system.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const NARROW = { viewport: { width: 390, height: 844 } };

describe('whoever looks for an authority to call', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
  }, STARTING);
  afterAll(() => faces?.close());

  /** Those that can be opened, each with its telephone or page. */
  const authorities = ({ page }: Visitor) =>
    page.locator('[aria-labelledby=authorities] details').filter({ has: page.locator('a') });

  it.each([
    ['with scripts', {}],
    ['on a phone, without', { ...NARROW, unscripted: true }],
  ])('goes to a group of them: %s', async (_, options) => {
    const nobody = await faces.visitor(undefined, options);
    await nobody.goTo('/hjaelp');
    const links = nobody.page.getByRole('navigation', { name: 'Myndighederne i grupper' }).getByRole('link');
    const titles = await links.allInnerTexts();
    expect(titles.slice(0, 2)).toEqual(['Kommunen', 'Regionen']);
    expect(titles.length).toBeGreaterThan(4);
    let listed = 0;
    for (const title of titles) {
      await nobody.page.getByRole('link', { name: title, exact: true }).click();
      const group = nobody.page.getByRole('region', { name: title, exact: true });
      expect(
        await group.getByRole('heading', { level: 3 }).evaluate(heading => heading.matches(':target')),
      ).toBe(true);
      const here = await group.locator('details').count();
      expect(here).toBeLessThanOrEqual(20);
      listed += here;
    }
    expect(listed).toBe(await authorities(nobody).count());
    expect(listed).toBeGreaterThan(60);
    expect(await nobody.findings()).toEqual([]);
    await nobody.close();
  });

  it.each([
    ['with scripts', {}],
    ['on a phone, without', { ...NARROW, unscripted: true }],
  ])('finds one by a part of its name, or is told how to go on: %s', async (_, options) => {
    const nobody = await faces.visitor(undefined, options);
    const find = async (typed: string): Promise<readonly string[]> => {
      await nobody.page.getByLabel('Find en myndighed').fill(typed);
      await nobody.page.getByRole('button', { name: 'Find', exact: true }).click();
      await nobody.page.waitForURL(url => url.searchParams.get('navn') === typed);
      expect(await nobody.findings()).toEqual([]);
      return authorities(nobody).locator('summary').allInnerTexts();
    };
    await nobody.goTo('/hjaelp');
    expect(await find('SKAT')).toEqual(['Skatteankestyrelsen', 'Skatteforvaltningen']);
    expect(await find('danmark udbet')).toEqual(['Udbetaling Danmark']);
    expect(await nobody.page.locator('a[href^="tel:"]:visible').count()).toBe(1);

    expect(await find('skattekontoret')).toEqual([]);
    expect(await nobody.page.getByRole('status').innerText()).toContain('Skriv en mindre del af navnet');
    await nobody.follow(nobody.page.getByRole('link', { name: 'Se alle myndighederne' }));
    expect(nobody.path).toBe('/hjaelp#authorities');
    expect(await authorities(nobody).count()).toBeGreaterThan(60);
    await nobody.close();
  });

  it('reads first what to do when it is urgent', async () => {
    const nobody = await faces.visitor();
    await nobody.goTo('/hjaelp');
    const first = nobody.page.locator('main section').first();
    expect(await first.locator('h2').innerText()).toBe('Er det akut?');
    expect(await first.innerText()).toContain('112');
    await nobody.close();
  });

  it('reads their Danish names with a capital in a list, and with that of proper names alone within a sentence', async () => {
    const anna = await faces.visitor('anna');
    await anna.goTo('/hjaelp');
    const names = await authorities(anna).locator('summary').allInnerTexts();
    expect(names).toEqual(
      expect.arrayContaining(['Kommunen (borgerservice)', 'A-kassen', 'Udbetaling Danmark']),
    );
    expect(names.filter(name => /^\p{Ll}/u.test(name))).toEqual([]);
    for (const [role, title] of [
      ['kommune', 'Kontakt kommunen (borgerservice)'],
      ['udbetalingDanmark', 'Kontakt Udbetaling Danmark'],
    ] as const) {
      await anna.goTo(`/mine-oplysninger/noget-er-forkert?myndighed=${role}`);
      await anna.page.getByRole('heading', { name: title, exact: true }).waitFor();
    }
    await anna.close();
  });

  it('reads their English names without an article in a list, and with it within a sentence', async () => {
    const anna = await faces.visitor('anna', { locale: 'en-GB' });
    await anna.goTo('/hjaelp');
    const names = await authorities(anna).locator('summary').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['Danish Tax Agency', 'Court', 'Udbetaling Danmark']));
    expect(names.filter(name => /^the /i.test(name))).toEqual([]);
    const state = names.slice(names.indexOf('Agency for International Recruitment and Integration (SIRI)'));
    expect(state).toEqual([...state].sort((one, other) => one.localeCompare(other, 'en')));

    await anna.goTo('/mine-oplysninger/noget-er-forkert?myndighed=skat');
    await anna.page.getByRole('heading', { name: 'Contact the Danish Tax Agency', exact: true }).waitFor();
    await anna.goTo('/mine-oplysninger/noget-er-forkert?myndighed=mitId');
    await anna.page.getByRole('heading', { name: 'Contact MitID', exact: true }).waitFor();

    await anna.goTo('/start/relocating');
    await anna.page
      .locator('summary')
      .getByText('Civil Registration System (CPR)', { exact: true })
      .waitFor();
    await anna.close();
  });
});
