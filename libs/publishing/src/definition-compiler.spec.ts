import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { DefinitionError, readJourney, readJourneyFolder, type ServiceCatalogue } from '#journey';
import { checkJourney } from '#workshop';
import { definitionCompiler } from './definition-compiler.js';
import { toExamined } from './examine-journey.js';

const catalogue = Catalogue.load();
const files = await readJourneyFolder(
  fileURLToPath(new URL('../../../test/e2e/journeys/relocating', import.meta.url)),
);
const checked = checkJourney('relocating', files, catalogue);
const stored = toExamined(checked).versions[0]!;

const emptyCatalogue: ServiceCatalogue = {
  service: () => undefined,
  registerEvent: () => undefined,
  authority: () => undefined,
  services: () => [],
  registerEvents: () => [],
  authorities: () => [],
};

describe('the compiler of stored definitions', () => {
  it('does not read again what was checked in this process', () => {
    const compile = definitionCompiler(catalogue, {
      checked: new Map(checked.definitions.map(sound => [sound.definition.hash, sound])),
    });
    expect(compile({ ...stored, sources: {} }).definition).toBe(checked.definitions[0]?.definition);
  });

  it('reads what others have stored', () => {
    expect(definitionCompiler(catalogue)(stored).definition.hash).toBe(stored.hash);
  });

  it('lets what others have stored know the journeys that there are', () => {
    const trip = { id: 'trip', title: { da: 'Tur', en: 'Trip' } };
    const compiled = definitionCompiler(catalogue, {
      checked: new Map(),
      journeys: new Map([['trip', trip]]),
    })(stored);
    expect(compiled.catalogue.journeys?.get('trip')).toBe(trip);
    expect(compiled.catalogue.service('cpr.registerMove')).toBe(catalogue.service('cpr.registerMove'));
  });

  it('reads what was stored when conditions were called decisions', () => {
    const main = (files['2025-01-01.yaml'] ?? '').replace('\nconditions:', '\ndecisions:');
    const sources = { ...stored.sources, '2025-01-01.yaml': main };
    const hash = readJourney(sources).definitions[0]?.hash ?? '';
    expect(hash).not.toBe(stored.hash);
    const journey = definitionCompiler(catalogue)({ ...stored, hash, sources });
    expect(journey.definition.conditions).toEqual(checked.definitions[0]?.definition.conditions);
  });

  it('refuses sources that are not those of the hash', () => {
    const compile = definitionCompiler(catalogue);
    expect(() => compile({ ...stored, sources: {} })).toThrow(
      expect.objectContaining({ code: 'definition-changed' }),
    );
  });

  it('refuses what asks for a service that no contract offers any more', () => {
    const compile = definitionCompiler(emptyCatalogue);
    expect(() => compile(stored)).toThrow(DefinitionError);
  });
});
