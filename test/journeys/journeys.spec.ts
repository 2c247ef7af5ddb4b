import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { formatDiagnostic, journeyIds, readJourney, readJourneyFolder } from '#journey';
import { checkJourney, playJourney } from '#workshop';

const root = fileURLToPath(new URL('../../journeys/', import.meta.url));
const catalogue = Catalogue.load();
const ids = await journeyIds(root);

it('there are journeys to hold to this', () => {
  expect(ids).toEqual(expect.arrayContaining(['bereavement', 'divorce', 'having-a-child', 'moving']));
});

describe.each(ids)('journey %s', id => {
  it('checks without a fault', async () => {
    const files = await readJourneyFolder(join(root, id));
    const { diagnostics } = checkJourney(id, files, catalogue);
    expect(diagnostics.map(fault => formatDiagnostic(fault, id))).toEqual([]);
  }, 60_000);

  it('does in every scenario what the designer expects, and all of it is walked', async () => {
    const { results, diagnostics, coverage } = playJourney(
      readJourney(await readJourneyFolder(join(root, id))),
      catalogue,
    );
    const failures = results.flatMap(result => result.failures);
    expect([...diagnostics, ...failures].map(fault => formatDiagnostic(fault, id))).toEqual([]);
    for (const { states, transitions } of coverage) {
      expect(states.missed).toEqual([]);
      expect(transitions.missed.map(transition => transition.id)).toEqual([]);
    }
  }, 120_000);
});
