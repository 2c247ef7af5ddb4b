import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { DefinitionError, readJourneyFolder } from '#journey';
import { examineJourney, requireSound } from './examine-journey.js';

const catalogue = Catalogue.load();
const files = await readJourneyFolder(
  fileURLToPath(new URL('../../../test/e2e/journeys/relocating', import.meta.url)),
);
const MAIN = '2025-01-01.yaml';

function examined(replace: string, by: string) {
  const main = files[MAIN] ?? '';
  expect(main).toContain(replace);
  const texts = ['da', 'en'].map(language => {
    const file = `texts/${language}.yaml`;
    return [file, `offers: { moved: { title: Flytning, body: Er du flyttet? } }\n${files[file]}`];
  });
  const changed = { ...files, ...Object.fromEntries(texts), [MAIN]: main.replace(replace, by) };
  return examineJourney('relocating', changed, catalogue);
}

test('what no process carries out yet is not published, and the reason is told at its place', () => {
  const offers =
    'offers: { moved: { on: cpr.moveRegistered, to: = report.person, expires: P6W } }\nmachine:\n';
  const result = examined('machine:\n', offers);
  expect(result.versions).toEqual([]);
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ code: 'not-run-yet', file: MAIN }]);
  expect(() => requireSound('relocating', result)).toThrow(DefinitionError);
});

test('a journey that starts another is not published', () => {
  const initial = /^ {2}initial: \w+\n/m.exec(files[MAIN] ?? '')?.[0] ?? '';
  const result = examined(initial, `${initial}  entry: { starts: moving }\n`);
  expect(result.versions).toEqual([]);
  expect(result.diagnostics.filter(({ code }) => code === 'not-run-yet')).toHaveLength(1);
});
