import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const EVA = '7105903456';
const GUARDIAN = '6110851234';

/** Anna lets her mother Eva act for her; Eva does, Anna sees it, and withdraws the mandate. */
describe('pages of mandates', () => {
  let faces: FacesUnderTest;
  let anna: Visitor;
  let eva: Visitor;
  const lastDay = new Date(Date.now() + 200 * 864e5);

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    anna = await faces.visitor('anna', { unscripted: true });
    eva = await faces.visitor('eva', { unscripted: true });
  }, STARTING);

  afterAll(async () => {
    await anna?.close();
    await eva?.close();
    await faces?.close();
  });

  const fill = async (label: string, text: string) => anna.page.getByLabel(label).fill(text);

  it('ask for what is missing, and say what does not fit, at the fields', async () => {
    await anna.goTo('/fuldmagter');
    expect(await anna.main()).toContain('Der er ingen, der må handle for dig.');
    await anna.page.getByRole('link', { name: 'Giv en fuldmagt' }).click();
    expect(await anna.findings()).toEqual([]);
    await anna.press('Fortsæt');
    expect(await anna.page.title()).toMatch(/^Fejl: /);
    expect(await anna.main()).toContain('Skriv personens CPR-nummer.');
    expect(await anna.findings()).toEqual([]);

    await fill('Hvad hedder den, der skal handle for dig?', 'Eva Holm');
    await fill('Hvad er personens CPR-nummer?', '12');
    await anna.page.getByLabel('Alle forløb, hvor en anden kan handle for mig').check();
    const until = anna.page.locator('[data-field="until"]');
    await until.getByLabel('Dag').fill('1');
    await until.getByLabel('Måned').fill('1');
    await until.getByLabel('År').fill('2020');
    await anna.press('Fortsæt');
    expect(await anna.main()).toContain('Skriv et CPR-nummer med ti cifre.');
    expect(await anna.findings()).toEqual([]);
    await fill('Hvad er personens CPR-nummer?', EVA);
    await anna.press('Fortsæt');
    expect(await anna.main()).toContain('Vælg den første dag eller en senere dag.');
  });

  it('say in words what is given, take it back to be changed, give it, and receipt it', async () => {
    const until = anna.page.locator('[data-field="until"]');
    await until.getByLabel('Dag').fill(String(lastDay.getDate()));
    await until.getByLabel('Måned').fill(String(lastDay.getMonth() + 1));
    await until.getByLabel('År').fill(String(lastDay.getFullYear()));
    await anna.press('Fortsæt');
    expect(await anna.heading()).toBe('Se det igennem, før du giver fuldmagten');
    expect(await anna.main()).toContain('Eva Holm må handle for dig fra');
    expect((await anna.page.locator('main dd').last().innerText()).charAt(0)).toMatch(/[MTOFLS]/);
    expect(await anna.findings()).toEqual([]);
    await anna.press('Ret noget');
    expect(await anna.page.getByLabel('Hvad er personens CPR-nummer?').inputValue()).toBe(EVA);
    expect(await until.getByLabel('År').inputValue()).toBe(String(lastDay.getFullYear()));
    await anna.press('Fortsæt');
    await anna.press('Giv fuldmagten');
    expect(anna.path).toMatch(/\/kvittering$/);
    expect(await anna.main()).toContain('Eva Holm må handle for dig.');
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByRole('link', { name: 'Se dine fuldmagter' }).click();
    expect(await anna.main()).toContain('Du har givet fuldmagt. Det gælder fra');
    expect(await anna.main()).toContain('CPR-nummer 710590-****');
    expect(await anna.findings()).toEqual([]);
  });

  it('let who holds it act, with what there is to begin for the other, and a banner on every page', async () => {
    await eva.goTo('/beskeder');
    await eva.page.getByRole('link', { name: /har givet dig fuldmagt$/ }).click();
    expect(await eva.findings()).toEqual([]);
    await eva.page.getByRole('link', { name: 'Se fuldmagterne' }).click();
    expect(await eva.findings()).toEqual([]);
    await eva.press('Handl for anna');
    expect(await eva.page.locator('.acts-for').innerText()).toContain('Du handler for anna.');
    await eva.goTo('/start');
    expect(await eva.main()).toContain('Her står det, du kan begynde for anna.');
    expect(await eva.findings()).toEqual([]);
    await eva.begin('relocating');
    expect(eva.path).toMatch(/^\/forloeb\//);
    expect(await eva.page.locator('.acts-for').innerText()).toContain('Du handler for anna.');
  });

  it('show the giver who acted', async () => {
    await anna.goTo(eva.path);
    expect(await anna.main()).toContain('Eva Holm begyndte forløbet for dig.');
  });

  it('say when it was not in force, because a death had been registered by mistake', async () => {
    const { system } = faces;
    await system.report('cpr', 'cpr.guardianshipRegistered', {
      person: EVA,
      guardian: GUARDIAN,
      from: '2020-01-01',
    });
    await system.report('cpr', 'cpr.deathRegistered', {
      person: EVA,
      diedOn: system.day(-3),
      municipality: '0461',
    });
    await anna.goTo('/fuldmagter');
    expect(await anna.main()).toContain('Der er ingen, der må handle for dig.');
    await system.report('cpr', 'cpr.deathRecordReversed', { person: EVA, reversedOn: system.day() });
    await anna.goTo('/fuldmagter');
    expect(await anna.main()).toContain('Du har givet fuldmagt. Det gælder fra');
    const { path: journey } = eva;
    await eva.goTo('/fuldmagter');
    expect(await eva.main()).toMatch(
      /Det gjaldt ikke fra .* til .*, fordi du ved en fejl var registreret som død\./,
    );
    expect(await eva.findings()).toEqual([]);
    await eva.goTo(journey);
  });

  it('withdraw it when that is confirmed, and tell whoever acts that they act for themselves again', async () => {
    await anna.goTo('/fuldmagter');
    await anna.page.getByRole('link', { name: /^Træk fuldmagten tilbage/ }).click();
    expect(await anna.heading()).toBe('Vil du trække fuldmagten tilbage?');
    expect(await anna.findings()).toEqual([]);
    await anna.press('Træk fuldmagten tilbage');
    expect(await anna.main()).toContain('Fuldmagten gælder ikke længere.');
    expect(await anna.main()).toContain('Der er ingen, der må handle for dig.');
    expect(await anna.findings()).toEqual([]);

    expect(await eva.goTo(eva.path)).toBe(403);
    expect(await eva.heading()).toBe('Du handler ikke længere for anna');
    expect(await eva.findings()).toEqual([]);
    await eva.goTo('/');
    expect(await eva.page.locator('.acts-for').count()).toBe(0);
    await eva.goTo('/beskeder');
    expect(await eva.main()).toContain('anna har trukket fuldmagten tilbage');
    expect(await eva.findings()).toEqual([]);
  });
});
