import { fileURLToPath } from 'node:url';
import { addPeriod, dateAt, dateInWords } from '#calendar';
import { FACE_ADDRESS } from '../../apps/web/test/held-session.js';
import { until } from '../support/index.js';
import { STARTING } from '../e2e/api/system.js';
import { readCalendar } from '../e2e/overview/read-calendar.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const JOURNEYS = fileURLToPath(new URL('../e2e/overview/journeys', import.meta.url));
const [ANNA, BO] = ['6110851234', '6204862345'];
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 640 }, unscripted: true };

describe('all that is somebody’s, on one page', () => {
  const today = dateAt(Date.now());
  const day = addPeriod(today, 'P5D');
  let faces: FacesUnderTest;

  const text = (visitor: Visitor) => visitor.page.locator('main').innerText();
  const section = (visitor: Visitor, heading: string) =>
    visitor.page.locator('section', {
      has: visitor.page.getByRole('heading', { name: heading, exact: true }),
    });
  const isSound = async (visitor: Visitor): Promise<void> => expect(await visitor.findings()).toEqual([]);

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS);
    const simulated = (authority: string) => faces.system.simulated(authority).people;
    simulated('kommune').answer('bookPassport', ANNA, { appointment: day, place: 'Borgerservice, Rådhuset' });
    simulated('kommune').answer('assessLateNotice', ANNA, {
      fined: true,
      fine: 1000,
      grounds: 'Du meldte flytningen for sent.',
      decidedOn: today,
      decision: 'K-77',
    });
    simulated('udbetalingDanmark').answer('applyHousingBenefit', ANNA, {
      granted: true,
      monthlyAmount: 1180,
      from: day,
      decidedOn: today,
      decision: 'UDK-1',
      grounds: 'Din husleje er høj.',
    });
  }, 2 * STARTING);

  afterAll(() => faces?.close());

  it('leads whoever has nothing to what we can help with', async () => {
    const eva = await faces.visitor('eva', WIDE);
    await eva.goTo('/');
    expect(await text(eva)).toContain('Du har ingen forløb i gang.');
    await isSound(eva);
    await eva.close();
  });

  it('says what is to be done by when, what was decided, and what is paid, wide and narrow', async () => {
    const anna = await faces.visitor('anna', WIDE);
    await anna.begin('affairs');
    await anna.goTo('/');
    expect(await section(anna, 'Det venter på dig').innerText()).toContain('Senest ');
    await isSound(anna);

    const client = await faces.system.citizen(ANNA);
    const { body } = await client.get('/v1/journeys');
    const [{ id }] = (body as { readonly items: readonly [{ readonly id: string }] }).items;
    await client.submit(id, 'telling', 'submit', { partner: BO, address: ADDRESS, day: today });
    await until(async () => {
      await anna.goTo('/');
      const shown = await text(anna);
      return ['Dine aftaler', 'Det får du udbetalt', 'Du har betalt', '1.000 kr.'].every(part =>
        shown.includes(part),
      );
    }, 'everything to be told');
    expect(await section(anna, 'Dine aftaler').innerText()).toContain(`Pas: ${dateInWords(day).da}`);
    // Named once, and not under each of the two.
    expect(await section(anna, 'Afgørelser').getByRole('link', { name: 'Sager', exact: true }).count()).toBe(
      1,
    );
    const decisions = await section(anna, 'Afgørelser').innerText();
    expect(decisions).toContain('Boligstøtte: Ja');
    expect(decisions).toContain('Din husleje er høj.');
    // Authorities write in Danish: it is marked so wherever the page is in English.
    expect(await section(anna, 'Afgørelser').locator('[lang="da"]').allInnerTexts()).toContain(
      'Din husleje er høj.',
    );
    expect(decisions).toContain('Du kan klage til og med');
    expect(decisions).toContain('Sen anmeldelse: du får en bøde');
    expect(decisions).toContain('Du kan ikke klage over en bøde.');
    expect(await section(anna, 'Det får du udbetalt').innerText()).toContain('1.180 kr. om måneden fra');
    expect(await section(anna, 'Betalinger').innerText()).toContain('Du skal betale 1.000 kr.');
    await isSound(anna);
    await section(anna, 'Afgørelser').getByRole('link', { name: 'Klag, hvis du er uenig' }).click();
    expect(anna.path).toBe(`/forloeb/${id}/opgaver/underWay.rent.granted`);
    await anna.close();

    const narrow = await faces.visitor('anna', NARROW);
    await narrow.goTo('/');
    await isSound(narrow);
    await narrow.close();
  });

  it('presses nobody after a loss: what there is to do stands with its journey', async () => {
    const bo = await faces.visitor('bo', WIDE);
    await bo.begin('loss');
    await bo.goTo('/');
    const shown = await text(bo);
    expect(shown).not.toContain('Det venter på dig');
    expect(await section(bo, 'I gang').innerText()).toContain('Fortæl os det, når du er klar');
    await isSound(bo);
    await bo.close();
  });

  it('gives a private address for the calendar once, and closes it', async () => {
    const anna = await faces.visitor('anna', NARROW);
    await anna.goTo('/indstillinger');
    await isSound(anna);
    await anna.press('Lav en privat adresse');
    expect(await anna.heading()).toBe('Din private adresse');
    await isSound(anna);
    const address = await anna.page.getByLabel('Adresse', { exact: true }).inputValue();
    // Whatever `Host` the browser has sent.
    const [, path] = new RegExp(`^${FACE_ADDRESS}(/kalender/[\\w-]{43}/kalender\\.ics)$`).exec(address) ?? [];
    const reached = `${faces.address}${path}`;
    // As a calendar program fetches it: nobody is signed in.
    const fetched = await fetch(reached);
    expect(fetched.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(readCalendar(await fetched.text()).map(({ SUMMARY }) => SUMMARY)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Aftale i sag /)]),
    );
    await anna.goTo('/indstillinger');
    expect(await text(anna)).toContain('Du lavede adressen');
    expect(await anna.page.content()).not.toContain(address.split('/').at(-2));
    await anna.press('Luk adressen');
    expect(await text(anna)).toContain('Adressen er lukket.');
    expect((await fetch(reached)).status).toBe(404);
    await anna.close();
  });
});
