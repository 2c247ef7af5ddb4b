import { type Keyset, type PageRequest } from './ports.js';

export interface ReadOn<Found, Kept> {
  readonly read: (page: PageRequest) => Promise<readonly Found[]>;
  readonly keysetOf: (last: Found) => Keyset;
  /** What the reader may know of them, in their order. */
  readonly keep: (found: readonly Found[]) => readonly Kept[] | Promise<readonly Kept[]>;
}

/**
 * Filtered pagination: reads on until the page is full or the list has ended. A page that fell short, or a cursor at a row that was left
 * out, would tell the reader that there is something they may not know of.
 */
export async function readOn<Found, Kept>(
  page: PageRequest,
  { read, keysetOf, keep }: ReadOn<Found, Kept>,
): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (let next = page; ;) {
    const found = await read(next);
    kept.push(...(await keep(found)));
    const last = found.at(-1);
    if (last === undefined || found.length < page.limit || kept.length >= page.limit) break;
    next = { ...page, after: keysetOf(last) };
  }
  return kept.slice(0, page.limit);
}
