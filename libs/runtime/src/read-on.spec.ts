import { type Keyset, type PageRequest } from './ports.js';
import { readOn } from './read-on.js';

/** Rows that are newest first; odd ones are not the reader's. */
const ROWS: readonly Keyset[] = [9, 7, 6, 5, 3, 1, 0].map(at => ({ at, id: `${at}` }));

function list() {
  const asked: PageRequest[] = [];
  const read = async (page: PageRequest) => {
    asked.push(page);
    return ROWS.filter(({ at }) => page.after === undefined || at < page.after.at).slice(0, page.limit);
  };
  const keep = (rows: readonly Keyset[]) => rows.filter(({ at }) => at % 2 === 0).map(({ at }) => at);
  return { asked, parts: { read, keysetOf: (row: Keyset) => row, keep } };
}

describe('reading on', () => {
  it('fills a page with what may be known, in its order', async () => {
    const { parts } = list();
    expect(await readOn({ limit: 1 }, parts)).toEqual([6]);
    expect(await readOn({ limit: 2 }, parts)).toEqual([6, 0]);
    expect(await readOn({ limit: 10 }, parts)).toEqual([6, 0]);
    expect(await readOn({ limit: 2, after: { at: 6, id: '6' } }, parts)).toEqual([0]);
  });

  it('reads once where nothing is left out', async () => {
    const { asked, parts } = list();
    const all = { ...parts, keep: (rows: readonly Keyset[]) => rows };
    expect(await readOn({ limit: 3 }, all)).toEqual(ROWS.slice(0, 3));
    expect(asked).toEqual([{ limit: 3 }]);
  });
});
