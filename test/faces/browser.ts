import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium to look at pages with: the one that `CHROMIUM` names, or where Debian puts it.
 *
 * @throws Error when there is none, with the remedy: these tests are never left out
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  const executablePath = named ?? PLACES.find(place => existsSync(place));
  if (executablePath === undefined || !existsSync(executablePath)) {
    throw new Error(
      'The pages are tested in Chromium, and none was found. Install it (apt-get install chromium), or name one in CHROMIUM.',
    );
  }
  // As root, as in most containers, its sandbox cannot start.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
