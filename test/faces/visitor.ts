import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { until } from '../support/until.js';
import { withoutOurScript } from './without-our-script.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface VisitorOptions extends BrowserContextOptions {
  /** Our own script is not run. */
  readonly unscripted?: boolean;
}

/** *Page object*: somebody at a browser, and all that is wrong with what they are shown. */
export class Visitor {
  /** What the browser complained of: scripts that failed, and what the content security policy stopped. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly address: string,
  ) {
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('console', message => {
      const { url } = message.location();
      // A page that says 4xx is shown all the same, and the browser notes it.
      const isOfPage = message.text().startsWith('Failed to load resource') && url === page.url();
      if (message.type() === 'error' && !isOfPage) this.complaints.push(message.text());
    });
  }

  static async open(
    browser: Browser,
    address: string,
    name: string | undefined,
    options: VisitorOptions = {},
  ): Promise<Visitor> {
    const { unscripted: _, ...more } = options;
    const context = await browser.newContext({ locale: 'da-DK', ...more });
    if (name !== undefined) await context.addCookies([{ name: 'visitor', value: name, url: address }]);
    const page = await context.newPage();
    if (options.unscripted === true) await withoutOurScript(page);
    return new Visitor(page, context, address);
  }

  /** @returns the status of the answer */
  async goTo(path: string): Promise<number> {
    const response = await this.page.goto(`${this.address}${path}`);
    return response?.status() ?? 0;
  }

  /** Begins a journey, also where something that is under way must be confirmed first. */
  async begin(definition: string): Promise<void> {
    await this.goTo(`/start/${definition}`);
    await this.page.getByRole('button', { name: 'Begynd', exact: true }).click();
    await this.page.waitForLoadState();
    const anyway = this.page.getByRole('button', { name: 'Begynd alligevel' });
    if (await anyway.isVisible()) await anyway.click();
  }

  /** Begins a journey, and waits until something is to be done in it. @returns its path */
  async beginToATask(definition: string): Promise<string> {
    await this.begin(definition);
    const { path } = this;
    await until(async () => {
      await this.goTo(path);
      return this.page.getByRole('link', { name: 'Gå i gang' }).isVisible();
    }, 'something to do');
    return path;
  }

  get path(): string {
    return this.page.url().slice(this.address.length);
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** What stands on the page, but for its header and footer. */
  main(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Follows a link, and waits for the page that it leads to. */
  async follow(link: Locator): Promise<void> {
    await link.click();
    await this.page.waitForLoadState();
  }

  /** Presses a button, and waits for the page that follows. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.waitForLoadState();
  }

  /** Whatever axe finds wrong with the page, and whether one must scroll sideways. Empty: nothing. */
  async findings(): Promise<readonly string[]> {
    return [...(await axeFindings(this.page)), ...this.complaints];
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Whatever axe finds wrong with a page, and whether one must scroll sideways. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Without its style sheet nothing is as large as it will be.
  await page.waitForLoadState();
  await page.evaluate(AXE);
  const found = await page.evaluate(async rules => {
    const { axe } = globalThis as unknown as { axe: AxeTool };
    const { violations } = await axe.run({
      runOnly: rules,
      // Of what is sound nothing is told, and the markup says where a fault is.
      resultTypes: ['violations'],
      selectors: false,
      // No rule of these asks for style sheets.
      preload: { assets: ['media'] },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
  const wide = await page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as BrowserWindow;
    return document.documentElement.scrollWidth > innerWidth;
  });
  return [...found, ...(wide ? [`${page.url()} scrolls sideways`] : [])];
}

interface AxeTool {
  run(options: {
    readonly runOnly: readonly string[];
    readonly resultTypes: readonly ['violations'];
    readonly selectors: boolean;
    readonly preload: { readonly assets: readonly string[] };
  }): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

interface BrowserWindow {
  readonly innerWidth: number;
  readonly document: { readonly documentElement: { readonly scrollWidth: number } };
}
