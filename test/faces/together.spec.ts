import { fileURLToPath } from 'node:url';
import { type JsonObject } from '#schema';
import { createLogger } from '#telemetry';
import { startWeb } from '../../apps/web/src/start-web.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { heldSession } from '../../apps/web/test/held-session.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

const JOURNEYS = fileURLToPath(new URL('../e2e/matrix/journeys', import.meta.url));
const ANNA = '6110851234';
const CHILD = '6912191238';

/** What is held out to somebody, what they are written, and for whom they act. */
describe('pages of what comes from others', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  const report = async (type: string, data: JsonObject) => {
    const { catalogue } = faces.system.assembly;
    await faces.system.authorities.simulations.report(catalogue.registerEvent(type)!, data).delivery;
  };

  it('hold an offer out with why, what is known, and until when; it is taken by a button', async () => {
    await report('cpr.nameRegistered', { person: ANNA, fullName: 'Anna Holm', registeredOn: '2025-03-03' });
    const narrow = { viewport: { width: 320, height: 640 }, unscripted: true };
    const anna = await faces.visitor('anna', narrow);
    await until(async () => {
      await anna.goTo('/');
      return anna.page.getByRole('heading', { name: 'Det kan vi hjælpe dig med' }).isVisible();
    }, 'an offer');
    expect(await anna.findings()).toEqual([]);

    // A message tells of it: unread until it is opened.
    await anna.goTo('/beskeder');
    expect(await anna.page.getByText('Ulæst').count()).toBe(1);
    expect(await anna.findings()).toEqual([]);
    await anna.page.locator('.messages a').click();
    expect(await anna.findings()).toEqual([]);
    await anna.follow(anna.page.getByRole('link', { name: 'Se tilbuddet' }));
    expect(await anna.page.locator('main').innerText()).toContain('Navneloven § 1');
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByRole('button', { name: 'Ja tak, begynd' }).click();
    expect(anna.path).toMatch(/^\/forloeb\//);
    expect(await anna.findings()).toEqual([]);
    await anna.goTo('/beskeder');
    expect(await anna.page.getByText('Ulæst').count()).toBe(0);
    await anna.close();
  });

  it('let a mother act for her child, say so on every page, and let her go back', async () => {
    const custody = {
      child: CHILD,
      name: 'Ida Holm',
      born: faces.system.day(-3650),
      custodians: [ANNA],
      from: faces.system.day(-3650),
    };
    await report('cpr.custodyChanged', custody);
    const anna = await faces.visitor('anna');
    await until(async () => {
      await anna.goTo('/fuldmagter');
      return anna.page.getByRole('button', { name: /^Handl for/ }).isVisible();
    }, 'a mandate');
    expect(await anna.findings()).toEqual([]);
    expect(await anna.page.locator('main').innerText()).toContain('CPR-nummer 691219-****');
    expect(await anna.page.getByRole('heading', { name: 'Ida Holm', exact: true }).count()).toBe(1);
    await anna.page.getByRole('button', { name: 'Handl for Ida Holm', exact: true }).click();
    const banner = anna.page.locator('.acts-for');
    const copied = async () => {
      await anna.goTo('/mine-oplysninger/udtraek');
      return anna.page.locator('main').innerText();
    };
    for (const path of ['/', '/start', '/beskeder']) {
      await anna.goTo(path);
      expect(await banner.innerText()).toContain('Du handler for Ida Holm.');
      expect(await anna.findings()).toEqual([]);
    }
    expect(await copied()).toContain('Ida Holm. Navnet har vi fra en myndighed');
    await report('cpr.nameRegistered', {
      person: CHILD,
      fullName: 'Ida Øst',
      registeredOn: faces.system.day(0),
    });
    await until(
      async () => (await copied()).includes('Ida Øst. Navnet har vi fra en myndighed'),
      'the new name',
    );
    for (const path of ['/mine-oplysninger', '/fuldmagter', '/tilgaengelighed']) {
      await anna.goTo(path);
      expect(await banner.innerText()).toContain('Du handler for Ida Øst.');
    }
    await banner.getByRole('link', { name: 'Handl for dig selv igen' }).click();
    await anna.page.getByRole('button', { name: 'Handl for dig selv igen' }).click();
    await anna.goTo('/');
    expect(await banner.count()).toBe(0);
    expect(await copied()).toContain('Ida Øst: Du har forældremyndigheden');
    await anna.close();
  });

  it('say that it is ours, and keep standing, when the API or the session cannot be asked', async () => {
    const logger = createLogger({ process: 'test', level: 'silent' });
    const broken = async (apiUrl: string, tokenOf: () => Promise<string>) => {
      const root = WebModule.forRoot({ apiUrl, session: heldSession(tokenOf), logger });
      const web = await startWeb(root, logger, { host: '127.0.0.1', port: 0 });
      try {
        const headers = { cookie: 'visitor=anna' };
        const response = await fetch(`${web.address}/beskeder`, { headers });
        const alive = await fetch(`${web.address}/health/live`);
        return { status: response.status, text: await response.text(), alive: alive.status };
      } finally {
        await web.close();
      }
    };
    const noApi = await broken('http://127.0.0.1:1', async () => 'token');
    expect(noApi).toMatchObject({
      status: 503,
      alive: 200,
      text: expect.stringContaining('Vi kan ikke svare lige nu'),
    });
    const noSession = await broken('http://127.0.0.1:1', () => Promise.reject(new Error('no store')));
    expect(noSession).toMatchObject({
      status: 500,
      alive: 200,
      text: expect.stringContaining('Log på med MitID'),
    });
  });
});
