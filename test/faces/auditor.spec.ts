import { text } from 'node:stream/consumers';
import { STARTING, SAMPLE_JOURNEYS } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

const NARROW = { viewport: { width: 320, height: 640 }, unscripted: true };

describe('the pages of auditors, and what approvers see', () => {
  let faces: FacesUnderTest;
  let reference: string;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const anna = await faces.system.citizen('6110851234');
    const { id } = await anna.start();
    ({ reference } = await anna.journey(id));
    const ops = await faces.system.signedIn('ops');
    // More than one page of them.
    for (let i = 0; i < 55; i += 1) expect((await ops.get(`/v1/ops/journeys/${id}`)).status).toBe(200);
    expect((await ops.get('/v1/ops/journeys?reference=FRA-0000')).status).toBe(422);
  }, STARTING);
  afterAll(() => faces?.close());

  it.each([
    ['wide, with scripts', {}],
    ['narrow, without', NARROW],
  ])(
    'verify the chains, look up a case for a reason, and read the log and the record: %s',
    async (_, options) => {
      const rie = await faces.visitor('rie', options);
      await rie.goTo('/');
      expect(rie.path).toBe('/revision');
      expect(await rie.findings()).toEqual([]);
      await rie.press('Efterprøv alle kæder');
      expect(await rie.main()).toContain('Efterprøvningen er i gang.');
      await until(async () => {
        await rie.goTo('/revision');
        return (await rie.main()).includes('Alt passer.');
      }, 'the verification to be finished');
      expect(await rie.findings()).toEqual([]);

      await rie.press('Slå sagen op');
      expect(await rie.page.title()).toMatch(/^Fejl: /);
      for (const said of ['Skriv et sagsnummer med 12 tegn', 'Skriv hvorfor, med mindst tre tegn.'])
        expect(await rie.main()).toContain(said);
      expect(await rie.findings()).toEqual([]);
      await rie.page.getByLabel('Sagsnummer').fill(reference);
      await rie.page.getByLabel('Hvorfor slår du sagen op?').fill('En stikprøve');
      await rie.press('Slå sagen op');
      expect(await rie.heading()).toBe(`Sag ${reference}`);
      expect(await rie.main()).toContain('Så, hvor en sag står');
      expect(await rie.main()).toContain('Sagens kæder');
      expect(await rie.main()).toContain('Slået op med begrundelsen: En stikprøve');
      expect(await rie.findings()).toEqual([]);
      await rie.press('Vis tidligere');
      expect(await rie.heading()).toBe(`Sag ${reference}`);
      expect(await rie.main()).toContain('Så, hvor en sag står');
      expect(await rie.main()).not.toContain('Sagens kæder');
      expect(await rie.findings()).toEqual([]);
      const [file] = await Promise.all([
        rie.page.waitForEvent('download'),
        rie.page.getByRole('button', { name: 'Hent som regneark (CSV)' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('sag.csv');
      expect(await text(await file.createReadStream())).toMatch(/"journey-read"[^]*"journey-read"/);

      await rie.goTo('/revision/log');
      expect(await rie.main()).toContain('En stikprøve');
      expect(await rie.main()).toContain('Nej: noget var ikke udfyldt rigtigt');
      expect(await rie.findings()).toEqual([]);
      await rie.page.getByLabel('Hvem', { exact: true }).selectOption('Driften');
      await rie.press('Vis');
      expect(await rie.main()).not.toContain('En stikprøve');
      expect(await rie.main()).toContain('Så, hvor en sag står');
      await rie.page.locator('main table').getByRole('link').first().click();
      expect(await rie.main()).toMatch(/Kun det, som Driften [0-9a-f-]{36} har gjort\./);
      await rie.page.getByLabel('Hvad', { exact: true }).selectOption('Efterprøvede kæderne');
      await rie.press('Vis');
      expect(await rie.main()).toContain('Der er ikke gjort noget, der passer.');
      expect(await rie.findings()).toEqual([]);
      await rie.page.locator('[data-field="fra"]').getByLabel('Dag').fill('31');
      await rie.page.locator('[data-field="fra"]').getByLabel('Måned').fill('2');
      await rie.page.locator('[data-field="fra"]').getByLabel('År').fill('2026');
      await rie.press('Vis');
      expect(await rie.main()).toContain('Skriv en dag, der findes.');
      expect(await rie.findings()).toEqual([]);

      await rie.goTo('/revision/fortegnelse');
      expect(await rie.main()).toContain('Fraflytning');
      expect(await rie.findings()).toEqual([]);
      await rie.close();
    },
  );

  it('say of a case with which nobody has worked that it is so', async () => {
    const cai = await faces.system.citizen('6708671237');
    const { id } = await cai.start();
    const untouched = (await cai.journey(id)).reference;
    const rie = await faces.visitor('rie');
    await rie.goTo('/revision');
    await rie.page.getByLabel('Sagsnummer').fill(untouched);
    await rie.page.getByLabel('Hvorfor slår du sagen op?').fill('En stikprøve');
    await rie.press('Slå sagen op');
    expect(await rie.main()).toContain('Ingen af dem, der arbejder her, havde gjort noget med sagen');
    expect(await rie.findings()).toEqual([]);
    await rie.close();
  });

  it('say of a file which of its days there are not, as of the log', async () => {
    const rie = await faces.visitor('rie', NARROW);
    expect(await rie.goTo('/revision/log.csv?til.day=31&til.month=2&til.year=2026')).toBe(422);
    expect(await rie.main()).toContain('Skriv en dag, der findes.');
    expect(await rie.findings()).toEqual([]);
    await rie.close();
  });

  it('show approvers what is published, and that there is nothing to approve yet', async () => {
    const gorm = await faces.visitor('gorm', NARROW);
    await gorm.goTo('/');
    expect(gorm.path).toBe('/katalog');
    expect(await gorm.main()).toContain('Der er ikke noget at godkende her endnu');
    expect(await gorm.findings()).toEqual([]);
    await gorm.page.locator('main a[href^="/katalog/"]').first().click();
    expect(await gorm.findings()).toEqual([]);
    expect(await gorm.goTo('/revision')).toBe(403);
    expect(await gorm.heading()).toBe('Siden er for revisionen');
    await gorm.close();
  });
});
