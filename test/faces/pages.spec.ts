import { fileURLToPath } from 'node:url';
import { type Request } from 'playwright-core';
import { until } from '../support/index.js';
import { type Client } from '../e2e/api/client.js';
import { STARTING } from '../e2e/api/system.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
/** A phone held upright, the narrowest that WCAG 2.2 asks for (1.4.10). */
const NARROW = { viewport: { width: 320, height: 640 } };
const WIDE = { viewport: { width: 1280, height: 900 } };

describe('the pages for citizens', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  const cpr = () => faces.system.simulated('cpr').knobs;
  const cprAnswers = (): void => {
    cpr().set({});
    faces.system.authorities.simulations.lateAnswers.release('cpr');
  };

  /** Declares a move as soon as that can be done. */
  const declare = async (client: Client, id: string, more: object = {}): Promise<void> => {
    const declaring = await until(async () => {
      const { tasks } = await client.journey(id);
      return tasks.find(({ task }) => task === 'declareMove');
    }, 'the move to be declared');
    await client.submit(id, 'declareMove', 'submit', {
      ...(declaring.prefill as object),
      address: 'Strandvejen 8, 8240 Risskov',
      date: faces.system.day(20),
      tenure: 'owner',
      ...more,
    });
  };

  it('are open to all where nobody need sign in, and lead to the sign-in elsewhere', async () => {
    const nobody = await faces.visitor();
    for (const path of ['/', '/start', '/start/moving', '/hjaelp', '/tilgaengelighed']) {
      expect({ path, status: await nobody.goTo(path), found: await nobody.findings() }).toEqual({
        path,
        status: 200,
        found: [],
      });
    }
    await nobody.goTo('/beskeder');
    expect(nobody.path).toBe('/log-paa?til=%2Fbeskeder');
    await nobody.close();
  });

  it.each([
    ['at 1280 px, with scripts', { ...WIDE }],
    ['at 390 px, without', { viewport: { width: 390, height: 844 }, unscripted: true }],
    ['at 320 px, in English', { ...NARROW, locale: 'en-GB' }],
  ])('tell before the sign-in how journeys are made and how they go: %s', async (_, options) => {
    const nobody = await faces.visitor(undefined, options);
    for (const path of [
      '/saadan-bliver-forloebene-til',
      '/start/bereavement',
      ...['', '?del=2', '?del=3', '?del=99'].map(part => `/start/moving/eksempel${part}`),
      '/start/bereavement/eksempel?del=2',
    ]) {
      expect({ path, status: await nobody.goTo(path), found: await nobody.findings() }).toEqual({
        path,
        status: 200,
        found: [],
      });
    }
    await nobody.close();
  });

  it.each([
    ['wide, with scripts', { ...WIDE }],
    ['narrow, without', { ...NARROW, unscripted: true }],
  ])('have nothing that axe finds wrong, and never scroll sideways: %s', async (_, options) => {
    const anna = await faces.visitor('anna', options);
    const path = await anna.beginToATask('moving');
    const task = `${path}/opgaver/declareMove`;
    const pages = [
      '/',
      '/start?q=jeg+skal+flytte',
      '/beskeder',
      '/mine-oplysninger',
      '/mine-oplysninger/rettelser',
      '/mine-oplysninger/udtraek',
      '/mine-oplysninger/noget-er-forkert?myndighed=cpr',
      '/mine-oplysninger/noget-er-forkert?myndighed=ingen',
      '/fuldmagter',
      '/indstillinger',
    ];
    for (const page of [
      ...pages,
      path,
      task,
      `${task}/tjek`,
      `${path}/annuller`,
      `${path}/haendelser`,
      `${path}/kvitteringer`,
    ]) {
      expect({ page, status: await anna.goTo(page), found: await anna.findings() }).toEqual({
        page,
        status: 200,
        found: [],
      });
    }
    await anna.close();
  });

  it('say in plain words what is not there, and lead on', async () => {
    const anna = await faces.visitor('anna');
    for (const path of ['/forloeb/00000000-0000-7000-8000-000000000000', '/nowhere', '/beskeder/none']) {
      expect(await anna.goTo(path)).toBe(404);
      expect(await anna.heading()).toBe('Vi kan ikke finde siden');
      expect(await anna.findings()).toEqual([]);
    }
    await anna.close();
    const olga = await faces.visitor('olga');
    expect(await olga.goTo('/beskeder')).toBe(403);
    expect(await olga.heading()).toBe('Siden er for borgere');
    await olga.close();
  });

  it('say before a journey begins what it costs and who gets what, each at one place', async () => {
    const nobody = await faces.visitor();
    await nobody.goTo('/start/divorce');
    const { page } = nobody;
    expect(await page.locator('main h2').allInnerTexts()).toEqual([
      'Før du begynder',
      'Hvem der kan få dine oplysninger',
      'Ofte stillede spørgsmål',
    ]);
    const costs = page.locator('.row-of-list', { hasText: 'Det koster det' });
    expect(await costs.innerText()).toMatch(/Gebyr for ansøgningen: 825\skr\. til Familieretshuset\./);
    const questions = page.locator('[data-part=questions]');
    expect(await questions.innerText()).not.toMatch(/koster|fortryde|mine oplysninger/);
    await nobody.goTo('/hjaelp');
    expect(await questions.innerText()).toContain('Hvad koster det?');
    await nobody.close();
  });

  it('spare whoever expects a child what is asked only after a loss', async () => {
    const nobody = await faces.visitor();
    await nobody.goTo('/start/having-a-child');
    const asked = nobody.page.locator('details', { hasText: 'Det kan du blive spurgt om' });
    await asked.locator('summary').click();
    const text = await asked.innerText();
    expect(text).toContain('Giv barnet navn');
    expect(text).not.toMatch(/mister|sorg|afsked/i);
    await nobody.close();
  });

  it('give the reason for what they find once, where it is the same for all of it', async () => {
    const nobody = await faces.visitor();
    await nobody.goTo('/start');
    await nobody.page.getByLabel('Skriv det med dine egne ord').fill('jeg skal flytte');
    await nobody.page.getByRole('button', { name: 'Find', exact: true }).click();
    await nobody.page.getByRole('heading', { name: 'Det kan vi hjælpe med' }).waitFor();
    expect(await nobody.page.locator('main .card').count()).toBeGreaterThan(1);
    expect(await nobody.page.getByText('fordi du skrev ”flytte”').count()).toBe(1);
    expect(await nobody.findings()).toEqual([]);
    await nobody.close();
  });

  it('are read in English by whoever chooses it', async () => {
    const anna = await faces.visitor('anna');
    await anna.goTo('/indstillinger');
    await anna.page.getByRole('link', { name: 'English' }).click();
    expect(anna.path).toBe('/indstillinger');
    expect(await anna.heading()).toBe('Settings');
    expect(await anna.page.locator('html').getAttribute('lang')).toBe('en');
    await anna.close();
  });

  it('lead nobody away from here by the way back of the language', async () => {
    const { address } = faces;
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      const response = await fetch(`${address}/sprog/en?til=${encodeURIComponent(back)}`, {
        redirect: 'manual',
      });
      expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    }
  });

  it('take nothing that comes from no form of theirs', async () => {
    const before = await faces.system.citizen('6110851234');
    const count = async () => (await before.read<{ items: unknown[] }>('/v1/journeys')).items.length;
    const earlier = await count();
    const response = await fetch(`${faces.address}/start/moving`, {
      method: 'POST',
      headers: { cookie: 'visitor=anna', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'key=stolen&form-token=forged',
    });
    expect(response.status).toBe(403);
    expect(await count()).toBe(earlier);
  });

  it('weigh less than 300 kB on the first visit, and next to nothing afterwards', async () => {
    const anna = await faces.visitor('anna', WIDE);
    let bytes = 0;
    const sizes: Promise<unknown>[] = [];
    anna.page.on('requestfinished', request => {
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          bytes += responseBodySize;
        }),
      );
    });
    await anna.page.goto(`${faces.address}/start/moving`, { waitUntil: 'networkidle' });
    await Promise.all(sizes);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(300_000);
    const style = await anna.page.locator('link[rel=stylesheet]').first().getAttribute('href');
    const response = await fetch(`${faces.address}${style}`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const earlier = await fetch(`${faces.address}/files/earlier/overgang.css`);
    expect([earlier.status, earlier.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect((await fetch(`${faces.address}/files/earlier/none.css`)).status).toBe(404);
    await anna.close();
  });

  it('are quiet after a loss: nothing is pressed, counted or cheerful', async () => {
    const eva = await faces.visitor('eva', NARROW);
    const path = await eva.beginToATask('having-a-child');
    await eva.page.getByRole('link', { name: 'Gå i gang' }).click();
    await eva.page.getByRole('link', { name: 'Jeg har mistet' }).click();
    await eva.page.getByRole('button', { name: 'Jeg har mistet' }).click();
    await eva.page.getByRole('heading', { name: 'Vi har fået din besked' }).waitFor();
    await until(async () => {
      await eva.goTo(path);
      return (await eva.page.getByText('Jeg har mistet').count()) > 0;
    }, 'the loss to be told');
    const told = await eva.page.locator('main').innerText();
    for (const word of ['Det skal du gøre nu', 'Ulæst', 'Udført']) expect(told).not.toContain(word);
    expect(await eva.page.locator('main strong', { hasText: /^Senest/ }).count()).toBe(0);
    expect(await eva.findings()).toEqual([]);
    await eva.close();
  });

  it('say what is under way before another journey begins, and let it begin all the same', async () => {
    const bo = await faces.visitor('bo', WIDE);
    const path = await bo.beginToATask('moving');
    await bo.goTo('/start/moving');
    await bo.page.getByRole('button', { name: 'Begynd', exact: true }).click();
    await bo.page.getByText('Du er allerede ved at flytte.').waitFor();
    expect(await bo.page.getByRole('link', { name: /^Flytning, FLY-/ }).getAttribute('href')).toBe(path);
    expect(await bo.findings()).toEqual([]);
    await bo.page.getByRole('button', { name: 'Begynd alligevel' }).click();
    await bo.page.waitForURL(/forloeb/);
    expect(bo.path).not.toBe(path);
    await bo.close();
  });

  it('let a yes weigh as much as a no, and say what it is about before it is given', async () => {
    const [anna, bo] = [await faces.system.citizen('6110851234'), await faces.visitor('bo', WIDE)];
    const { id } = await anna.start('moving');
    await declare(anna, id, { partner: '6204862345' });
    const asked = `/forloeb/${id}/opgaver/consents.partner.asking.answering`;
    await until(async () => (await bo.goTo(asked)) === 200, 'the partner to be asked');
    const main = bo.page.locator('main');
    expect(await main.locator('h2, .button').allInnerTexts()).toEqual([
      'Ja, jeg flytter med',
      'Nej, jeg flytter ikke med',
      'Fortsæt',
      'Gem',
    ]);
    expect(await bo.findings()).toEqual([]);
    await bo.follow(main.getByRole('link', { name: 'Ja, jeg flytter med' }));
    const told = await main.innerText();
    for (const part of ['Anna Holm', 'Strandvejen 8, 8240 Risskov', 'Siger du nej', 'Senest'])
      expect(told).toContain(part);
    expect(await bo.findings()).toEqual([]);
    await main.getByRole('button', { name: 'Ja, jeg flytter med' }).click();
    expect(await bo.heading()).toBe('Kvittering');
    await bo.close();
  });

  it('are renewed while one looks, with the focus kept', async () => {
    const anna = await faces.visitor('anna', WIDE);
    cpr().set({ hold: true });
    await anna.begin('moving');
    await anna.page.getByRole('link', { name: 'Hjælp og kontakt' }).first().focus();
    // Only now does CPR answer; nobody loads the page anew.
    cprAnswers();
    await anna.page.getByRole('link', { name: 'Gå i gang' }).waitFor();
    expect(await anna.page.locator('[data-news-told]').textContent()).toBe(
      'Der er sket noget nyt. Siden er opdateret.',
    );
    expect(await anna.page.locator(':focus').innerText()).toBe('Hjælp og kontakt');
    expect(await anna.findings()).toEqual([]);
    await anna.close();
  });

  it('are shown as they were read last, though an earlier reading comes later', async () => {
    const [client, anna] = [await faces.system.citizen('6110851234'), await faces.visitor('anna', WIDE)];
    const { page } = anna;
    cpr().set({ hold: true });
    await anna.begin('moving');
    const id = anna.path.split('/').at(-1)!;
    const readings: Request[] = [];
    const [letFirst, firstMay] = promised();
    await page.route(`**${anna.path}`, async route => {
      const response = await route.fetch();
      if (readings.push(route.request()) === 1) await firstMay;
      // It may have been given up meanwhile.
      await route.fulfill({ response }).catch(() => undefined);
    });
    const [firstOver, firstIsOver] = promised();
    for (const event of ['requestfinished', 'requestfailed'] as const) {
      // Typed for each event apart.
      page.on(event as 'requestfinished', request => request === readings[0] && firstOver());
    }
    cprAnswers();
    await until(() => readings.length === 1, 'the page to be read anew');
    await declare(client, id, { partner: '6204862345' });
    const waiting = page.getByText('Vi venter på svar fra').first();
    await waiting.waitFor();
    letFirst();
    await firstIsOver;
    await page.evaluate(() => new Promise(resolve => void setTimeout(resolve)));
    expect(await waiting.isVisible()).toBe(true);
    await anna.close();
  });
});

function promised(): readonly [resolve: () => void, promise: Promise<void>] {
  let resolve!: () => void;
  const promise = new Promise<void>(done => (resolve = done));
  return [resolve, promise];
}
