import { Catalogue } from '#authorities';
import { formatDiagnostic, isError, readJourneyFolder } from '#journey';
import { checkJourney } from '#workshop';
import { SAMPLE_JOURNEYS } from './system.js';

describe('the journey these tests are made with', () => {
  it('is sound', async () => {
    const files = await readJourneyFolder(`${SAMPLE_JOURNEYS}/relocating`);
    const { diagnostics } = checkJourney('relocating', files, Catalogue.load());
    expect(diagnostics.filter(isError).map(found => formatDiagnostic(found))).toEqual([]);
  });
});
