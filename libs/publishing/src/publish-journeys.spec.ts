import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { catalogueData, catalogueOf, type ServiceCatalogue } from '#journey';
import { EditedJourneys } from '../../../test/support/edited-journeys.js';
import { MemoryStores } from '../../runtime/src/memory/index.js';
import { publishJourneys } from './publish-journeys.js';

const SAMPLE_JOURNEYS = fileURLToPath(new URL('../../../test/e2e/journeys', import.meta.url));
const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

let journeys: EditedJourneys;
let store: MemoryStores['definitions'];
const catalogue = Catalogue.load();
beforeAll(async () => {
  store = new MemoryStores().definitions;
  journeys = await EditedJourneys.of(SAMPLE_JOURNEYS, ['relocating']);
  // The first two start each other; the first and the third contradict each other.
  await journeys.bring(JOURNEYS, ['losing-a-job', 'new-job', 'retiring', 'parts']);
});
afterAll(() => journeys.remove());

const sayOtherwise = (file: string) => journeys.edit(file, /$/, '\n# said otherwise\n');

/** Publishes once more. @returns the ids of the journeys that were checked, and what is published */
async function again(contracts: ServiceCatalogue = catalogue) {
  const { published, definitions } = await publishJourneys(journeys.folder, contracts, store);
  return { checked: definitions.map(({ definition }) => definition.id), published };
}

describe('publishing a folder once more', () => {
  it('checks nothing that has not changed, and says the same of it', async () => {
    const first = await again();
    expect(first.checked).toEqual(['losing-a-job', 'new-job', 'relocating', 'retiring']);
    expect(await again()).toEqual({ checked: [], published: first.published });
  });

  it('checks what has another text, once', async () => {
    await sayOtherwise('relocating/texts/da.yaml');
    expect((await again()).checked).toEqual(['relocating']);
    expect((await again()).checked).toEqual([]);
  });

  it('checks all by other contracts', async () => {
    const data = catalogueData(catalogue);
    const authorities = data.authorities.map(each =>
      each.id === 'cpr' ? { ...each, name: { ...each.name, da: 'Folkeregisteret' } } : each,
    );
    const { checked } = await again(catalogueOf({ ...data, authorities }));
    expect(checked).toEqual(['losing-a-job', 'new-job', 'relocating', 'retiring']);
    expect((await again()).checked).toEqual([]);
  });

  it('checks what may use a part that has changed', async () => {
    await sayOtherwise('parts/appeal.yaml');
    expect((await again()).checked).toEqual(expect.arrayContaining(['losing-a-job', 'new-job']));
  });

  it('says again what is wrong, as often as it is asked', async () => {
    const misspell = (from: string, to: string) => journeys.edit('relocating/2025-01-01.yaml', from, to);
    await misspell('cpr.registerMove', 'cpr.registrMove');
    await expect(again()).rejects.toThrow(/registrMove/);
    await expect(again()).rejects.toThrow(/registrMove/);
    await misspell('cpr.registrMove', 'cpr.registerMove');
    expect((await again()).checked).toEqual([]);
  });

  it('checks what names a journey that has changed, or is no longer there', async () => {
    await sayOtherwise('new-job/2025-01-01.yaml');
    expect((await again()).checked).toEqual(['losing-a-job', 'new-job']);
    await rm(join(journeys.folder, 'new-job'), { recursive: true });
    await expect(again()).rejects.toThrow(/new-job/);
  });
});
