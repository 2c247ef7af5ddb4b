import { readFile } from 'node:fs/promises';
import { checkProof } from '#runtime';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const ADDRESS = '0a3f50b8-5c1e-32b8-e044-0003ba298018';
const PATH = '/mine-oplysninger';

describe('the pages on one’s own data', () => {
  let faces: FacesUnderTest;
  let anna: Visitor;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const { system } = faces;
    const client = await system.citizen('6110851234');
    const { id } = await client.start();
    const date = faces.system.day(3);
    await client.submit(id, 'declareMove', 'submit', { address: ADDRESS, date });
    await client.reaches(id, 'underWay.population.awaited');
    anna = await faces.visitor('anna');
    await until(async () => {
      const { body } = await client.get('/v1/disclosures/proof');
      return ((body as { entries?: unknown[] }).entries ?? []).length > 0;
    }, 'what was given to be chained');
  }, 2 * STARTING);
  afterAll(async () => {
    await anna?.close();
    await faces?.close();
  });

  /** What a link downloads. */
  async function downloaded(link: string): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([
      anna.page.waitForEvent('download'),
      anna.page.getByRole('link', { name: link }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  it('give a proof that can be checked without us, and a copy of everything', async () => {
    await anna.goTo(PATH);
    expect(await anna.findings()).toEqual([]);
    const proof = await downloaded('Hent beviset som fil (JSON)');
    expect(proof.name).toBe('bevis.json');
    expect(checkProof(proof.text)).toMatchObject({ kind: 'proven' });
    const copy = await downloaded('Hent kopien som fil (JSON)');
    expect(copy.name).toBe('mine-oplysninger.json');
    expect(JSON.parse(copy.text)).toMatchObject({ journeys: [{ journey: { title: 'Fraflytning' } }] });
  });

  it('show the copy, to be read and printed', async () => {
    await anna.goTo(PATH);
    await anna.page.getByRole('link', { name: 'Se en kopi af alt' }).click();
    expect(await anna.heading()).toBe('En kopi af alt, hvad vi har om dig');
    expect(await anna.findings()).toEqual([]);
    const text = await anna.page.locator('main').innerText();
    expect(text).toContain('Fraflytning');
    expect(text).toContain('CPR-loven § 12');
  });

  it('say to which authority one turns when something is wrong', async () => {
    await anna.goTo(PATH);
    await anna.page
      .getByRole('link', { name: /^Er noget forkert\? / })
      .first()
      .click();
    await anna.follow(anna.page.getByRole('link', { name: 'Du kan også selv kontakte myndigheden' }));
    expect(await anna.heading()).toBe('Er der noget forkert i dine oplysninger?');
    expect(await anna.page.getByRole('heading', { name: /^Kontakt / }).count()).toBe(1);
    expect(await anna.findings()).toEqual([]);
  });
});
