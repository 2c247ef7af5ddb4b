import { fileURLToPath } from 'node:url';
import { NSIS } from '#identity';
import { formOf, PlainBrowser, type PlainPage } from '../../../test/support/plain-browser.js';
import { type Standalone, startStandalone } from '../src/start-standalone.js';

const JOURNEYS = fileURLToPath(new URL('../../../test/e2e/journeys', import.meta.url));
const STARTING = 180_000;
const COOKIE = 'overgang_session';
const SETTINGS = '/indstillinger';

/** From the pages to MitID and back, as a browser without scripts goes. */
describe('signing in', () => {
  let running: Standalone;
  let browser: PlainBrowser;

  beforeAll(async () => {
    running = await startStandalone({ journeysDir: JOURNEYS });
  }, STARTING);
  afterAll(() => running?.close());
  beforeEach(() => {
    browser = new PlainBrowser();
  });

  const at = (path: string): string => running.web + path;
  const open = (path: string, visitor = browser) => visitor.open(at(path));
  const choose = (page: PlainPage, person: string, level: string = NSIS.substantial, visitor = browser) =>
    visitor.press(page, 'Log på', { person, level });
  const signIn = async (person: string, visitor = browser, back = SETTINGS): Promise<PlainPage> =>
    choose(
      await open(`/log-paa?til=${encodeURIComponent(back)}`, visitor),
      person,
      NSIS.substantial,
      visitor,
    );
  const isSignedIn = async (visitor = browser): Promise<boolean> =>
    (await visitor.ask(at(SETTINGS))).status === 200;
  const asAnna = async (path: string, method = 'GET') => {
    const door = (await (await fetch(`${running.api}/token/anna`)).json()) as { access_token: string };
    return fetch(running.api + path, { method, headers: { authorization: `Bearer ${door.access_token}` } });
  };
  const endAllOfAnna = () => asAnna('/v1/sessions', 'DELETE');

  it('leads to MitID, and back to where one wanted to go, by name', async () => {
    const page = await open(`${SETTINGS}?gemt=1`);
    expect(page.address).toMatch(new RegExp(`^${running.mitid}/log-paa/`));
    const settings = await choose(page, 'anna');
    expect([settings.address, settings.status]).toEqual([at(`${SETTINGS}?gemt=1`), 200]);
    expect(settings.text).toContain('Anna Holm');
  });

  it('gives cookies that scripts and other sites do not get, and a new name to whoever has signed in', async () => {
    const ours = () => [...browser.cookies.keys()].filter(name => !name.startsWith('mitid_'));
    const first = await signIn('anna');
    expect([first.status, ours()]).toEqual([200, [COOKIE]]);
    const before = browser.cookies.get(COOKIE)!;
    await choose(await open('/log-paa?igen=1'), 'anna');
    expect(browser.cookies.get(COOKIE)).not.toBe(before);
    const lines = browser.setCookies.filter(line => line.startsWith('overgang'));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/; Path=\/;( Expires=[^;]+;)? HttpOnly; SameSite=Lax$/i);
    browser.cookies.set(COOKIE, before);
    expect(await isSignedIn()).toBe(false);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ])('leads nobody away: %j', async back => {
    expect((await signIn('anna', browser, back)).address).toBe(at('/'));
  });

  it('is not enough at a low level, and then asks again', async () => {
    const page = await choose(await open(SETTINGS), 'anna', NSIS.low);
    expect([page.status, await isSignedIn()]).toEqual([403, false]);
    expect(page.text).toContain('Vælg et højere sikringsniveau');
    const again = page.document.querySelector('main a[href^="/log-paa"]')!.getAttribute('href')!;
    const asked = await open(again);
    expect(asked.address).toContain(`${running.mitid}/log-paa/`);
    expect((await choose(asked, 'anna', NSIS.high)).address).toBe(at(SETTINGS));
  });

  it('can be left, and opens no pages but those of one’s role', async () => {
    const left = await browser.press(await open(SETTINGS), 'Afbryd');
    expect([left.status, left.text]).toEqual([403, expect.stringContaining('Du afbrød')]);
    const olga = await choose(await open(SETTINGS), 'olga');
    expect([olga.status, olga.text]).toEqual([403, expect.stringContaining('Siden er for borgere')]);
  });

  it('is begun and ended in one browser, once', async () => {
    const page = await open(SETTINGS);
    const { target, body } = formOf(page, 'Log på', { person: 'anna', level: NSIS.high });
    const resumed = await browser.ask(target, { method: 'POST', body });
    const callback = (await browser.ask(resumed.headers.get('location')!)).headers.get('location')!;
    expect(callback).toContain(at('/log-paa/mitid?code='));
    const thief = new PlainBrowser();
    expect([(await thief.open(callback)).status, await isSignedIn(thief)]).toEqual([400, false]);
    await browser.open(callback);
    expect(await isSignedIn()).toBe(true);
    await browser.ask(at('/log-af'));
    const [code] = /code=[^&]+/.exec(callback)!;
    const other = new PlainBrowser();
    await other.open(at(SETTINGS));
    expect((await other.open(at(`/log-paa/mitid?${code}&state=made-up`))).status).toBe(400);
    expect(await isSignedIn(other)).toBe(false);
  });

  describe('and signing out', () => {
    it('is done here at once, and everywhere if one will', async () => {
      const asked = await browser.press(await signIn('anna'), 'Log af');
      expect(asked.text).toContain('Vil du også logge af MitID?');
      expect(await isSignedIn()).toBe(false);
      const out = await browser.press(asked, 'Log af alle steder');
      expect([out.address, out.status]).toEqual([at('/logget-af'), 200]);
      expect(out.text).toContain('Du er logget af');
      expect((await open(SETTINGS)).address).toContain(`${running.mitid}/log-paa/`);
    });

    it('tells MitID whose pages they were, and nothing of who it was', async () => {
      const { target, body } = formOf(await signIn('anna'), 'Log af');
      const { headers } = await browser.ask(target, { method: 'POST', body });
      // No page that was shown can be called back by the next who sits there.
      expect(headers.get('clear-site-data')).toBe('"cache"');
      const address = new URL(headers.get('location')!);
      expect(address.origin).toBe(running.mitid);
      expect([...address.searchParams].sort()).toEqual([
        ['client_id', 'overgang-web'],
        ['post_logout_redirect_uri', at('/logget-af')],
        ['ui_locales', 'da'],
      ]);
    });

    it('here alone lets one in again without being asked', async () => {
      const asked = await browser.press(await signIn('anna'), 'Log af');
      await browser.press(asked, 'Bliv logget på med MitID');
      expect(await isSignedIn()).toBe(false);
    });

    it('is asked for by a form of ours, of the same person', async () => {
      const page = await signIn('anna');
      const { target, body } = formOf(page, 'Log af');
      const bo = new PlainBrowser();
      const boPage = await signIn('bo', bo);
      const forged = [
        new URLSearchParams(),
        new URLSearchParams({ _form: 'made up' }),
        formOf(boPage, 'Log af').body,
      ];
      for (const form of forged) {
        expect((await browser.ask(target, { method: 'POST', body: form })).status).toBe(403);
      }
      expect(await isSignedIn()).toBe(true);
      expect((await browser.ask(target, { method: 'POST', body })).status).toBe(303);
      expect(await isSignedIn()).toBe(false);
    });

    it('can be done for another browser, from a list of all', async () => {
      await endAllOfAnna();
      const other = new PlainBrowser();
      await signIn('anna', other);
      const list = await signIn('anna', browser, '/indstillinger/logget-paa');
      expect(list.text).toContain('Denne browser');
      expect(list.text.match(/En anden browser/g)).toHaveLength(1);
      const after = await browser.press(list, 'Log den af');
      expect([after.text.includes('En anden browser'), await isSignedIn(other)]).toEqual([false, false]);
      expect(await isSignedIn()).toBe(true);
      const out = await browser.press(after, 'Log af alle steder');
      expect([out.address, await isSignedIn()]).toEqual([at('/logget-af'), false]);
    });

    it('is told before it happens by itself, and how to stay', async () => {
      const page = await signIn('anna');
      const notice = page.document.querySelector('[data-session]')!;
      expect(notice.textContent).toMatch(/bliver du logget af kl\.\s\d\d\.\d\d/);
      const stayed = await open(notice.querySelector('a')!.getAttribute('href')!);
      expect([stayed.address, stayed.status]).toEqual([at(SETTINGS), 200]);
    });

    it('can be done from afar', async () => {
      await signIn('anna');
      const { items } = (await (await asAnna('/v1/sessions')).json()) as {
        items: readonly { id: string; face: string; current: boolean }[];
      };
      expect(items[0]).toMatchObject({ face: 'overgang-web', current: false });
      await asAnna(`/v1/sessions/${items[0]!.id}`, 'DELETE');
      expect(await isSignedIn()).toBe(false);
    });
  });

  describe('again, when a session is over', () => {
    const typed = { language: 'en' };
    /** Anna posts a form, and her session is over by then. */
    const postTooLate = async (): Promise<PlainPage> => {
      const page = await signIn('anna');
      await endAllOfAnna();
      const late = await browser.press(page, 'Gem', typed);
      expect(late.status).toBe(401);
      return late;
    };
    const linkIn = (page: PlainPage) => page.document.querySelector('main a')!.getAttribute('href')!;

    it('shows what was typed, and sends it when one says so', async () => {
      const late = await postTooLate();
      const kept = await open(linkIn(late));
      expect(kept.address).toBe(at('/log-paa/fortsaet'));
      expect(kept.text).toContain('Det, du skrev, er gemt');
      const sent = await browser.press(kept, 'Send det, jeg skrev');
      expect(sent.address).toBe(at(`${SETTINGS}?gemt=1`));
      expect(sent.document.querySelector('input[value=en]')?.hasAttribute('checked')).toBe(true);
      expect((await open('/log-paa/fortsaet')).address).toBe(at('/'));
    });

    it('shows it to nobody else', async () => {
      const late = await postTooLate();
      for (const name of browser.cookies.keys()) if (name.startsWith('mitid_')) browser.cookies.delete(name);
      const bo = await choose(await open(linkIn(late)), 'bo');
      expect([bo.address, bo.text.includes('Det, du skrev')]).toEqual([at('/'), false]);
    });

    it('keeps nothing that comes from no form of ours', async () => {
      await signIn('anna');
      await endAllOfAnna();
      const late = await browser.open(at(SETTINGS), { method: 'POST', body: new URLSearchParams(typed) });
      expect(late.status).toBe(401);
      expect((await open(linkIn(late))).address).toBe(at('/'));
    });
  });

  it('shows no page in a frame of others, and runs no script of others', async () => {
    for (const page of [await open('/logget-af'), await open(SETTINGS)]) {
      expect(page.headers.get('x-frame-options')).toBe('DENY');
      expect(page.headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
    }
  });

  it('has a door for developers, on this machine alone', async () => {
    expect((await asAnna('/v1/journeys')).status).toBe(200);
    const nobody = await fetch(`${running.api}/token/nobody`);
    expect([nobody.status, await nobody.text()]).toEqual([404, expect.stringContaining('anna')]);
  });
});
