import { type Page } from 'playwright-core';

/**
 * *Request interception*: our script comes empty. The tools that look at a page need scripts, so it is only ours that is not run. Where
 * Playwright routes requests, the browser caches nothing; so this is said to the browser itself.
 */
export async function withoutOurScript(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  browser.on('Fetch.requestPaused', ({ requestId }) => {
    const empty = {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: 'text/javascript' }],
    };
    // The page may have been left meanwhile.
    browser.send('Fetch.fulfillRequest', empty).catch(() => undefined);
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*/overgang.js' }] });
}
