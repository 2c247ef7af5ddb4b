import { fileURLToPath } from 'node:url';
import { readJourneyFolder, type ServiceCatalogue } from '#journey';
import { checkJourney } from '../check-journey.js';
import { fixtureCatalogue } from '../fixtures/fixture-catalogue.js';
import { MOST } from './most.js';

/** Whoever is asked for a service has gone on to what the bounds are there to keep from being asked. */
const asked: string[] = [];
const catalogue = new Proxy({} as ServiceCatalogue, {
  get: (_, name) => {
    asked.push(String(name));
    return () => undefined;
  },
});

const chain = (length: number): string =>
  [
    'id: moving',
    'machine:',
    '  initial: s0',
    '  states:',
    ...Array.from({ length }, (_, index) => `    s${index}: { always: s${index + 1} }`),
    `    s${length}: { type: final }`,
  ].join('\n');

function check(files: Readonly<Record<string, string>>) {
  return checkJourney('moving', files, catalogue).diagnostics;
}

function version(text: string) {
  return check({ '2025-01-01.yaml': text });
}

describe('a journey beyond all bounds', () => {
  afterEach(() => {
    expect(asked).toEqual([]);
  });

  it.each<[string, () => ReturnType<typeof check>, string, number]>([
    [
      'many files',
      () =>
        check(Object.fromEntries(Array.from({ length: MOST.files + 1 }, (_, n) => [`forms/f${n}.yaml`, '']))),
      '.',
      1,
    ],
    [
      'many versions',
      () => check(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`20${n + 10}-01-01.yaml`, '']))),
      '.',
      1,
    ],
    [
      'much in all',
      () =>
        check(
          Object.fromEntries(
            Array.from({ length: 10 }, (_, n) => [`forms/f${n}.yaml`, 'x'.repeat(MOST.inAll / 8)]),
          ),
        ),
      '.',
      1,
    ],
    ['a long file', () => version('#'.repeat(MOST.inFile + 1)), '2025-01-01.yaml', 1],
    ['much to parse', () => version(`a: [${'0,'.repeat(MOST.marks)}]`), '2025-01-01.yaml', 1],
    ['many lines', () => version('\n'.repeat(MOST.lines + 5)), '2025-01-01.yaml', MOST.lines + 1],
    ['many values', () => version(`id: moving\nroles: [${'0,'.repeat(MOST.values)}]`), '2025-01-01.yaml', 2],
    [
      'few values used often',
      () => version(`a: &a [${'0,'.repeat(MOST.values / 20)}]\nb: [${'*a,'.repeat(40)}]`),
      '2025-01-01.yaml',
      2,
    ],
    [
      'a form with many fields',
      () =>
        check({
          'forms/move.yaml': `properties:\n${Array.from({ length: 1_000 }, (_, n) => `  f${n}:`).join('\n')}`,
        }),
      'forms/move.yaml',
      1_000,
    ],
    ['20,000 states', () => version(chain(20_000)), '2025-01-01.yaml', 4 + MOST.states],
    ['more states than may be', () => version(chain(MOST.states + 20)), '2025-01-01.yaml', 4 + MOST.states],
    [
      'a state with more ways out than may be',
      () =>
        version(
          [
            'id: moving',
            'machine:',
            '  initial: a',
            '  states:',
            '    a:',
            '      on:',
            ...Array.from({ length: MOST.fromOneState + 3 }, (_, n) => `        e${n}: b`),
            '    b: { type: final }',
          ].join('\n'),
        ),
      '2025-01-01.yaml',
      7 + MOST.fromOneState,
    ],
    [
      'an expression of 10,000 parts',
      () => version(`conditions:\n  a: { when: "= ${'true || '.repeat(10_000)} true" }`),
      '2025-01-01.yaml',
      2,
    ],
    [
      'an expression of 401 parts',
      () => version(`conditions:\n  a: { when: "= ${'a||'.repeat(200)}a" }`),
      '2025-01-01.yaml',
      2,
    ],
    [
      'an expression without its sign',
      () => version(`delays:\n  a: { until: "${'['.repeat(60)}" }`),
      '2025-01-01.yaml',
      2,
    ],
    [
      'many expressions',
      () =>
        version(
          `conditions:\n${Array.from({ length: MOST.expressions + 1 }, (_, n) => `  d${n}: { when: = a }`).join('\n')}`,
        ),
      '2025-01-01.yaml',
      2 + MOST.expressions,
    ],
  ])('with %s is refused before it is gone through', (_what, checked, file, line) => {
    const [first, ...others] = checked();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'too-large', severity: 'error', file, line });
    expect(first?.message).toMatch(/\.$/);
    expect(first?.remedy).toMatch(/\.$/);
  });
});

test('a journey with a thousand comments is none of these', async () => {
  const folder = new URL('../fixtures/moving/', import.meta.url);
  const files = await readJourneyFolder(fileURLToPath(folder));
  const wordy = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, `${text}${'\n# a comment'.repeat(1_000)}`]),
  );
  const { diagnostics } = checkJourney('moving', wordy, fixtureCatalogue());
  expect(diagnostics.filter(({ code }) => code === 'too-large')).toEqual([]);
});
