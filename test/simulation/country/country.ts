import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import {
  compileJourney,
  journeyIds,
  otherJourneys,
  readJourney,
  readJourneyFolder,
  withJourneys,
} from '#journey';
import { storedDefinition } from '#publishing';
import { soundDefinition } from '#workshop';
import { type Setting, type SimulatedDefinition } from '../setting.js';
import { CountryScene } from './country-scene.js';

const ROOT = fileURLToPath(new URL('../../../journeys/', import.meta.url));
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Every journey that there is, lived for months by people of generated families among all authorities. */
export async function loadCountry(): Promise<Setting> {
  const ids = await journeyIds(ROOT);
  const folders = await Promise.all(ids.map(id => readJourneyFolder(join(ROOT, id))));
  const read = folders.flatMap(files => readJourney(files).definitions);
  const contracts = Catalogue.load();
  const catalogue = withJourneys(contracts, otherJourneys(read));
  const definitions = read.map((definition): SimulatedDefinition => {
    const compiled = compileJourney(soundDefinition(definition, catalogue));
    return { stored: storedDefinition(definition), compiled };
  });
  const byHash = new Map(definitions.map(({ stored, compiled }) => [stored.hash, compiled]));
  return {
    catalogue,
    definitions,
    // By then each is in force.
    start: Math.max(...read.map(({ effective }) => Date.parse(`${effective}T09:00:00Z`))),
    refuses: 0.05,
    pace: {
      storms: [60 * DAY, 120 * DAY, 240 * DAY],
      stormSteps: 4_000,
      mostSteps: 12_000,
      times: [8, 30],
      pauses: [10_000, HOUR, DAY, 4 * DAY, 14 * DAY],
      cancels: 0.01,
      keen: 0.6,
      reports: 8,
      news: [HOUR, 3 * DAY, 20 * DAY],
      afterwards: 300 * DAY,
      goesOn: 1,
      // Some journeys last as long as a life.
      moment: 'at rest',
    },
    compiledBy: hash => byHash.get(hash)!,
    scene: run => new CountryScene({ ...run, catalogue: contracts, definitions }),
  };
}
