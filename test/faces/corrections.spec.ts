import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

const ANNA = '6110851234';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const LIST = '/mine-oplysninger/rettelser';
const WAYS: readonly [string, VisitorOptions][] = [
  ['wide, with scripts', { viewport: { width: 1280, height: 900 } }],
  ['narrow, without', { viewport: { width: 390, height: 844 }, unscripted: true }],
];

/** Anna finds something wrong in what CPR was given, says so, and is answered. */
describe('pages on which data are corrected', () => {
  let faces: FacesUnderTest;

  const cpr = () => faces.system.simulated('cpr').knobs;
  const isSound = async (visitor: Visitor) => expect(await visitor.findings()).toEqual([]);

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const client = await faces.system.citizen(ANNA);
    const { id } = await client.start();
    const date = faces.system.day(3);
    await client.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await client.reaches(id, 'underWay.population.awaited');
  }, 2 * STARTING);
  afterAll(() => faces?.close());

  it.each(WAYS)('ask, check, send, and say what was answered: %s', async (_, options) => {
    cpr().set({ hold: true });
    const anna = await faces.visitor('anna', options);
    await anna.goTo('/mine-oplysninger');
    await isSound(anna);
    expect(await anna.main()).toContain('33 19 32 00');
    const move = anna.page
      .locator('main li')
      .filter({ hasText: 'Det Centrale Personregister (CPR) registrerer din flytning' });
    await move.getByRole('link', { name: /^Er noget forkert\? / }).click();
    expect(await anna.heading()).toBe('Bed om at få rettet oplysninger om dig');
    await isSound(anna);

    await anna.press('Fortsæt');
    expect(await anna.page.title()).toMatch(/^Fejl: /);
    expect(await anna.main()).toContain('Skriv, hvad der er det rigtige.');
    await isSound(anna);

    await anna.page.getByLabel('Adresse').check();
    await anna.page.getByLabel('Hvad er forkert?').fill('Der står 2. sal.');
    await anna.page.getByLabel('Hvad er det rigtige?').fill('Jeg bor på 1. sal.\nDet har jeg altid gjort.');
    await anna.press('Fortsæt');
    expect(await anna.heading()).toBe('Er det rigtigt?');
    expect(await anna.main()).toContain('Det har jeg altid gjort.');
    await isSound(anna);

    await anna.press('Ret det, du har skrevet');
    expect(await anna.page.getByLabel('Adresse').isChecked()).toBe(true);
    expect(await anna.page.getByLabel('Hvad er forkert?').inputValue()).toBe('Der står 2. sal.');
    await anna.press('Fortsæt');
    await anna.press('Send');
    expect(await anna.heading()).toBe('Vi sender det videre');
    expect(await anna.main()).toMatch(/Myndigheden skal svare senest \p{L}+ den \d+\. \p{L}+ \d{4}\./u);
    await isSound(anna);
    await anna.page.reload();
    expect(await anna.heading()).toBe('Vi sender det videre');

    await until(async () => {
      await anna.goTo(LIST);
      return (await anna.main()).includes('har fået det og er ved at undersøge det.');
    }, 'CPR to receive it');
    await isSound(anna);
    await anna.goTo('/');
    expect(await anna.main()).toContain('Det har du bedt om at få rettet');
    await isSound(anna);

    faces.system.authorities.simulations.lateAnswers.release('cpr', undefined);
    await until(async () => {
      await anna.goTo(LIST);
      return !(await anna.main()).includes('er ved at undersøge det.');
    }, 'the answer to come');
    await anna.page
      .getByRole('link', { name: /^Se anmodningen/ })
      .first()
      .click();
    expect(await anna.main()).toMatch(
      /har rettet oplysningerne\. Det blev rettet \p{L}+ den \d+\. \p{L}+ \d{4}\./u,
    );
    await isSound(anna);
    await anna.goTo('/beskeder');
    const letter = anna.page.getByRole('link', { name: /har rettet oplysninger om dig/ }).first();
    await letter.click();
    await anna.page.getByRole('link', { name: 'Se anmodningen' }).click();
    expect(await anna.heading()).toBe('Anmodning om rettelse');
    await anna.close();
  });

  it('say why nothing is corrected, and how one complains', async () => {
    cpr().set({ refuse: { code: 'notWrong', times: 1 } });
    const anna = await faces.visitor('anna');
    const client = await faces.system.citizen(ANNA);
    const { items } = await client.read<{
      readonly items: readonly { readonly id?: string; readonly service?: string }[];
    }>('/v1/disclosures?limit=100');
    const disclosure = items.find(({ service }) => service === 'cpr.registerMove')!.id;
    const order = { disclosure, wrong: 'Der står 3. sal.', right: 'Jeg bor i stuen.' };
    const { id } = (await client.post('/v1/corrections', order)).body as { readonly id: string };
    await until(async () => {
      await anna.goTo(`${LIST}/${id}`);
      return (await anna.main()).includes('retter ikke oplysningerne.');
    }, 'the refusal');
    expect(await anna.main()).toContain('Myndigheden har undersøgt oplysningerne');
    const complaint = anna.page.getByRole('link', { name: 'Klag til Datatilsynet på datatilsynet.dk' });
    expect(await complaint.getAttribute('href')).toBe('https://www.datatilsynet.dk');
    await isSound(anna);
    await anna.close();
    const inEnglish = await faces.visitor('anna', { locale: 'en-GB' });
    await inEnglish.goTo(`${LIST}/${id}`);
    expect(await inEnglish.main()).toContain(
      'The Civil Registration System (CPR) will not correct the data.',
    );
    await inEnglish.close();
  });
});
