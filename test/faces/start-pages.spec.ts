import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
const IDS = readdirSync(JOURNEYS, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'parts')
  .map(({ name }) => name);
const DAN = '6908389914';
/** How Danish law is named. */
const LAW = /§|\p{L}*(?:loven|lov om|bekendtgørelsen?|vejledning|forordning)\b/giu;
/** What a machine calls it. */
const MACHINE =
  /\bP(?:T?\d+[YMWDH])+\b|\bidentity\b|\bOplysninger: |\b0 (?:år|måneder|dage|years|months|days)\b/u;

describe('the page before a journey begins', () => {
  let faces: FacesUnderTest;
  let danish: Visitor;
  let english: Visitor;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS, { authorities: { population: POPULATION } });
    danish = await faces.visitor(undefined, { viewport: { width: 390, height: 844 }, unscripted: true });
    english = await faces.visitor(undefined, { locale: 'en-GB' });
  }, 4 * STARTING);
  afterAll(async () => {
    await danish?.close();
    await english?.close();
    await faces?.close();
  });

  /** All that stands on it, closed details included, and apart from that what is not marked as Danish. */
  const read = async ({ page }: Visitor) => ({
    all: (await page.locator('main').textContent()) ?? '',
    unmarked: await page.locator('main').evaluate(main => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const marked of copy.querySelectorAll('[lang=da]')) marked.remove();
      return copy.textContent ?? '';
    }),
    regret: await page
      .locator('main')
      .getByText(/^(?:Hvis du fortryder|If you change your mind)$/)
      .locator('xpath=..')
      .innerText(),
  });

  it.each(IDS)('marks Danish law as Danish on the English page of %s, and says all in words', async id => {
    expect(await english.goTo(`/start/${id}`)).toBe(200);
    const { all, unmarked, regret } = await read(english);
    expect(unmarked.match(LAW) ?? []).toEqual([]);
    expect(all).not.toMatch(MACHINE);
    expect(all).toContain('This may be data on ');
    // A right to appeal is nothing that anybody is asked.
    expect(all).not.toContain('Complain if you disagree');
    expect(regret).toMatch(/call|talk|again|apply|change|close|stop|report/);
  });

  it.each(IDS)('says all in words on the Danish page of %s, and whom to turn to', async id => {
    expect(await danish.goTo(`/start/${id}`)).toBe(200);
    const { all, regret } = await read(danish);
    expect(all).not.toMatch(MACHINE);
    expect(all).toContain('Det kan være oplysninger om ');
    expect(regret).toMatch(/ring|tal|igen|søge|luk|stop|hjælpe|melde/i);
  });

  it('does not ask a pensioner who is paid already how she retires', async () => {
    const gerda = await faces.visitor('gerda');
    await gerda.begin('retiring');
    const path = gerda.path;
    await until(async () => {
      await gerda.goTo(path);
      return (await gerda.main()).includes('Søg varmetillæg');
    }, 'help to apply for');
    const journey = await gerda.main();
    expect(journey).toContain('Du får allerede folkepension');
    expect(journey).not.toMatch(/Vælg, hvordan du går på pension|Søg folkepension|Nu er du på pension/);
    await gerda.close();
  });

  it('leads a pensioner to a choice that tells nothing of what lies behind him, nor years that he does not have', async () => {
    const benefits = faces.system.authorities.simulations.authority('udbetalingDanmark')!.parts.people;
    benefits.answer('readBenefits', DAN, { currentBenefits: ['housingBenefit'] });
    const dan = await faces.visitor('dan');
    await dan.begin('retiring');
    const path = dan.path;
    const choose = dan.page.locator('main a[href$="/choosing"]').first();
    await until(async () => {
      await dan.goTo(path);
      return choose.isVisible();
    }, 'a choice');
    await choose.click();
    await dan.page.waitForLoadState();
    const task = await dan.main();
    expect(task).toContain('Din del af fuld pension');
    expect(task).not.toMatch(/Så mange år kan du måske gå før|tidligst fra|Din pensionsalder/);
    await dan.close();
  });

  it('leaves out what is only reckoned with', async () => {
    await danish.goTo('/start/retiring');
    const { all } = await read(danish);
    expect(all).toContain('Folkepensionsalder, når du er født før 1963');
    expect(all).not.toContain('Fra den første i måneden efter');
    await danish.goTo('/start/starting-education');
    expect((await read(danish)).all).not.toContain('12 timer');
  });
});
