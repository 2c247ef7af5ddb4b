import { type Locator } from 'playwright-core';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor, type VisitorOptions } from './visitor.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const DAY = 86_400_000;
const UNSCRIPTED = { javaScriptEnabled: false };

describe('the form of a task', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  const begin = async (
    options: VisitorOptions,
  ): Promise<{ anna: Visitor; journey: string; task: string }> => {
    const anna = await faces.visitor('anna', options);
    await anna.goTo('/start/relocating');
    await anna.page.getByRole('button', { name: 'Begynd', exact: true }).click();
    const journey = anna.path;
    return { anna, journey, task: `${journey}/opgaver/declareMove` };
  };
  const date = async ({ page }: Visitor, day: string, month: string, year: string) => {
    await page.getByLabel('Dag', { exact: true }).fill(day);
    await page.getByLabel('Måned', { exact: true }).fill(month);
    await page.getByLabel('År', { exact: true }).fill(year);
  };

  it('is filled in page by page without scripts, checked, sent, and receipted', async () => {
    const { anna, journey, task } = await begin(UNSCRIPTED);
    const { page } = anna;
    await anna.goTo(task);

    await anna.press('Fortsæt');
    expect(await page.title()).toMatch(/^Fejl: /);
    expect(await page.locator('[data-focus] a').allInnerTexts()).toEqual(
      ['Ny adresse: Udfyld feltet.', 'Flyttedag: Skriv en dato, f.eks. lørdag den 27. marts 2027.'].map(
        expectedStart,
      ),
    );

    await page.getByLabel('Ny adresse').fill('Strandvejen 8, 8240 Risskov');
    await date(anna, '31', '2', '2027');
    await anna.press('Fortsæt');
    expect(await page.locator('#felt-date-error').innerText()).toContain('Skriv en dato');
    expect(await page.getByLabel('Ny adresse').inputValue()).toBe('Strandvejen 8, 8240 Risskov');

    await date(anna, '1', '3', '2027');
    await anna.press('Fortsæt');
    expect(await page.locator('.step').innerText()).toBe('Trin 2 af 3');

    // What is asked only if something else is so comes once that is so.
    expect(await page.getByLabel('Hvor mange dyr').count()).toBe(0);
    await page.getByLabel('Ja').check();
    await anna.press('Fortsæt');
    expect(await page.title()).not.toMatch(/^Fejl: /);
    const told = page.locator('main [role=alert]');
    expect(await told.innerText()).toContain('Dit svar giver et spørgsmål mere');
    await told.getByRole('link', { name: 'Hvor mange dyr' }).click();
    expect(anna.path).toMatch(/#felt-animals$/);
    await page.getByLabel('Hvor mange dyr').fill('ni');
    await anna.press('Fortsæt');
    expect(await page.locator('#felt-animals-error').innerText()).toContain('Skriv et helt tal.');
    await page.getByLabel('Hvor mange dyr').fill('2');
    await anna.press('Fortsæt');

    expect(await page.locator('.step').innerText()).toBe('Trin 3 af 3');
    await page
      .getByLabel('Lejekontrakt')
      .setInputFiles({ name: 'kat.jpg', mimeType: 'image/jpeg', buffer: JPEG });
    await anna.press('Fortsæt');
    expect(await page.locator('#felt-lease-error').innerText()).toContain('Vælg en fil af en anden type.');
    await page
      .getByLabel('Lejekontrakt')
      .setInputFiles({ name: 'Kontrakt æ.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page
      .getByLabel('Andre papirer')
      .setInputFiles({ name: 'nøgle.jpg', mimeType: 'image/jpeg', buffer: JPEG });
    await anna.press('Fortsæt');

    expect(await anna.heading()).toBe('Se dine svar igennem');
    expect(await page.locator('main dd').allInnerTexts()).toEqual(
      expect.arrayContaining([
        'Strandvejen 8, 8240 Risskov',
        'Mandag den 1. marts 2027',
        '2',
        'Kontrakt æ.pdf',
        'nøgle.jpg',
      ]),
    );
    // Mending one answer leads back to all of them.
    await page.getByRole('link', { name: 'Ret ny adresse' }).click();
    await page.getByLabel('Ny adresse').fill('Strandvejen 10, 8240 Risskov');
    await anna.press('Fortsæt');
    expect(await anna.heading()).toBe('Se dine svar igennem');

    await anna.press('Send');
    expect(anna.path).toMatch(new RegExp(`^${journey}/kvitteringer/`));
    expect(await anna.heading()).toBe('Kvittering');
    const receipt = await page.locator('main').innerText();
    for (const part of ['Strandvejen 10, 8240 Risskov', 'FRA-', 'Meld flytning'])
      expect(receipt).toContain(part);

    await anna.goTo(`${journey}/kvitteringer`);
    await page.getByRole('link', { name: 'Meld flytning' }).click();
    expect(await anna.heading()).toBe('Kvittering');

    // Going back and sending again sends nothing twice, and says so kindly.
    expect(await anna.goTo(`${task}/tjek`)).toBe(409);
    expect(await anna.heading()).toBe('Opgaven er ikke åben længere');
    await anna.close();
  });

  it('keeps what is typed by itself, and asks what has come to be asked, while one types on', async () => {
    const { anna, task } = await begin({});
    const { page } = anna;
    await anna.goTo(task);
    await page.getByLabel('Ny adresse').fill('Strandvejen');
    await page.getByText('Gemt kl.').waitFor();
    await page.keyboard.type(' 8');
    expect(await page.locator(':focus').getAttribute('id')).toBe('felt-address');
    expect(await page.getByLabel('Ny adresse').inputValue()).toBe('Strandvejen 8');
    await date(anna, '1', '3', '2027');
    await anna.press('Fortsæt');
    await page.getByLabel('Ja').check();
    await page.getByLabel('Hvor mange dyr').waitFor();
    expect(await page.getByLabel('Ja').isChecked()).toBe(true);
    expect(await anna.findings()).toEqual([]);
    await page.getByLabel('Nej').check();
    await page.getByLabel('Hvor mange dyr').waitFor({ state: 'detached' });
    await anna.goTo(task);
    expect(await page.getByLabel('Ny adresse').inputValue()).toBe('Strandvejen 8');
    await anna.close();
  });

  it('says why a page is shown again that asks for more, in either language, before anything else', async () => {
    const { anna, task } = await begin({ unscripted: true });
    await anna.goTo(task);
    await anna.page.getByLabel('Ny adresse').fill('Strandvejen 8');
    await date(anna, '1', '3', '2027');
    for (let page = 0; page < 3; page += 1) await anna.press('Fortsæt');
    await anna.page.getByRole('link', { name: 'Ret har du dyr' }).click();
    await anna.page.getByLabel('Ja').check();
    await anna.press('Fortsæt');
    expect(await anna.findings()).toEqual([]);
    // Whoever came to mend one answer goes back to all of them when more was asked.
    await anna.page.getByLabel('Hvor mange dyr').fill('2');
    await anna.press('Fortsæt');
    expect(await anna.heading()).toBe('Se dine svar igennem');
    // By script, what was told has the focus.
    const scripted = await anna.context.newPage();
    await scripted.goto(`${anna.address}${task}?side=2&nye=animals&nye=lease&nye=nothing`);
    const first = scripted.locator(':focus');
    expect(await first.innerText()).toContain('Dit svar giver et spørgsmål mere');
    expect(await first.getByRole('link').allInnerTexts()).toEqual(['Hvor mange dyr']);
    await anna.context.addCookies([{ name: 'overgang-language', value: 'en', url: anna.address }]);
    await scripted.goto(`${anna.address}${task}?side=2&nye=animals&nye=pets`);
    expect(await first.innerText()).toContain('Your answer leads to more questions');
    expect(await first.getByRole('link').allInnerTexts()).toEqual([
      'Do you have animals',
      'How many animals',
    ]);
    expect(await anna.findings()).toEqual([]);
    await anna.close();
  });

  it('moves the focus to what is wrong, and is without finding then', async () => {
    const { anna, task } = await begin({});
    await anna.goTo(task);
    await anna.press('Fortsæt');
    expect(await anna.page.locator(':focus').innerText()).toContain('Der er noget, du skal rette');
    await anna.page.getByRole('link', { name: /^Flyttedag/ }).click();
    expect(await anna.page.locator(':focus').getAttribute('id')).toBe('felt-date-day');
    expect(await anna.findings()).toEqual([]);
    await anna.close();
  });

  it('is done by keyboard alone, from the start of a journey to the receipt', async () => {
    const anna = await faces.visitor('anna');
    const { page } = anna;
    const { keyboard } = page;
    const tabTo = async (what: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      for (let steps = 0; steps < 60; steps += 1) {
        await keyboard.press(key);
        const { name, isSeen } = await page.evaluate(focused);
        expect({ at: anna.path, name, isSeen }).toEqual({ at: anna.path, name, isSeen: true });
        if (what.test(name)) return;
      }
      throw new Error(`No ${what} is reached by the tabulator on ${anna.path}.`);
    };
    const pressed = async (key: 'Enter' | 'Space', next: Locator) => {
      await keyboard.press(key);
      await next.waitFor();
    };
    await anna.goTo('/start/relocating');
    await tabTo(/ Begynd$/);
    await pressed('Space', page.getByRole('link', { name: 'Gå i gang' }));
    await tabTo(/Gå i gang/);
    await pressed('Enter', page.getByLabel('Ny adresse'));
    await tabTo(/felt-address/);
    await keyboard.type('Strandvejen 8');
    for (const [unit, text] of [
      ['day', '1'],
      ['month', '3'],
      ['year', '2027'],
    ]) {
      await tabTo(new RegExp(`felt-date-${unit}`));
      await keyboard.type(text!);
    }
    // Nothing holds the focus: it comes to the end of the page, begins anew, and goes back as well.
    await tabTo(/Gå til sidens/);
    await tabTo(/felt-date-year/, 'Shift+Tab');
    await pressed('Enter', page.getByText('Trin 2 af 3'));
    await tabTo(/felt-pets/);
    await pressed('Space', page.getByLabel('Hvor mange dyr'));
    await tabTo(/felt-animals/);
    await keyboard.type('2');
    await tabTo(/Fortsæt/);
    await pressed('Enter', page.getByText('Trin 3 af 3'));
    await tabTo(/Fortsæt/);
    await pressed('Enter', page.getByRole('heading', { name: 'Se dine svar igennem' }));
    await tabTo(/Send/);
    await pressed('Space', page.getByRole('heading', { name: 'Kvittering' }));
    await anna.close();
  });

  it('is shown again, with nothing lost, when the case has moved on meanwhile', async () => {
    const { anna, journey, task } = await begin(UNSCRIPTED);
    await fillIn(anna, task);
    const number = journey.split('/')[2]!;
    const client = await faces.system.citizen('6110851234');
    const draft = await client.read<{
      data: object;
    }>(`/v1/journeys/${number}/tasks/declareMove/draft`);
    // Somebody does the task in another window: of what this one knows, the version is old.
    await anna.page
      .locator('input[name=version]')
      .first()
      .evaluate(input => {
        (input as unknown as { value: string }).value = 'AAAAAAAAAAAAAAAAAAAAAA';
      });
    await anna.press('Send');
    expect(await anna.page.locator('.alert-heading').first().innerText()).toBe(
      'Der er sket noget i dit forløb',
    );
    expect(await anna.page.locator('main').innerText()).toContain('Strandvejen 8');
    expect((await client.get(`/v1/journeys/${number}/tasks/declareMove/draft`)).body).toMatchObject(draft);
    await anna.press('Send');
    expect(await anna.heading()).toBe('Kvittering');
    await anna.close();
  });

  it('sends an answer without data by its own button, and tells what cancelling would undo', async () => {
    const { anna, journey, task } = await begin(UNSCRIPTED);
    // So soon that CPR takes it.
    await fillIn(anna, task, new Date(Date.now() + 5 * DAY));
    await anna.press('Send');
    await anna.goTo(`${journey}/opgaver/underWay.doctor.choosing`);
    await anna.page.getByRole('link', { name: 'Behold min læge' }).click();
    await anna.press('Behold min læge');
    expect(await anna.heading()).toBe('Kvittering');

    await until(async () => {
      await anna.goTo(`${journey}/annuller`);
      return anna.page.getByText('Det bliver trukket tilbage').isVisible();
    }, 'something to undo');
    await anna.press('Ja, annuller forløbet');
    expect(anna.path).toBe(journey);
    await until(async () => {
      await anna.goTo(journey);
      return anna.page.getByText('Forløbet er annulleret').isVisible();
    }, 'the journey to be cancelled');

    // Whoever asks once more is told why not, and led back.
    expect(await anna.goTo(`${journey}/annuller`)).toBe(409);
    expect(await anna.heading()).toBe('Forløbet er afsluttet');
    await anna.page.getByRole('link', { name: /^Til forløbet/ }).click();
    expect(anna.path).toBe(journey);
    await anna.close();
  });

  it('holds out what was answered in another case, and fills it in only when told to', async () => {
    const { anna: before, task: earlier } = await begin(UNSCRIPTED);
    await fillIn(before, earlier);
    await before.press('Send');
    await before.close();
    const { anna, task } = await begin({ unscripted: true });
    await anna.goTo(task);
    const day = anna.page.getByLabel('Dag', { exact: true });
    const held = anna.page.locator('.earlier-answer');
    expect(await held.innerText()).toMatch(/^Fra Fraflytning, FRA-.*: Mandag den 1\. marts 2027 Brug det/s);
    expect(await day.inputValue()).toBe('');
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByLabel('Ny adresse').fill('Strandvejen 8');
    await anna.page.getByRole('button', { name: /^Brug det ?: Flyttedag$/ }).click();
    expect(anna.path).toBe(`${task}#felt-date-day`);
    expect(await day.inputValue()).toBe('1');
    expect(await anna.page.getByLabel('Ny adresse').inputValue()).toBe('Strandvejen 8');
    expect(await held.count()).toBe(0);
    await anna.close();
  });

  const fillIn = async (visitor: Visitor, task: string, day = new Date('2027-03-01')) => {
    await visitor.goTo(task);
    await visitor.page.getByLabel('Ny adresse').fill('Strandvejen 8');
    await date(visitor, `${day.getUTCDate()}`, `${day.getUTCMonth() + 1}`, `${day.getUTCFullYear()}`);
    for (let page = 0; page < 3; page += 1) await visitor.press('Fortsæt');
  };
});

/** The API says what would be right; the beginning of it is enough. */
const expectedStart = (text: string): unknown => expect.stringContaining(text.slice(0, 25));

/** In the browser: id and text of what has the focus, and whether it is seen to (WCAG 2.4.7); of a radio button or checkbox its label shows that. */
function focused(): { readonly name: string; readonly isSeen: boolean } {
  const element = document.activeElement as HTMLElement;
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
  const looks = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])];
  return {
    name: `${element.id} ${element.innerText}`,
    // At the end of the page nothing on it has the focus.
    isSeen:
      element === document.body ||
      looks.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
      ),
  };
}
