import { type Page } from 'playwright-core';

/** What is left of A4 between its margins, in CSS pixels. */
export const PAPER = { width: 643, height: 970 };

/** Whatever cannot be read to its end: it goes beyond the edge of the page, or is in a box too small for it. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(one => one.clientWidth > 0 && !one.matches('input, textarea, .sr-only, .sr-only *'))
      .filter(
        one =>
          one.getBoundingClientRect().right > innerWidth ||
          one.scrollWidth > one.clientWidth + 1 ||
          (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== 'visible'),
      )
      .map(one => one.outerHTML.slice(0, 80)),
  );
}
