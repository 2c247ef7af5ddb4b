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
  '1b.1': ({ nobody }) => leads(nobody, '/hjaelp', /stillede spørgsmål/i),
  '1b.2': ({ nobody }) => leads(nobody, '/', /demonstration|prøv det/i),
  // Click to call, with the hours in which somebody answers.
  '1b.3': async ({ nobody }) => {
    await nobody.goTo('/hjaelp');
    const calls = nobody.page.locator('main details').filter({ has: nobody.page.locator('a[href^="tel:"]') });
    return (await calls.filter({ hasText: /kl\. \d/ }).count()) > 0;
  },
  '1b.6': async ({ anna, ended }) => {
    if (!(await leads(anna, ended, /hvordan det gik/))) return false;
    await anna.page.getByRole('link', { name: /hvordan det gik/ }).click();
    return (await anna.page.locator('input[name=score]').count()) === 5;
  },
  '1b.7': ({ nobody }) => leads(nobody, '/hjaelp', /forum|facebook|linkedin/i),
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
  '2b.3': ({ anna }) => leads(anna, '/mine-oplysninger', /ret |ændr/i),
  '2b.4': async ({ anna }) => /Datatilsynet/.test(await mainOf(anna, '/mine-oplysninger')),
  '2c.1': ({ nobody }) => leads(nobody, '/hjaelp', /høringsportalen|nye regler/i),
  '2c.2': ({ nobody }) => leads(nobody, '/hjaelp', /høringssvar/i),
  '2c.3': ({ nobody }) => leads(nobody, '/hjaelp', /sådan bliver .* lavet/i),
  '2c.4': ({ nobody }) => leads(nobody, '/hjaelp', /vær med|brugertest/i),
  '3.5': async ({ nobody }) => {
    await nobody.goTo('/');
    const ways = await nobody.page
      .locator('a')
      .filter({ hasText: /^Log på med/ })
      .allInnerTexts();
    return new Set(ways).size > 1;
  },
  '4.3': ({ nobody }) => leads(nobody, '/', /eIDAS|andet EU-land/i),
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
