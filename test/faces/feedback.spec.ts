import { type FeedbackDocument } from '../../apps/api/src/feedback/feedback-documents.js';
import { problem } from '../e2e/api/client.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';

/** How it went: asked once, at the end, and told to those who come after. */
describe('feedback', () => {
  let faces: FacesUnderTest;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
  }, STARTING);

  afterAll(() => faces?.close());

  /** A journey of somebody's that has ended. */
  const ended = async (cpr: string) => {
    const client = await faces.system.citizen(cpr);
    const { id } = await client.start();
    await client.post(`/v1/journeys/${id}/cancellation`);
    await until(async () => (await client.journey(id)).status === 'cancelled', 'the journey to end');
    return { client, id, path: `/v1/journeys/${id}/feedback` };
  };
  const published = async () =>
    (await faces.system.anonymous().get('/v1/definitions/relocating/feedback')).body as FeedbackDocument;

  it('is asked on the page of a journey that has ended, with a score to choose, and only once', async () => {
    const { id, client, path } = await ended('6110851234');
    const anna = await faces.visitor('anna', { unscripted: true, viewport: { width: 320, height: 640 } });
    await anna.goTo(`/forloeb/${id}`);
    await anna.page.getByRole('link', { name: 'Fortæl os, hvordan det gik' }).click();
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByLabel('Hvad var svært?').fill('Brevet var for langt.');
    await anna.press('Send');
    expect(await anna.page.title()).toMatch(/^Fejl: /);
    expect(await anna.page.getByLabel('Hvad var svært?').inputValue()).toBe('Brevet var for langt.');
    expect(await anna.findings()).toEqual([]);
    await anna.page.getByLabel('Svært', { exact: true }).check();
    await anna.press('Send');
    expect(await anna.heading()).toBe('Tak for hjælpen');
    expect(await anna.findings()).toEqual([]);
    await anna.goTo(`/forloeb/${id}`);
    expect(await anna.page.getByText('Fortæl os, hvordan det gik').count()).toBe(0);
    await anna.goTo(`/forloeb/${id}/tilbagemelding`);
    expect(anna.path).toBe(`/forloeb/${id}`);
    await anna.close();
    problem(await client.post(path, { score: 5 }), 409, 'not-offered');
    const designer = await faces.system.signedIn('designer');
    const { body } = await designer.get('/v1/designer/definitions/relocating/remarks');
    const month = expect.stringMatching(/^\d{4}-\d{2}-01$/);
    expect(body).toEqual({ items: [{ score: 2, month, text: 'Brevet var for langt.' }] });
  });

  it('is published from five answers on, and shown before one begins', async () => {
    for (const [cpr, score] of [
      ['6204862345', 5],
      ['7105903456', 5],
      ['6708671237', 4],
    ] as const) {
      const { client, path } = await ended(cpr);
      expect((await client.post(path, { score })).status).toBe(204);
    }
    expect(await published()).toEqual({ publishedFrom: 5 });
    const { client, path } = await ended('6110851234');
    problem(await client.post(path, { score: 6 }), 422, 'invalid');
    problem(await client.post(path, { score: 4, remark: '' }), 422, 'invalid');
    expect((await client.post(path, { score: 4 })).status).toBe(204);
    const distribution = [0, 1, 0, 2, 2].map((count, index) => ({ score: index + 1, count }));
    expect(await published()).toEqual({ publishedFrom: 5, figures: { count: 5, mean: 4, distribution } });
    const nobody = await faces.visitor();
    await nobody.goTo('/start/relocating');
    expect(await nobody.page.locator('main').innerText()).toContain(
      '5 har svaret. I gennemsnit giver de 4 ud af 5, hvor 5 er meget let.',
    );
    expect(await nobody.findings()).toEqual([]);
    await nobody.close();
  });

  it('is not asked before a journey has ended', async () => {
    const client = await faces.system.citizen('6204862345');
    const { id, links } = await client.start();
    expect(links).not.toHaveProperty('feedback');
    problem(await client.post(`/v1/journeys/${id}/feedback`, { score: 5 }), 409, 'not-offered');
  });
});
