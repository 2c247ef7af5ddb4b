import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyState, journeyIds, readJourney, readJourneyFolder } from '#journey';

const root = fileURLToPath(new URL('../../journeys/', import.meta.url));
const ids = await journeyIds(root);
const DEATHS = ['cpr.deathRegistered', 'cpr.infantDeathRegistered'];

/** Whoever is left is told once, and then asked, counted and congratulated no more. */
it.each(ids)('journey %s is quiet where a death has ended it', async id => {
  const { definitions } = readJourney(await readJourneyFolder(join(root, id)));
  expect(definitions).not.toEqual([]);
  for (const { machine, quiet = false } of definitions) {
    const states = everyState(machine);
    const ends = new Set(
      states.flatMap(({ transitions }) =>
        transitions.flatMap(({ trigger, targetPaths }) =>
          trigger.kind === 'report' && DEATHS.includes(trigger.event) ? targetPaths : [],
        ),
      ),
    );
    const loud = machine.states.filter(
      ({ path, type, quiet: own = false }) => ends.has(path) && type === 'final' && !own && !quiet,
    );
    expect(loud.map(({ path }) => path)).toEqual([]);
  }
});
