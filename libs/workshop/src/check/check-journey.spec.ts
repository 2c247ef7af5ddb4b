import { fileURLToPath } from 'node:url';
import { isError, type JourneyFiles, readJourneyFolder } from '#journey';
import { type CheckedJourney, checkJourney } from './check-journey.js';
import { fixtureCatalogue } from './fixtures/fixture-catalogue.js';
import { allFixtures, type Edit, withEdits } from './fixtures/fixture.js';
import { RULES } from './rules.js';

const catalogue = fixtureCatalogue();
const fixtures = allFixtures();
let moving: JourneyFiles;

beforeAll(async () => {
  moving = await readJourneyFolder(fileURLToPath(new URL('fixtures/moving/', import.meta.url)));
});

/** What reading and the schemas find before the rules are asked. */
const SHAPE_CODES = [
  'not-utf8',
  'too-large',
  'endless-form',
  'yaml',
  'stray-file',
  'no-version',
  'unknown-key',
  'missing',
  'shape',
];

/** What the sound journey of the fixtures leaves out, so that they stay short. Each has a fixture of its own. */
const LEFT_OUT = ['literal-period', 'uncategorised-field', 'unbounded-text'];

function told(files: JourneyFiles, code?: string): CheckedJourney {
  const { diagnostics, definitions } = checkJourney('moving', files, catalogue);
  return {
    diagnostics: diagnostics.filter(item => item.code === code || !LEFT_OUT.includes(item.code)),
    definitions,
  };
}

function cases(kind: 'faulty' | 'sound'): [string, number, readonly Edit[]][] {
  return [...fixtures].flatMap(([code, fixture]) =>
    (fixture[kind] ?? []).map((edits, index): [string, number, readonly Edit[]] => [code, index + 1, edits]),
  );
}

test('the sound journey has nothing to complain of', () => {
  const { diagnostics, definitions } = told(moving);
  expect(diagnostics).toEqual([]);
  expect(definitions.map(({ definition }) => definition.effective)).toEqual(['2025-01-01']);
});

test.each(['', 'a: [', '- 1', '5', 'machine: 5', 'roles: []', 'machine: { states: [1] }'])(
  'a version file that holds %j has a fault, with a place',
  text => {
    const { diagnostics, definitions } = checkJourney('moving', { '2025-01-01.yaml': text }, catalogue);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
    expect(definitions).toEqual([]);
  },
);

test('an unknown key is told with what was probably meant', () => {
  const main = (moving['2025-01-01.yaml'] ?? '').replace(
    'after: { P30D: lapsed }',
    'atfer: { P30D: lapsed }',
  );
  const { diagnostics } = checkJourney('moving', { ...moving, '2025-01-01.yaml': main }, catalogue);
  expect(diagnostics).toMatchObject([{ code: 'unknown-key', remedy: 'Did you mean after?' }]);
});

test.each([
  ['conditions:', 'decisions:', 'Write conditions: a decision is what an authority decides.'],
  ['partner: { optional', 'partner: { subject: true, optional', 'Write passive.'],
])('a key of earlier versions is told with its name of today: %s', (now, before, remedy) => {
  const main = (moving['2025-01-01.yaml'] ?? '').replace(now, before);
  const { diagnostics } = checkJourney('moving', { ...moving, '2025-01-01.yaml': main }, catalogue);
  expect(diagnostics).toMatchObject([{ code: 'unknown-key', remedy }]);
});

test.each([
  [
    'on:\n        submit:',
    'on:\n        submit: 5\n        submitt:',
    'on → submit of declareMove must be text, a mapping or a list.',
  ],
  [
    'invoke:\n                src: cpr.registerMove',
    'invok: 5\n              invoke:\n                src: cpr.registerMove',
    'underWay.population.registering knows no key invok.',
  ],
])('a place in the machine is told by its state (%#)', (replace, by, message) => {
  const main = (moving['2025-01-01.yaml'] ?? '').replace(replace, by);
  const { diagnostics } = checkJourney('moving', { ...moving, '2025-01-01.yaml': main }, catalogue);
  expect(diagnostics.map(found => found.message).join('\n')).toContain(message);
});

test('every code has a fixture, and every fixture a code', () => {
  const codes = [...SHAPE_CODES, ...RULES.map(({ code }) => code)].sort();
  expect(new Set(codes).size).toBe(codes.length);
  expect([...fixtures.keys()].sort()).toEqual(codes);
});

test.each(cases('faulty'))('%s fires at the marked place and nothing else does (%i)', (code, _, edits) => {
  const { files, marked } = withEdits(moving, edits);
  const { diagnostics: found, definitions } = told(files, code);
  expect(definitions).toHaveLength(found.some(isError) ? 0 : 1);
  const places = marked.length > 0 ? marked : [{ file: '.', line: 1, column: 1 }];
  expect(found.map(({ code: of, file, line, column }) => ({ code: of, file, line, column }))).toEqual(
    places.map(place => ({ code, ...place })),
  );
  for (const { message, remedy } of found) {
    expect(message).toMatch(/^\S.*\.$/s);
    expect(remedy).toMatch(/^\S.*[.?]/s);
  }
});

test.each(cases('sound'))('%s is silent about what only looks alike (%i)', (code, _, edits) => {
  const { files, marked } = withEdits(moving, edits);
  expect(marked).toEqual([]);
  expect(told(files, code).diagnostics).toEqual([]);
});
