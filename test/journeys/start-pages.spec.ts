import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { journeyIds, JourneysOnDemand, readJourney, readJourneyFolder, withJourneys } from '#journey';
import { describeDefinition } from '../../apps/api/src/citizen/describe-definition.js';
import { DefinitionWords } from '../../apps/api/src/citizen/words.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
const TODAY = '2026-05-04';
const catalogue = withJourneys(Catalogue.load(), new JourneysOnDemand(JOURNEYS, await journeyIds(JOURNEYS)));

async function startPage(id: string) {
  const definition = readJourney(await readJourneyFolder(join(JOURNEYS, id))).definitions.at(-1)!;
  const words = new DefinitionWords(definition, catalogue, 'da', TODAY);
  const { tasks, disclosures } = describeDefinition(definition, [], catalogue, words, TODAY);
  return {
    tasks: tasks.map(({ task }) => task),
    services: [...new Set(disclosures.map(({ service }) => service))],
  };
}

describe('what people read before they start', () => {
  it('is nothing of a farewell to a child that is expected', async () => {
    const { tasks, services } = await startPage('having-a-child');
    expect(services).toEqual(expect.arrayContaining(['doctorChoice.assignChild', 'hospital.bookMidwife']));
    const farewells = [
      'doctorChoice.endChildMembership',
      'udbetalingDanmark.stopChildBenefits',
      'hospital.offerBereavementCare',
      'personregister.requestBurial',
    ];
    expect(services.filter(service => farewells.includes(service))).toEqual([]);
    expect(tasks.filter(task => task.startsWith('bereavement.'))).toEqual([]);
  });

  it('is all that the way of a death and of a crime leads to, however quiet it is', async () => {
    const death = await startPage('bereavement');
    expect(death.services).toContain('hospital.certifyDeath');
    expect(death.tasks).toContain('death.abroad');
    expect((await startPage('victim-of-crime')).tasks).toContain('choosing');
  });
});
