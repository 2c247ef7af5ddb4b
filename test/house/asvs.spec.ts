import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const TEXT = readFileSync(new URL('.github/SECURITY.md', ROOT), 'utf8');

/** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has: they come first in it, numbered from 1. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1, 0],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7, 0],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const WANTED = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, index) => `${chapter}.${section + 1}.${index + 1}`),
  ),
);

interface Row {
  readonly requirements: readonly string[];
  readonly answer: string;
  readonly text: string;
}

const ROWS: readonly Row[] = [...TEXT.matchAll(/^\| (\d+\.\d+\.\d+\S*) +\| (\S+) +\| (.+?) +\|$/gm)].map(
  ([, requirements, answer, text]) => ({
    requirements: requirementsOf(requirements!),
    answer: answer!,
    text: text!,
  }),
);

/** `6.2.1–6.2.12` stands for all between. */
function requirementsOf(range: string): readonly string[] {
  const [first, last] = range.split('–') as [string, string | undefined];
  const at = (requirement: string): number => Number(requirement.split('.')[2]);
  const section = first.replace(/\d+$/, '');
  const count = at(last ?? first) - at(first) + 1;
  return Array.from({ length: count }, (_, index) => `${section}${at(first) + index}`);
}

describe('SECURITY.md', () => {
  it('answers every requirement of ASVS 5.0.0, level 2, once and in order', () => {
    expect(WANTED).toHaveLength(253);
    expect(ROWS.flatMap(({ requirements }) => requirements)).toEqual(WANTED);
  });

  it('answers each by one of four words', () => {
    expect(new Set(ROWS.map(({ answer }) => answer))).toEqual(new Set(['yes', 'partly', 'n/a', 'gap']));
  });

  it('names files and folders that there are', () => {
    const named = ROWS.flatMap(({ text }) => [...text.matchAll(/`([\w.@-]+\/[\w./@-]+)`/g)]);
    const missing = named.map(([, path]) => path!).filter(path => !existsSync(new URL(path, ROOT)));
    expect(named.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });
});
