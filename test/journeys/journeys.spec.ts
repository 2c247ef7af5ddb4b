import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { formatDiagnostic, journeyIds, JourneysOnDemand, readJourneyFolder, withJourneys } from '#journey';
import { checkWhole, processingRecord } from '#workshop';

const root = fileURLToPath(new URL('../../journeys/', import.meta.url));
const ids = await journeyIds(root);
const catalogue = withJourneys(Catalogue.load(), new JourneysOnDemand(root, ids));

it('there are journeys to hold to this', () => {
  expect(ids).toEqual(expect.arrayContaining(['bereavement', 'divorce', 'having-a-child', 'moving']));
});

/** Checked and played once: each scenario does what the designer expects, and together they walk everything. */
it.each(ids)(
  'journey %s has no fault, and its scenarios hold and walk all of it',
  async id => {
    const { diagnostics, definitions, coverage } = checkWhole(
      id,
      await readJourneyFolder(join(root, id)),
      catalogue,
    );
    expect(diagnostics.map(fault => formatDiagnostic(fault, id))).toEqual([]);
    expect(coverage.map(({ definition }) => definition.effective)).toEqual(
      definitions.map(({ definition }) => definition.effective),
    );
    expect(coverage).not.toEqual([]);
    for (const { definition } of definitions) {
      for (const { da, en } of processingRecord(definition, catalogue).persons) {
        expect(da).not.toMatch(/\b(?:du|dig|din|dit|dine|jer|jeres)\b/i);
        expect(en).not.toMatch(/\byour?\b/i);
      }
    }
    for (const { states, transitions } of coverage) {
      expect(states.missed).toEqual([]);
      expect(transitions.missed.map(transition => transition.id)).toEqual([]);
    }
  },
  180_000,
);
