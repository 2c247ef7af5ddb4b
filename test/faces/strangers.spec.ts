import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NSIS } from '#identity';
import { BOARD_PATH } from '../../apps/api/src/ops/queue-board.js';
import { STARTING, startSystem, type System } from '../e2e/api/system.js';
import { overhear } from '../e2e/matrix/overheard-app.js';
import { routesOf } from '../e2e/matrix/routes.js';
import { APPLICANTS_TASK, findPeople, type People, type Scene, sceneMaker } from '../e2e/matrix/scene.js';
import { hostileVisits } from '../hostile/hostile-visits.js';
import { runSize } from '../hostile/run-size.js';
import { rowsFrom, seededRandom } from '../support/index.js';
import { PlainBrowser } from '../support/plain-browser.js';
import { EXPECTED_OF_FORMS, EXPECTED_OF_PAGES } from './page-expectations.js';
import { plainly } from './plain-request.js';
import { APPLICANT, APPROVER, AUDITOR, CASEWORKER, DESIGNER, OPS, STRANGER } from './people.js';
import { startRealFaces } from './real-faces.js';
import { wordsIn } from './words-in.js';

const JOURNEYS = fileURLToPath(new URL('../e2e/matrix/journeys', import.meta.url));
const COOKIE = 'overgang_session';
const FIELD = '_form';
/** A page of whoever has signed in. */
const PLACES_PATH = '/indstillinger/logget-paa';
const EVERY_PATH = '/{*path}';
const DEFINITION = 'removal';

const { seed, full, size } = runSize();
/** Whoever signs out at random sees little. */
const isNoWayOut = (route: string): boolean => !/^USE|log-af|POST .*logget-paa/.test(route);

/** Every page that there is, asked for by everybody who might ask. */
describe('strangers', () => {
  let system: System;
  let face: string;
  let mitid: string;
  let routes: readonly string[];
  let people: People;
  let newScene: () => Promise<Scene>;
  let scene: Scene;
  let receipt: string;
  let applicant: PlainBrowser;
  let stranger: PlainBrowser;
  let staff: Readonly<Record<'ops' | 'designer' | 'caseworker' | 'approver' | 'auditor', PlainBrowser>>;
  let hash: string;
  let nobodies: Readonly<Record<string, PlainBrowser>>;

  beforeAll(async () => {
    const { started, at } = await overhear(() =>
      startRealFaces(1, [APPLICANT, STRANGER, OPS, DESIGNER, CASEWORKER, APPROVER, AUDITOR], options =>
        startSystem({ journeysDir: JOURNEYS, ...options }),
      ),
    );
    ({ system, mitid } = started);
    face = started.faces[0]!;
    const { mounts, ...app } = await at(face);
    // The board of queues is the API's, and what stands before every route is none.
    const ours = mounts.filter(({ path }) => path !== BOARD_PATH && path !== EVERY_PATH);
    routes = routesOf({ ...app, mounts: ours });
    people = await findPeople(system);
    newScene = await sceneMaker(system, people);
    scene = await newScene();
    applicant = await signedIn('applicant');
    stranger = await signedIn('stranger');
    staff = {
      ops: await signedIn('ops'),
      designer: await signedIn('designer'),
      caseworker: await signedIn('caseworker'),
      approver: await signedIn('approver'),
      auditor: await signedIn('auditor'),
    };
    const catalogue = await staff.designer.open(`${face}/katalog`);
    hash = catalogue.document
      .querySelector('main a[href^="/katalog/"]')!
      .getAttribute('href')!
      .split('/')[2]!;
    const receipts = await applicant.open(`${face}/forloeb/${scene.journey}/kvitteringer`);
    receipt = receipts.document.querySelector('main a[href*="/kvitteringer/"]')!.getAttribute('href')!;
    receipt = receipt.split('/').at(-1)!;
    nobodies = await everyNobody();
  }, STARTING);
  afterAll(() => system?.close());

  async function signIn(browser: PlainBrowser, person: string, back = PLACES_PATH) {
    const page = await browser.open(`${face}/log-paa?igen=1&til=${encodeURIComponent(back)}`);
    return browser.press(page, 'Log på', { person, level: NSIS.high });
  }
  async function signedIn(person: string): Promise<PlainBrowser> {
    const browser = new PlainBrowser();
    expect((await signIn(browser, person)).status).toBe(200);
    return browser;
  }
  const withCookie = (value: string): PlainBrowser => {
    const browser = new PlainBrowser();
    browser.cookies.set(COOKIE, value);
    return browser;
  };

  /** Those who are nobody here: without a session, with one that is over, or that is made up. */
  async function everyNobody(): Promise<Readonly<Record<string, PlainBrowser>>> {
    const ended = await signedIn('applicant');
    const cookie = ended.cookies.get(COOKIE)!;
    const out = new URLSearchParams({ [FIELD]: await tokenOf(ended) });
    expect((await ended.ask(`${face}/log-af`, { method: 'POST', body: out })).status).toBe(303);
    const [, signature] = applicant.cookies.get(COOKIE)!.split('.') as [string, string];
    const [id, strangers] = stranger.cookies.get(COOKIE)!.split('.') as [string, string];
    return {
      nobody: new PlainBrowser(),
      'whose session has ended': withCookie(cookie),
      'with a made-up session': withCookie(`s%3A${randomUUID()}.${strangers}`),
      'with a swapped signature': withCookie(`${id}.${signature}`),
      'with an unsigned session': withCookie(id.replace('s%3A', '')),
    };
  }

  /** The token of a form that somebody is shown. */
  async function tokenOf(browser: PlainBrowser): Promise<string> {
    const page = await browser.open(face + PLACES_PATH);
    return page.document.querySelector(`input[name=${FIELD}]`)!.getAttribute('value')!;
  }

  /** The hidden fields of the forms that the applicant is shown there, but the token. */
  async function hiddenOn(path: string): Promise<Record<string, string>> {
    const { document } = await applicant.open(face + path);
    const inputs = [...document.querySelectorAll('main input[type=hidden]')];
    const named = inputs.map(input => [input.getAttribute('name')!, input.getAttribute('value') ?? '']);
    const { [FIELD]: _token, ...hidden } = Object.fromEntries(named) as Record<string, string>;
    return hidden;
  }

  const pathOf = (route: string, of = scene): string => filled(route.split(' ')[1]!, of);
  const filled = (path: string, of: Scene): string =>
    path
      .replace(':journey', of.journey)
      .replace(':task', encodeURIComponent(APPLICANTS_TASK))
      .replace(':receipt', receipt)
      .replace(':message', of.message)
      .replace(':offer', of.offer)
      .replace(':definition', DEFINITION)
      .replace(':language', 'da')
      .replace(':mandate', randomUUID())
      .replace(':service', 'cpr.registerMove')
      .replace(':cause', 'answer-breaks-contract')
      .replace(':dispatch', of.dispatch)
      .replace(':authority', 'cpr')
      .replace(':hash', hash)
      .replace('*path', 'x');

  interface Seen {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
  }
  async function see(browser: PlainBrowser, path: string, init?: RequestInit): Promise<Seen> {
    const response = await browser.ask(face + path, init);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    const text = isStream ? '' : await response.text();
    if (isStream) await response.body?.cancel();
    return { status: response.status, headers: response.headers, text };
  }

  /** What only the applicant may read, and nobody who is neither them nor anybody. */
  const canariesIn = ({ headers, text }: Seen, own: boolean): readonly string[] => {
    const said = `${JSON.stringify([...headers])}\n${text}`;
    const theirs = [scene.secrets.applicant, APPLICANT.fullName, APPLICANT.cpr, people.applicant.id];
    const never = [scene.secrets.partner, people.partner.id, people.subject.id, people.stranger.id];
    return [...(own ? [] : theirs), ...never].filter(secret => said.includes(secret));
  };

  const everyAnswerSays = ({ headers }: Seen): void => {
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none'; base-uri 'none'$/,
      ) as string,
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect([headers.get('x-powered-by'), headers.get('access-control-allow-origin')]).toEqual([null, null]);
  };

  it('are thought of at every route that the pages have, and at no other', () => {
    const expected = [...Object.keys(EXPECTED_OF_PAGES), ...Object.keys(EXPECTED_OF_FORMS)];
    expect(expected.toSorted()).toEqual(routes);
  });

  it.each(Object.keys(EXPECTED_OF_PAGES))('%s', async route => {
    const expected = EXPECTED_OF_PAGES[route]!;
    const path = pathOf(route);
    const answered: Record<string, number> = {};
    const leaked: Record<string, readonly string[]> = {};
    const look = async (name: string, browser: PlainBrowser): Promise<Seen> => {
      const seen = await see(browser, path);
      answered[name] = seen.status;
      const found = canariesIn(seen, name === 'applicant');
      if (found.length > 0) leaked[name] = found;
      if (!route.startsWith('USE') && !(name in staff)) everyAnswerSays(seen);
      return seen;
    };
    await look('applicant', applicant);
    const other = await look('stranger', stranger);
    for (const [name, browser] of Object.entries(staff)) await look(name, browser);
    for (const [name, browser] of Object.entries(nobodies)) {
      const { headers } = await look(name, browser);
      if (expected.nobody === 303 && expected.applicant === 200)
        expect(headers.get('location')).toBe(`/log-paa?til=${encodeURIComponent(path)}`);
    }
    const { nobody, ...signed } = expected;
    const taken = Object.fromEntries(Object.keys(nobodies).map(name => [name, nobody]));
    expect({ answered, leaked }).toEqual({ answered: { ...signed, ...taken }, leaked: {} });
    if (expected.stranger === 404) {
      const missing = await see(stranger, path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID()));
      expect([missing.status, wordsIn(missing)]).toEqual([404, wordsIn(other)]);
    }
  });

  it.each(Object.keys(EXPECTED_OF_FORMS))('%s', async route => {
    const of = await newScene();
    const path = pathOf(route, of);
    const { fields, page, ...expected } = EXPECTED_OF_FORMS[route]!;
    const hidden = page === undefined ? {} : await hiddenOn(filled(page, of));
    const post = (browser: PlainBrowser, token?: string) =>
      see(browser, path, {
        method: 'POST',
        body: new URLSearchParams({ ...hidden, ...fields, ...(token !== undefined && { [FIELD]: token }) }),
      });
    const strangers = await tokenOf(stranger);
    const isOpen = route === 'POST /log-af';
    const {
      ops = 403,
      designer = 403,
      caseworker = 403,
      approver = 403,
      auditor = 403,
      ...byCitizens
    } = expected;
    const byStaff = { ops, designer, caseworker, approver, auditor } as const;
    const whose = (['caseworker', 'auditor'] as const).find(role => byStaff[role] !== 403) ?? 'ops';
    const ofStaff = staff[whose];
    const owner = byCitizens.applicant === 403 ? ofStaff : applicant;
    const refused: number[] = [];
    for (const token of [undefined, '', 'made up', 'A'.repeat(86), strangers])
      refused.push((await post(owner, token)).status);
    expect(refused).toEqual(refused.map(() => 403));
    for (const browser of Object.values(nobodies))
      for (const token of [undefined, 'made up'])
        expect((await post(browser, token)).status).toBe(isOpen ? 403 : 401);
    // Still there: nothing was signed out, sent or ended by all that.
    expect((await see(applicant, `/forloeb/${of.journey}`)).status).toBe(200);
    const answers = {
      stranger: await post(stranger, strangers),
      applicant: await post(applicant, await tokenOf(applicant)),
    };
    const { applicant: own, stranger: others } = answers;
    expect({ applicant: own.status, stranger: others.status }).toEqual(byCitizens);
    const answered: Record<string, number> = {};
    for (const [name, browser] of Object.entries(staff))
      answered[name] = (await post(browser, await tokenOf(browser))).status;
    expect(answered).toEqual(byStaff);
    expect(canariesIn(others, false)).toEqual([]);
    for (const answer of [own, others]) everyAnswerSays(answer);
    if (isOpen || path.endsWith('logget-paa')) {
      await signIn(applicant, 'applicant');
      await signIn(stranger, 'stranger');
      for (const [name, browser] of Object.entries(staff)) await signIn(browser, name);
    }
  });

  it('are led nowhere else, whatever they are sent with', async () => {
    const away = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/\r\n\\evil.example',
      '\t//evil.example',
      ' //evil.example',
      'https://evil.example',
      'https:evil.example',
      'http:/\\evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '@evil.example',
      '.evil.example',
      '/%2f%2fevil.example/..//evil.example',
      '/..//evil.example',
      '/\r\nSet-Cookie: overgang_session=x',
    ];
    for (const til of away) {
      for (const path of ['/log-paa/bliv', '/sprog/en']) {
        const { status, headers } = await see(new PlainBrowser(), `${path}?til=${encodeURIComponent(til)}`);
        const location = headers.get('location')!;
        expect([til, status, new URL(location, face).origin]).toEqual([til, 303, face]);
        expect(headers.getSetCookie().join()).not.toContain(COOKIE);
      }
    }
    for (const til of ['/\t/evil.example', '//evil.example'])
      expect((await signIn(new PlainBrowser(), 'stranger', til)).address).toBe(`${face}/`);
    const twice = await see(new PlainBrowser(), '/log-paa/bliv?til=/start&til=//evil.example');
    expect(twice.headers.get('location')).toBe('/');
  });

  it('are not led away by the host that they name', async () => {
    const named = (path: string) =>
      plainly(face + path, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    const begun = await named('/log-paa?til=/indstillinger&igen=1');
    expect(begun.location).toBe(`${face}/log-paa?til=${encodeURIComponent('/indstillinger')}&igen=1`);
    for (const path of ['/', '/start', '/indstillinger', '/log-paa', '/no-such-page', '/logget-af'])
      expect((await named(path)).said).not.toContain('evil.example');
  });

  it('get nothing back by TRACE', async () => {
    for (const address of [`${face}/indstillinger`, `${system.api}/v1/journeys`]) {
      const { status, said } = await plainly(address, {
        method: 'TRACE',
        headers: { cookie: 'secret=echo' },
      });
      expect([404, 405]).toContain(status);
      expect(said).not.toContain('secret=echo');
    }
  });

  it('leave nothing behind, however often they come', async () => {
    const rows = async (): Promise<number> => {
      const found = await rowsFrom<{ count: string }>(
        system.databaseUrl,
        'select count(*) from browser_session',
      );
      return Number(found[0]!.count);
    };
    const before = await rows();
    const late = await tokenOf(stranger);
    for (let i = 0; i < 5; i += 1) {
      const browser = new PlainBrowser();
      for (const path of ['/', '/start', '/log-paa', '/indstillinger', '/log-paa/mitid?state=x&code=y'])
        await browser.ask(face + path);
      const asked = await browser.open(`${face}/log-paa`);
      expect(asked.address.startsWith(mitid)).toBe(true);
    }
    expect(await rows()).toBe(before);
    // What somebody typed is kept, by whom our form says, and not without end.
    for (let i = 0; i < 15; i += 1)
      await see(new PlainBrowser(), '/indstillinger', {
        method: 'POST',
        body: new URLSearchParams({ [FIELD]: late, language: 'en' }),
      });
    expect(await rows()).toBe(before + 10);
  });

  it(
    `are answered as they must be, whatever they send (seed ${seed})`,
    async () => {
      const sender = (id: string, cookie: string) =>
        ({ standing: id === '' ? 'nobody' : 'citizen', id, headers: { cookie } }) as const;
      const cookie = `${COOKIE}=${stranger.cookies.get(COOKIE)}`;
      const faults = await hostileVisits({
        address: face,
        routes: routes.filter(isNoWayOut).map(route => `${route.split(' ')[0]} ${pathOf(route)}`),
        visitors: [
          { sender: sender('', ''), formToken: 'made up' },
          { sender: sender(people.stranger.id, cookie), formToken: await tokenOf(stranger) },
        ],
        stolen: [scene.journey, scene.message, scene.offer, people.applicant.id, receipt],
        secrets: [scene.secrets.applicant, scene.secrets.partner, APPLICANT.fullName, APPLICANT.cpr],
        count: full ? 5_000 : 250,
        random: seededRandom(seed),
      });
      expect(faults).toEqual([]);
      expect((await see(stranger, '/indstillinger')).status).toBe(200);
    },
    size.patience,
  );

  it('gain nothing by a session that they have given somebody', async () => {
    const victim = withCookie('s%3Aplanted.by-a-stranger');
    victim.cookies.set('overgang_sign_in', 'planted');
    await signIn(victim, 'applicant');
    expect(victim.cookies.get(COOKIE)).not.toContain('planted');
    expect((await see(withCookie('s%3Aplanted.by-a-stranger'), '/indstillinger')).status).toBe(303);
    for (const line of victim.setCookies.filter(cookie => cookie.startsWith('overgang_')))
      expect(line).toMatch(/; Path=\/;( Expires=[^;]+;)? HttpOnly; SameSite=Lax$/);
  });
});
