import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { catalogueData, catalogueOf, type ServiceCatalogue } from '#journey';
import { MemoryStores } from '../../runtime/src/memory/index.js';
import { publishJourneys } from './publish-journeys.js';

const RELOCATING = fileURLToPath(new URL('../../../test/e2e/journeys/relocating', import.meta.url));
const JOURNEYS = fileURLToPath(new URL('../../../journeys', import.meta.url));

let folder: string;
let store: MemoryStores['definitions'];
const catalogue = Catalogue.load();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  store = new MemoryStores().definitions;
  await cp(RELOCATING, join(folder, 'relocating'), { recursive: true });
  // The first two start each other; the first and the third contradict each other.
  for (const each of ['losing-a-job', 'new-job', 'retiring', 'parts']) {
    await cp(join(JOURNEYS, each), join(folder, each), { recursive: true });
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** Publishes once more. @returns the ids of the journeys that were checked, and what is published */
async function again(contracts: ServiceCatalogue = catalogue) {
  const { published, definitions } = await publishJourneys(folder, contracts, store);
  return { checked: definitions.map(({ definition }) => definition.id), published };
}

describe('publishing a folder once more', () => {
  it('checks nothing that has not changed, and says the same of it', async () => {
    const first = await again();
    expect(first.checked).toEqual(['losing-a-job', 'new-job', 'relocating', 'retiring']);
    expect(await again()).toEqual({ checked: [], published: first.published });
  });

  it('checks what has another text, once', async () => {
    await edit('relocating/texts/da.yaml', text => `${text}\n# said otherwise\n`);
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
    await edit('parts/appeal.yaml', text => `${text}\n# said otherwise\n`);
    expect((await again()).checked).toEqual(expect.arrayContaining(['losing-a-job', 'new-job']));
  });

  it('says again what is wrong, as often as it is asked', async () => {
    const misspell = (from: string, to: string) =>
      edit('relocating/2025-01-01.yaml', text => text.replace(from, to));
    await misspell('cpr.registerMove', 'cpr.registrMove');
    await expect(again()).rejects.toThrow(/registrMove/);
    await expect(again()).rejects.toThrow(/registrMove/);
    await misspell('cpr.registrMove', 'cpr.registerMove');
    expect((await again()).checked).toEqual([]);
  });

  it('checks what names a journey that has changed, or is no longer there', async () => {
    await edit('new-job/2025-01-01.yaml', text => `${text}\n# said otherwise\n`);
    expect((await again()).checked).toEqual(['losing-a-job', 'new-job']);
    await rm(join(folder, 'new-job'), { recursive: true });
    await expect(again()).rejects.toThrow(/new-job/);
  });
});
