import { type Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { axeFindings } from './visitor.js';

describe('what is found wrong with a page', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser?.close());

  const found = async (main: string): Promise<readonly string[]> => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.setContent(
      `<!doctype html><html lang="da"><title>Side</title><main><h1>Side</h1>${main}</main></html>`,
    );
    const findings = await axeFindings(page);
    await page.close();
    return findings.toSorted();
  };

  it('is nothing where nothing is', async () => {
    expect(await found('<p>Tekst</p>')).toEqual([]);
  });

  it('names each rule with the markup that it is of, and what scrolls sideways', async () => {
    const faulty =
      '<img src="data:,"><img src="data:,"><p style="color: #aaa">Grå</p><div style="width: 900px">Bred</div>';
    expect(await found(faulty)).toEqual([
      'about:blank scrolls sideways',
      'color-contrast: <p style="color: #aaa">Grå</p>',
      'image-alt: <img src="data:,"> <img src="data:,">',
    ]);
  });
});
