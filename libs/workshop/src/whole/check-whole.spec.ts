import { fileURLToPath } from 'node:url';
import { isError, type JourneyFiles, readJourneyFolder } from '#journey';
import { checkJourney } from '../check/check-journey.js';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { checkWhole } from './check-whole.js';

const catalogue = fixtureCatalogue();
/** What the sound journey of the fixtures leaves out, so that they stay short. */
const LEFT_OUT = ['literal-period', 'uncategorised-field', 'unbounded-text'];
let moving: JourneyFiles;

beforeAll(async () => {
  moving = await readJourneyFolder(fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url)));
});

const scenario = (expected: string) =>
  `name: Nothing is sent\nsteps:\n  - wait: P30D\n    expect: { states: [${expected}] }\n`;

test('a way that no scenario walks is a warning at its state', () => {
  const { diagnostics, definitions } = checkWhole('moving', moving, catalogue);
  const walked = diagnostics.filter(({ code }) => !LEFT_OUT.includes(code));
  expect(new Set(walked.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set(['warning not-walked']),
  );
  const main = moving['2025-01-01.yaml']?.split('\n') ?? [];
  const consent = diagnostics.find(({ message }) => message.includes('partnerConsent'));
  expect(consent?.message).toBe('No scenario walks agree, decline or after P14D, out of partnerConsent.');
  expect(main[(consent?.line ?? 0) - 1]?.trim()).toBe('partnerConsent:');
  expect(definitions).toHaveLength(1);
});

test('of a version that no scenario plays nothing else is told', () => {
  const { 'scenarios/alone.yaml': _, ...others } = moving;
  const { diagnostics } = checkWhole('moving', others, catalogue);
  expect(diagnostics.filter(({ code }) => !LEFT_OUT.includes(code))).toMatchObject([
    { code: 'no-scenario', severity: 'warning', file: '2025-01-01.yaml', line: 5 },
  ]);
});

test('a scenario that fails is an error, and nothing is sound', () => {
  const files = { ...moving, 'scenarios/late.yaml': scenario('moved') };
  const { diagnostics, definitions } = checkWhole('moving', files, catalogue);
  expect(diagnostics.find(isError)).toMatchObject({
    code: 'scenario',
    file: 'scenarios/late.yaml',
    line: 4,
    message: expect.stringContaining('Expected moved to be active'),
  });
  expect(definitions).toEqual([]);
});

test('faults of the machine are told, and it is not played', () => {
  const main = (moving['2025-01-01.yaml'] ?? '').replace('after: { P30D: lapsed }', 'after: { P30D: gone }');
  const files = { ...moving, '2025-01-01.yaml': main, 'scenarios/late.yaml': scenario('moved') };
  const { coverage, ...checked } = checkWhole('moving', files, catalogue);
  expect(checked).toEqual(checkJourney('moving', files, catalogue));
  expect(coverage).toEqual([]);
});

test('a scenario that fails is told while words are missing', () => {
  const english = (moving['texts/en.yaml'] ?? '').replace(/^summary:.*\n/m, '');
  const files = { ...moving, 'texts/en.yaml': english, 'scenarios/late.yaml': scenario('moved') };
  const codes = checkWhole('moving', files, catalogue).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['missing-text', 'scenario']));
});
