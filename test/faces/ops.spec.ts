import { type Route } from 'playwright-core';
import { createLogger } from '#telemetry';
import { startWeb } from '../../apps/web/src/start-web.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { heldSession } from '../../apps/web/test/held-session.js';
import { type Client } from '../e2e/api/client.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const ANNA = '6110851234';
const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const NARROW = { viewport: { width: 320, height: 640 } };
const INCIDENT = '/drift/fejl/cpr.registerMove/answer-breaks-contract';
const AHEAD = 3 * 3600_000;

describe('the pages of ops', () => {
  let faces: FacesUnderTest;
  let anna: Client;

  beforeAll(async () => {
    // The calendar of the journeys is ahead of this machine, as where somebody shows one.
    faces = await startFaces(SAMPLE_JOURNEYS, { clock: { now: () => Date.now() + AHEAD } });
    faces.system.simulated('cpr').knobs.set({ hold: true });
    anna = await faces.system.citizen(ANNA);
  }, STARTING);

  afterAll(() => faces?.close());

  const dispatchOf = (journey: string, status: string) =>
    until(
      async () =>
        (await faces.system.assembly.stores.dispatches.ofJourney(journey)).find(
          each => each.service === 'cpr.registerMove' && each.status === status,
        ),
      `a dispatch of ${journey} to be ${status}`,
    );
  /** A journey whose dispatch was given up. */
  const parked = async (): Promise<string> => {
    const { id } = await anna.start();
    const date = faces.system.day();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    const dispatch = await dispatchOf(id, 'accepted');
    const failure = { code: 'answer-breaks-contract', message: 'for this test' };
    await faces.system.assembly.stores.dispatches.park(dispatch.id, failure);
    return id;
  };
  /** A journey is held at an event that means nothing to it, as if its machine had failed. */
  const hold = async (journey: string): Promise<void> => {
    const { journeys } = faces.system.assembly.stores;
    const { definition, hash, version, state } = (await journeys.load(journey))!;
    const at = Date.now();
    const stimulus = { kind: 'event', event: { type: 'nothing' } };
    const entry = { at, kind: 'held', actor: 'system', subject: 'nothing', entered: [], left: [] } as const;
    const [outcome] = await journeys.commit([
      {
        journey,
        definition,
        hash,
        expects: version,
        at,
        status: 'held',
        state,
        states: [],
        entry: { ...entry, detail: { stimulus } },
        dispatches: [],
        stops: [],
        timers: [],
        timersCleared: [],
        messages: [],
        participants: [],
        departures: [],
        draftsCleared: [],
      },
    ]);
    expect(outcome).toEqual({ kind: 'committed' });
  };
  const tabTo = async ({ page }: Visitor, what: RegExp) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const said = `${await focused.innerText()} ${(await focused.getAttribute('name')) ?? ''}`;
      if (what.test(said)) return;
    }
    throw new Error(`No tab stop is ${String(what)}.`);
  };

  it('begin with what fails and for whom something waits, on a screen and on a phone', async () => {
    await parked();
    for (const options of [{}, NARROW, { unscripted: true }]) {
      const olga = await faces.visitor('olga', options);
      await olga.goTo('/');
      expect(olga.path).toBe('/drift');
      const { page } = olga;
      const row = page.locator('tr', { hasText: 'Svaret passer ikke med kontrakten' });
      expect(await row.innerText()).toMatch(/1/);
      expect(await page.locator('#myndighed-cpr').innerText()).toMatch(
        /Fejler[^]*er opgivet[^]*[MTOFLS]\w+dag den \d+\. \w+ \d{4} kl\.\s\d\d\.\d\d/,
      );
      expect(await page.locator('main').innerText()).not.toMatch(/om \d+ timer/);
      expect(await olga.findings()).toEqual([]);
      await olga.close();
    }
  });

  it('say that their figures are old when they cannot be read anew', async () => {
    const olga = await faces.visitor('olga');
    const { page } = olga;
    await page.clock.install();
    const old = page.getByText('Tallene kunne ikke hentes igen');
    for (const path of ['/drift', '/drift/fejl']) {
      await olga.goTo(path);
      const cutOff = (route: Route) =>
        route.request().resourceType() === 'fetch' ? route.abort() : route.continue();
      await page.route(`**${path}`, cutOff);
      await page.clock.runFor('00:31');
      await old.waitFor();
      expect(await olga.findings()).toEqual([]);

      await page.unroute(`**${path}`, cutOff);
      await page.clock.runFor('00:31');
      await old.waitFor({ state: 'detached' });
    }
    await olga.close();
  });

  it('let all that fails alike be tried again by keyboard alone, with a reason', async () => {
    const journeys = [await parked(), await parked()];
    const olga = await faces.visitor('olga');
    await olga.goTo('/drift');
    await tabTo(olga, /^Se og prøv igen[^]*kontrakten/);
    await olga.page.keyboard.press('Enter');
    await olga.page.waitForURL(`**${INCIDENT}`);
    expect(await olga.findings()).toEqual([]);

    await tabTo(olga, /begrundelse/);
    await olga.page.keyboard.press('Enter');
    await olga.page.waitForSelector('[data-focus]');
    expect(await olga.page.title()).toMatch(/^Fejl: /);
    expect(await olga.findings()).toEqual([]);
    await olga.page.keyboard.press('Tab');
    await olga.page.keyboard.press('Enter');
    expect(await olga.page.locator(':focus').getAttribute('id')).toBe('begrundelse');
    await olga.page.keyboard.type('Kontrakten er rettet');
    await olga.page.keyboard.press('Enter');
    await olga.page.waitForURL('**proevet=*');
    expect(await olga.page.locator('main').innerText()).toMatch(/\d+ henvendelser bliver sendt igen nu/);
    expect(await olga.findings()).toEqual([]);
    for (const journey of journeys) await dispatchOf(journey, 'accepted');

    await olga.goTo(INCIDENT);
    expect(await olga.page.locator('main').innerText()).toContain('Der er intet at prøve igen');
    await olga.close();
  });

  it('do the same without scripts, and show each request by itself', async () => {
    const journey = await parked();
    const olga = await faces.visitor('olga', { javaScriptEnabled: false });
    const { page } = olga;
    await olga.goTo('/drift/fejl');
    await page.getByRole('link', { name: /^Se og prøv igen/ }).click();
    await page.getByRole('link', { name: 'Se henvendelserne enkeltvis' }).click();
    expect(olga.path).toContain('aarsag=answer-breaks-contract');
    expect(await page.getByLabel('Årsag').inputValue()).toBe('answer-breaks-contract');
    await page.getByLabel('Status').selectOption({ label: 'Besvaret' });
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    expect(await page.locator('main').innerText()).toContain('Ingen henvendelser passer.');
    await page.getByLabel('Status').selectOption({ label: 'Opgivet' });
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByRole('link', { name: /^Prøv igen eller spring over/ }).click();
    expect(olga.path).toMatch(new RegExp(`^/drift/henvendelser/${journey}-\\d+$`));
    await page.locator('.row-of-list', { hasText: 'Sag' }).getByRole('link').click();
    expect(olga.path).toBe(`/drift/sager/${journey}`);
    await olga.goTo(INCIDENT);
    await page.getByLabel('Hvorfor skal de prøves igen?').fill('Rettet');
    await page.getByRole('button', { name: 'Prøv 1 henvendelse igen' }).click();
    expect(await page.locator('main').innerText()).toContain('1 henvendelse bliver sendt igen nu.');
    await dispatchOf(journey, 'accepted');
    await olga.close();
  });

  it.each([
    ['wide, with scripts', {}],
    ['narrow, without', { ...NARROW, javaScriptEnabled: false }],
  ])('pause an authority and ask it again, each with what it leads to: %s', async (_, options) => {
    const olga = await faces.visitor('olga', options);
    const { page } = olga;
    const isSound = async () => {
      if (!('javaScriptEnabled' in options)) expect(await olga.findings()).toEqual([]);
    };
    await parked();
    await olga.goTo('/drift');
    await page.locator('#myndighed-cpr').getByRole('heading').getByRole('link').click();
    expect(olga.path).toBe('/drift/myndigheder/cpr');
    expect(await olga.main()).toContain('Vi spørger ikke om noget, før pausen bliver ophævet.');
    await isSound();
    await olga.press('Sæt på pause');
    expect(await olga.main()).toContain('Skriv hvorfor, med mindst tre tegn.');
    await isSound();
    await page.getByLabel('Hvorfor skal myndigheden ikke spørges?').fill('Opdaterer til kl. 22');
    await olga.press('Sæt på pause');
    expect(await olga.main()).toContain('Opdaterer til kl. 22');
    if (!('javaScriptEnabled' in options))
      expect(await page.locator(':focus').innerText()).toContain('Sat på pause');
    await isSound();
    // The order to try anew what fails says that it waits all the same.
    await olga.goTo(INCIDENT);
    expect(await olga.main()).toContain('Henvendelser hertil bliver først sendt, når pausen bliver ophævet');
    await isSound();
    await page.locator('main').getByRole('link', { name: 'CPR' }).first().click();
    expect(await page.getByLabel('Prøv også dem, der er opgivet').isChecked()).toBe(false);
    await page.getByLabel('Hvorfor skal myndigheden spørges igen?').fill('De er færdige');
    await olga.press('Ophæv pausen');
    expect(olga.path).toMatch(/^\/drift\/myndigheder\/cpr\?proevet=/);
    expect(await olga.main()).not.toContain('Opdaterer til kl. 22');
    await isSound();
    expect(await olga.goTo('/drift/myndigheder/ingen')).toBe(404);
    await olga.close();
  });

  it('find the cases that stand still, and let them go on', async () => {
    const { id } = await anna.start();
    const olga = await faces.visitor('olga', NARROW);
    await olga.goTo('/drift/sager');
    await olga.page.getByRole('link', { name: 'Sager, der står stille' }).click();
    expect(await olga.main()).toContain('Ingen sager står stille.');
    expect(await olga.findings()).toEqual([]);
    await olga.goTo('/drift');
    const count = olga.page.locator('[data-part=held]');
    expect(await count.innerText()).toBe('Ingen sager står stille.');
    await hold(id);
    await olga.page.reload();
    expect(await count.innerText()).toMatch(/^1 sag står stille\. Dens sidste skridt var \w+dag den /);
    await count.getByRole('link', { name: 'Se den' }).click();
    expect(olga.path).toBe('/drift/sager?status=held');
    expect(await olga.findings()).toEqual([]);
    await olga.page.locator('main table').getByRole('link').click();
    expect(olga.path).toBe(`/drift/sager/${id}`);
    expect(await olga.main()).toContain('Står stille på grund af en fejl hos os');
    expect(await olga.findings()).toEqual([]);
    await olga.press('Sæt sagen i gang igen');
    expect(await olga.main()).toContain('Sagen er sat i gang igen');
    expect(await olga.findings()).toEqual([]);
    expect((await anna.journey(id)).status).toBe('active');
    await olga.close();
  });

  it('find the case of whoever is on the phone, and show nothing of its content', async () => {
    const { id } = await anna.start();
    const date = faces.system.day();
    await anna.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await dispatchOf(id, 'accepted');
    const { reference } = await anna.journey(id);
    const olga = await faces.visitor('olga', NARROW);
    const { page } = olga;
    const look = async (number: string) => {
      await olga.goTo('/drift');
      await page.getByLabel('Sagsnummer').fill(number);
      await page.getByRole('button', { name: 'Find sagen' }).click();
    };
    await look(reference.toLowerCase().replaceAll('-', ' '));
    expect(olga.path).toBe(`/drift/sager/${id}`);
    expect(await olga.heading()).toBe(`Sag ${reference}`);
    const told = await page.locator('main').innerText();
    expect(told).toContain('cpr.registerMove');
    for (const secret of [ADDRESS, ANNA, 'Anna']) expect(told).not.toContain(secret);
    expect(await olga.findings()).toEqual([]);
    await look('FRA-0000-0000-0000');
    expect(await page.locator('main').innerText()).toContain('Der er ingen sag med det nummer.');
    expect(await olga.findings()).toEqual([]);
    await look('FRA-0000');
    expect(await page.locator(':focus').innerText()).toContain('Skriv et sagsnummer');
    expect(await olga.findings()).toEqual([]);
    expect(await olga.goTo('/drift/sager/0195a6c0-0000-7000-8000-000000000001')).toBe(404);
    await olga.close();
  });

  it('lead to the queues and the documentation behind the same sign-in, with no token in any address', async () => {
    const olga = await faces.visitor('olga');
    const asked: string[] = [];
    // What the policy stops is not answered.
    olga.page.on('response', response => asked.push(response.url()));
    await olga.goTo('/drift');
    await olga.page.locator('main').getByRole('link', { name: 'Køerne i Bull Board' }).click();
    await olga.page.getByText('dispatch-cpr').first().waitFor();
    await olga.goTo('/drift');
    await olga.page.locator('main').getByRole('link', { name: 'API’ets dokumentation' }).click();
    await olga.page.getByText('/v1/journeys').first().waitFor();
    expect(asked.filter(address => !address.startsWith(faces.address))).toEqual([]);
    expect(asked.filter(address => /token|eyJ/.test(address))).toEqual([]);
    await olga.close();
  });

  it('are kindly refused to everybody else, who is shown the way to their own', async () => {
    for (const name of ['anna', 'dina'] as const) {
      const visitor = await faces.visitor(name);
      for (const path of [
        '/drift',
        '/drift/fejl',
        INCIDENT,
        '/drift/sager',
        '/drift/myndigheder/cpr',
        '/drift/henvendelser',
        '/ops/queues',
      ]) {
        expect({ path, status: await visitor.goTo(path) }).toEqual({ path, status: 403 });
      }
      expect(await visitor.heading()).toBe('Siden er for dem, der holder Overgang i drift');
      expect(await visitor.findings()).toEqual([]);
      await visitor.page.getByRole('link', { name: 'Til forsiden', exact: true }).click();
      expect(visitor.path).toBe(name === 'anna' ? '/' : '/katalog');
      await visitor.close();
    }
    const nobody = await fetch(`${faces.address}/ops/queues`, { redirect: 'manual' });
    expect(nobody.headers.get('location')).toBe('/log-paa?til=%2Fops%2Fqueues');
  });

  it('can be served alone', async () => {
    const logger = createLogger({ process: 'test', level: 'silent' });
    const token = () => faces.system.issuer.sign({ person: crypto.randomUUID(), roles: ['ops'] });
    const root = WebModule.forRoot({
      apiUrl: faces.system.api,
      faces: ['ops'],
      session: heldSession(token),
      logger,
    });
    const web = await startWeb(root, logger, { host: '127.0.0.1', port: 0 });
    const ask = (path: string) =>
      fetch(`${web.address}${path}`, { headers: { cookie: 'visitor=olga' }, redirect: 'manual' });
    try {
      expect((await ask('/')).headers.get('location')).toBe('/drift');
      expect((await ask('/drift')).status).toBe(200);
      expect((await ask('/tilgaengelighed')).status).toBe(200);
      expect((await ask('/sprog/en?til=/drift')).headers.get('location')).toBe('/drift');
      for (const path of ['/start', '/katalog', '/beskeder']) expect((await ask(path)).status).toBe(404);
    } finally {
      await web.close();
    }
  });
});
