import { type FacesUnderTest } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

/** Who looks for an answer: somebody who has not signed in, and somebody who has, with a journey that has ended. */
export interface Shoppers {
  readonly faces: FacesUnderTest;
  readonly nobody: Visitor;
  readonly anna: Visitor;
  /** Path of the page of the ended journey. */
  readonly ended: string;
}

const mainOf = async (visitor: Visitor, path: string): Promise<string> => {
  await visitor.goTo(path);
  return visitor.page.locator('main').innerText();
};
const leads = async (visitor: Visitor, path: string, text: RegExp): Promise<boolean> => {
  await visitor.goTo(path);
  return (await visitor.page.locator('main a, main button, footer a').filter({ hasText: text }).count()) > 0;
};

/** What the page on how journeys are made tells under a heading, and which sites it leads to from there. */
const makingOf = async (
  visitor: Visitor,
  heading: RegExp,
): Promise<{ readonly told: string; readonly leadsTo: readonly string[] }> => {
  await visitor.goTo('/hjaelp');
  await visitor.follow(
    visitor.page.locator('main').getByRole('link', { name: 'Sådan bliver forløbene til' }),
  );
  const section = visitor.page
    .locator('main section')
    .filter({ has: visitor.page.getByRole('heading', { name: heading }) });
  const links = await section.locator('a').evaluateAll(all => all.map(link => link.getAttribute('href')!));
  return { told: await section.innerText(), leadsTo: links.map(link => new URL(link).hostname) };
};

/**
 * *Mystery shopping* for what the eGovernment Benchmark asks of the portal and its pages rather than of a journey: each question
 * is answered by looking at pages that run, by the id that the score of a definition gives it.
 */
export const PORTAL_INDICATORS: Readonly<Record<string, (shoppers: Shoppers) => Promise<boolean>>> = {
  // The front page leads to the list of journeys, and the list to each.
  '1a.3': async ({ faces, nobody }) => {
    await nobody.goTo('/');
    if ((await nobody.page.locator('main a[href="/start"], main form[action="/start"]').count()) === 0)
      return false;
    const { items } = (await faces.system.anonymous().get('/v1/definitions?limit=200')).body as {
      readonly items: readonly { readonly id: string }[];
    };
    await nobody.goTo('/start');
    const counts = await Promise.all(
      items.map(({ id }) => nobody.page.locator(`main a[href="/start/${id}"]`).count()),
    );
    return counts.length > 0 && counts.every(count => count > 0);
  },
  // Each answer is read where it is asked, of all journeys and of one.
  '1b.1': async ({ nobody }) => {
    // The page of a journey answers some of them itself.
    const least = { '/hjaelp': 7, '/start/relocating': 4 };
    for (const [path, count] of Object.entries(least)) {
      await nobody.goTo(path);
      const questions = nobody.page.locator('[data-part=questions] details');
      for (const question of await questions.all()) await question.locator('summary').click();
      if ((await questions.locator('p:visible').count()) < count) return false;
    }
    return true;
  },
  // From the page of a journey to its end, each part marked as an example, and nothing to send anywhere.
  '1b.2': async ({ nobody }) => {
    await nobody.goTo('/start/relocating');
    await nobody.follow(nobody.page.getByRole('link', { name: 'Se et eksempel på hele forløbet' }));
    const { page } = nobody;
    const answered: string[] = [];
    for (;;) {
      const isMarked = await page.getByRole('heading', { name: 'Eksempel – intet bliver sendt' }).isVisible();
      const enabled = await page.locator('main :is(button, input, select, textarea):enabled').count();
      if (!isMarked || enabled > 0) return false;
      answered.push(...(await page.locator('main strong').allInnerTexts()));
      const next = page.getByRole('link', { name: 'Næste del' });
      if ((await next.count()) === 0) break;
      await nobody.follow(next);
    }
    return answered.length >= 2 && (await page.locator('main').innerText()).includes('Så er forløbet slut.');
  },
  // Click to call, with the hours in which somebody answers.
  '1b.3': async ({ nobody }) => {
    await nobody.goTo('/hjaelp');
    const calls = nobody.page.locator('main details').filter({ has: nobody.page.locator('a[href^="tel:"]') });
    return (await calls.filter({ hasText: /kl\.\s\d/ }).count()) > 0;
  },
  '1b.6': async ({ anna, ended }) => {
    if (!(await leads(anna, ended, /hvordan det gik/))) return false;
    await anna.follow(anna.page.getByRole('link', { name: /hvordan det gik/ }));
    return (await anna.page.locator('input[name=score]').count()) === 5;
  },
  '1b.7': async ({ nobody }) => (await makingOf(nobody, /diskuteret/)).leadsTo.includes('www.linkedin.com'),
  // Nothing is cut off or scrolls sideways on the narrowest phone.
  '1c.1': async ({ faces }) => {
    const phone = await faces.visitor('anna', { viewport: { width: 320, height: 640 } });
    const findings: string[] = [];
    for (const path of ['/', '/start', '/beskeder', '/hjaelp']) {
      await phone.goTo(path);
      findings.push(...(await phone.findings()));
    }
    await phone.close();
    return findings.length === 0;
  },
  // What those say who have been through it, before one begins.
  '2a.7': async ({ nobody }) => /Det siger andre/.test(await mainOf(nobody, '/start/relocating')),
  '2b.2': ({ anna }) => leads(anna, '/mine-oplysninger', /forkert|fejl/i),
  '2b.3': ({ anna }) => leads(anna, '/mine-oplysninger', /rett|ændr/i),
  '2b.4': async ({ anna }) => /Datatilsynet/.test(await mainOf(anna, '/mine-oplysninger')),
  '2c.1': async ({ nobody }) => {
    const { told, leadsTo } = await makingOf(nobody, /^Hvordan en regel/);
    return /i høring/.test(told) && /vedtaget/.test(told) && leadsTo.includes('hoeringsportalen.dk');
  },
  '2c.2': async ({ nobody }) => {
    const { told, leadsTo } = await makingOf(nobody, /ændre en regel/);
    return /høringssvar/.test(told) && leadsTo.includes('www.borgerforslag.dk');
  },
  // Who writes and checks it, and the law behind each deadline of a journey that runs here.
  '2c.3': async ({ nobody }) => {
    const { told } = await makingOf(nobody, /^Hvordan et forløb/);
    const deadlines = await nobody.page.locator('[data-part=deadlines] dd').allInnerTexts();
    return (
      /kontrollerer/.test(told) &&
      deadlines.length > 0 &&
      deadlines.every(text => text.split('\n').length > 1)
    );
  },
  '2c.4': async ({ nobody }) => {
    const { told } = await makingOf(nobody, /gøre et forløb bedre/);
    return /brugertest/.test(told) && /hvordan det gik/.test(told) && /så alle kan se dem/.test(told);
  },
  '4.3': async ({ nobody }) => {
    await nobody.goTo('/');
    const way = nobody.page.getByRole('link', { name: 'Log på med eID fra et andet EU-land' });
    return ((await way.getAttribute('href')) ?? '').includes('eid=eidas');
  },
  // Help in English, by a number that can be called from abroad.
  '4.4': async ({ faces }) => {
    const abroad = await faces.visitor(undefined, { locale: 'en-GB' });
    await abroad.goTo('/sprog/en?til=/hjaelp');
    const isEnglish = (await abroad.page.locator('html').getAttribute('lang')) === 'en';
    const called = await abroad.page.locator('main a[href^="tel:+45"]').count();
    await abroad.close();
    return isEnglish && called > 0;
  },
};
