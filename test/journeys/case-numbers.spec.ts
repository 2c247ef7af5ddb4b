import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { journeyIds, readJourney, readJourneyFolder } from '#journey';
import { caseReference } from '#runtime';

const root = fileURLToPath(new URL('../../journeys/', import.meta.url));
const JOURNEY = '0195a6c0-0000-7000-8000-000000000001';

/** They are read aloud, and must not say anything unkind: whoever changes a title reads them anew. */
it('case numbers of each journey begin with letters that somebody has read', async () => {
  const ids = await journeyIds(root);
  const letters = await Promise.all(
    ids.map(async id => {
      const { definitions } = readJourney(await readJourneyFolder(join(root, id)));
      return definitions.map(({ title }) => `${id} ${caseReference(JOURNEY, title.da).split('-')[0]}`);
    }),
  );
  expect([...new Set(letters.flat())].sort()).toEqual([
    'bereavement MIS',
    'buying-a-home KØB',
    'care-in-old-age HJÆ',
    'child-with-disability BAR',
    'daycare-and-school DAG',
    'digital-citizen BLI',
    'divorce SEP',
    'driving-licence-and-car KØR',
    'getting-married BLI',
    'having-a-child BLI',
    'long-illness VÆR',
    'losing-a-job MIS',
    'moving FLY',
    'moving-abroad FLY',
    'moving-to-denmark FLY',
    'new-job NYT',
    'retiring PEN',
    'starting-a-business STA',
    'starting-education STA',
    'victim-of-crime UDS',
  ]);
});
