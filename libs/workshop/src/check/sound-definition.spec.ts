import { fileURLToPath } from 'node:url';
import { compileJourney, DefinitionError, type JourneyFiles, readJourney, readJourneyFolder } from '#journey';
import { fixtureCatalogue } from './fixtures/fixture-catalogue.js';
import { soundDefinition } from './sound-definition.js';

const catalogue = fixtureCatalogue();
let moving: JourneyFiles;

beforeAll(async () => {
  moving = await readJourneyFolder(fileURLToPath(new URL('fixtures/moving/', import.meta.url)));
});

function definitionOf(change: (main: string) => string, files: JourneyFiles = moving) {
  const [definition] = readJourney({
    ...files,
    '2025-01-01.yaml': change(files['2025-01-01.yaml'] ?? ''),
  }).definitions;
  if (!definition) throw new Error('no definition');
  return definition;
}

describe('the check on load', () => {
  it('refuses names that mean nothing, all at once and with their places', () => {
    const definition = definitionOf(main =>
      main
        .replace('guard: withPartner', 'guard: withPartnr')
        .replace('src: cpr.registerMove', 'src: cpr.registerMov')
        .replace('decline: settled', 'decline: setled')
        .replace('move.date + parameters.', 'move.date + parameter.'),
    );
    let thrown: unknown;
    try {
      soundDefinition(definition, catalogue);
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof DefinitionError)) throw new Error('it passed all the same');
    expect(thrown.diagnostics.map(({ code }) => code).sort()).toEqual([
      'unknown-condition',
      'unknown-name',
      'unknown-service',
      'unknown-target',
    ]);
    for (const { line } of thrown.diagnostics) expect(line).toBeGreaterThan(1);
  });

  it('asks for no more than it takes to run: rules and texts may have changed since it was published', () => {
    const withoutTexts = Object.fromEntries(
      Object.entries(moving).filter(([file]) => !file.startsWith('texts/')),
    );
    const journey = compileJourney(
      soundDefinition(
        definitionOf(main => main, withoutTexts),
        catalogue,
      ),
    );
    expect(journey.begin('anna', Date.parse('2025-02-01T10:00Z')).state.status).toBe('active');
  });
});
