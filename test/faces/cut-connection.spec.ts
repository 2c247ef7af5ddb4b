import { dateAt } from '#calendar';
import { type AnswerPage } from '../../apps/api/src/citizen/answer-document.js';
import { type JourneyPage } from '../../apps/api/src/citizen/journey-document.js';
import { type MandatesDocument } from '../../apps/api/src/mandates/mandate-documents.js';
import { STARTING } from '../e2e/api/system.js';
import { type FacesBehindProxy, startFacesBehindProxy } from './faces-behind-proxy.js';
import { type Visitor } from './visitor.js';

const DAY = 864e5;
const LEASE = { name: 'lease.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
const UNSURE = 'Vi ved ikke, om det nåede frem';
const ONCE = 'Det tæller kun én gang, også hvis det nåede frem første gang.';

/** What somebody reads who sends something to a system that does it and cannot say so, or that is gone. */
describe('a connection that is cut while something is sent', () => {
  let faces: FacesBehindProxy;

  beforeAll(async () => {
    faces = await startFacesBehindProxy();
  }, STARTING);
  afterAll(() => faces?.close());

  const fillDate = async ({ page }: Visitor, field: string, at: number) => {
    const [year, month, day] = dateAt(at).split('-') as [string, string, string];
    const part = page.locator(`[data-field="${field}"]`);
    await part.getByLabel('Dag', { exact: true }).fill(day);
    await part.getByLabel('Måned', { exact: true }).fill(month);
    await part.getByLabel('År', { exact: true }).fill(year);
  };
  const expectUnsure = async (anna: Visitor, ...texts: readonly string[]) => {
    expect(await anna.heading()).toBe(UNSURE);
    for (const text of texts) expect(await anna.main()).toContain(text);
    expect(await anna.findings()).toEqual([]);
  };

  it('begins a journey once, however often it is sent again', async () => {
    const anna = await faces.annaAt('/start/relocating');
    faces.proxy.cutNext('POST /v1/journeys');
    await anna.press('Begynd');
    await expectUnsure(anna, ONCE);
    faces.proxy.refuse();
    await anna.press('Send igen');
    await expectUnsure(anna, ONCE);
    faces.proxy.mend();
    await anna.press('Send igen');
    expect(anna.path).toMatch(/^\/forloeb\/[^/]+$/);
    const citizen = await faces.system.citizen('6110851234');
    const { items } = await citizen.read<JourneyPage>('/v1/journeys');
    expect(items.map(({ id }) => `/forloeb/${id}`)).toEqual([anna.path]);
    await anna.close();
  });

  it('keeps what is filled in, takes an answer once, and shows its receipt', async () => {
    const citizen = await faces.system.citizen('6110851234');
    const { id } = await citizen.start();
    const task = `/forloeb/${id}/opgaver/declareMove`;
    const anna = await faces.annaAt(task);
    await anna.page.getByLabel('Ny adresse').fill('Nygade 1');
    await fillDate(anna, 'date', Date.now() + 20 * DAY);
    faces.proxy.refuse();
    await anna.press('Fortsæt');
    await expectUnsure(anna, 'Bagefter kan du se, hvad der er gemt.', 'Til forløbet');
    faces.proxy.mend();
    await anna.press('Send igen');
    expect(await anna.page.locator('.step').innerText()).toBe('Trin 2 af 3');
    await anna.goTo(`${task}/tjek`);
    expect(await anna.main()).toContain('Nygade 1');
    faces.proxy.cutNext(`POST /v1/journeys/${id}/tasks/declareMove`);
    await anna.press('Send');
    await expectUnsure(anna, ONCE, 'Til forløbet');
    await anna.press('Send igen');
    expect(anna.path).toMatch(new RegExp(`^/forloeb/${id}/kvitteringer/`));
    expect(await anna.main()).toContain('Nygade 1');
    const { items } = await citizen.read<AnswerPage>(`/v1/journeys/${id}/answers`);
    expect(items.map(answer => answer.task)).toEqual(['declareMove']);
    await anna.close();
  });

  it('gives a mandate once, with what was written, and shows its receipt', async () => {
    const anna = await faces.annaAt('/fuldmagter/giv');
    await anna.page.getByLabel('Hvad hedder den, der skal handle for dig?').fill('Eva Holm');
    await anna.page.getByLabel('Hvad er personens CPR-nummer?').fill('7105903456');
    await anna.page.getByLabel('Alle forløb, hvor en anden kan handle for mig').check();
    await fillDate(anna, 'until', Date.now() + 100 * DAY);
    await anna.press('Fortsæt');
    faces.proxy.cutNext('POST /v1/mandates');
    await anna.press('Giv fuldmagten');
    await expectUnsure(anna, ONCE);
    await anna.press('Send igen');
    expect(anna.path).toMatch(/\/kvittering$/);
    expect(await anna.main()).toContain('Eva Holm må handle for dig.');
    const { given } = await (await faces.system.citizen('6110851234')).read<MandatesDocument>('/v1/mandates');
    expect(given).toHaveLength(1);
    await anna.close();
  });

  it('is told of in English too, and of a file that does not come along', async () => {
    const { id } = await (await faces.system.citizen('6110851234')).start();
    const english = await faces.annaAt(`/forloeb/${id}/opgaver/declareMove?side=3`, { locale: 'en-GB' });
    faces.proxy.refuse();
    await english.page.locator('input[type=file]').first().setInputFiles(LEASE);
    await english.press('Continue');
    expect(await english.heading()).toBe('We do not know whether it arrived');
    expect(await english.main()).toContain('Files do not come along. You must choose them again.');
    expect(await english.findings()).toEqual([]);
    faces.proxy.mend();
    await english.close();
  });
});
