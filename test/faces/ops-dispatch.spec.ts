import { fileURLToPath } from 'node:url';
import { type AuditPage } from '../../apps/api/src/audit/audit-documents.js';
import { type Client } from '../e2e/api/client.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { type Visitor } from './visitor.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
const EVA = '6110851234';
const ADDRESS = 'Strandvejen 8, 1. th., 8240 Risskov';
const NARROW = { viewport: { width: 320, height: 640 } };

describe('one request that ops mend', () => {
  let faces: FacesUnderTest;
  let eva: Client;
  let ops: Client;
  let journey: string;
  let dispatch: string;

  beforeAll(async () => {
    faces = await startFaces(JOURNEYS);
    eva = await faces.system.citizen(EVA);
    ops = await faces.system.signedIn('ops');
  }, STARTING);
  afterAll(() => faces?.close());

  beforeEach(async () => {
    turn({});
    ({ id: journey } = await eva.start('moving'));
    await eva.reaches(journey, 'declareMove');
    turn({ hold: true });
    const date = faces.system.day();
    const move = { address: ADDRESS, date, tenure: 'owner', children: [] };
    await eva.submit(journey, 'declareMove', 'submit', move);
    dispatch = await asked('cpr.registerMove', 'accepted');
    const failure = { code: 'answer-breaks-contract', message: 'for this test' };
    await faces.system.assembly.stores.dispatches.park(dispatch, failure);
  });

  const turn = (knobs: { readonly hold?: boolean; readonly outage?: boolean }) =>
    faces.system.simulated('cpr').knobs.set(knobs);
  const asked = async (service: string, status: string): Promise<string> => {
    const { id } = await until(
      async () =>
        (await faces.system.assembly.stores.dispatches.ofJourney(journey)).find(
          each => each.service === service && each.status === status,
        ),
      `${service} to be ${status}`,
    );
    return id;
  };
  const lastAudited = async (action: string) =>
    (await ops.read<AuditPage>(`/v1/ops/audit?action=${action}`)).items[0];
  const focused = ({ page }: Visitor) => page.locator(':focus').innerText();

  it('is tried again from the list of those that fail, with a reason, and stands in the log', async () => {
    const olga = await faces.visitor('olga');
    const { page } = olga;
    await olga.goTo('/drift/henvendelser?aarsag=answer-breaks-contract&status=parked');
    await page.locator(`main a[href="/drift/henvendelser/${dispatch}"]`).click();
    expect(await olga.heading()).toBe('Henvendelse til Det Centrale Personregister (CPR)');
    expect(await olga.main()).toContain('bliver den ikke udført to gange');
    expect(await olga.findings()).toEqual([]);
    await olga.press('Prøv igen');
    expect(await page.title()).toMatch(/^Fejl: /);
    expect(await olga.findings()).toEqual([]);
    await page.getByLabel('Hvorfor skal den prøves igen?').fill('Kontrakten er rettet');
    await olga.press('Prøv igen');
    expect(await focused(olga)).toContain('Den bliver sendt igen nu');
    expect(await olga.findings()).toEqual([]);
    await asked('cpr.registerMove', 'accepted');
    expect(await lastAudited('dispatch-retried')).toMatchObject({
      reason: 'Kontrakten er rettet',
      outcome: 'done',
      subjects: [dispatch, journey],
    });
    // It waits for the answer of the authority now: there is nothing to send.
    await olga.goTo(`/drift/henvendelser/${dispatch}`);
    expect(await page.getByRole('button', { name: 'Prøv igen' }).count()).toBe(0);
    await olga.close();
  });

  it.each([
    ['wide, with scripts', {}],
    ['narrow, without', { ...NARROW, javaScriptEnabled: false }],
  ])('is skipped from its case, once what it leads to is read: %s', async (_, options) => {
    const olga = await faces.visitor('olga', options);
    const { page } = olga;
    const isSound = async () => {
      if (!('javaScriptEnabled' in options)) expect(await olga.findings()).toEqual([]);
    };
    await olga.goTo(`/drift/sager/${journey}`);
    await page.getByRole('link', { name: /^Prøv igen eller spring over/ }).click();
    await page.getByRole('link', { name: 'Se, hvad det fører til' }).click();
    const told = await olga.main();
    expect(told).toContain('Det kan ikke gøres om.');
    for (const said of ['registeringByHand', 'doctorChoice.listDoctors', 'underWay.waste.readingMeter'])
      expect(told).toContain(said);
    for (const secret of [EVA, ADDRESS]) expect(told).not.toContain(secret);
    await isSound();
    await olga.press('Spring over');
    const again = await olga.main();
    expect(again).toContain('Sæt kryds, når du har læst, hvad det fører til.');
    expect(again).toContain('Skriv hvorfor, med mindst tre tegn.');
    await isSound();
    await page.getByLabel('Hvorfor skal den springes over?').fill('Registreret i telefonen');
    await page.getByLabel('Jeg har læst, hvad det fører til').check();
    await olga.press('Spring over');
    expect(olga.path).toBe(`/drift/henvendelser/${dispatch}?gjort=sprunget`);
    expect(await olga.main()).toContain('Den er sprunget over');
    expect(await olga.main()).toContain('Den er afsluttet, så der er intet at gøre.');
    await isSound();
    await eva.reaches(journey, 'underWay.population.awaiting.registeringByHand');
    expect(await lastAudited('dispatch-skipped')).toMatchObject({
      reason: 'Registreret i telefonen',
      outcome: 'done',
      subjects: [dispatch, journey],
    });
    await olga.close();
  });

  it('is left alone when it was mended meanwhile, and that is said', async () => {
    const [olga, other] = [await faces.visitor('olga'), await faces.visitor('olga')];
    const path = `/drift/henvendelser/${dispatch}`;
    await olga.goTo(path);
    await other.goTo(`${path}/spring-over`);
    expect(
      (
        await ops.post(`/v1/ops${path.replace('/drift/henvendelser', '/dispatches')}/skip`, {
          reason: 'by phone',
        })
      ).status,
    ).toBe(204);
    await olga.page.getByLabel('Hvorfor skal den prøves igen?').fill('Rettet');
    await olga.press('Prøv igen');
    await other.page.getByLabel('Hvorfor skal den springes over?').fill('Rettet');
    await other.page.getByLabel('Jeg har læst, hvad det fører til').check();
    await other.press('Spring over');
    for (const visitor of [olga, other]) {
      expect(await focused(visitor)).toContain('Der er ikke gjort noget');
      expect(await focused(visitor)).toContain('Nu er den: Standset.');
      expect(await visitor.findings()).toEqual([]);
    }
    expect(await other.goTo(`${path}/spring-over`)).toBe(200);
    expect(other.path).toBe(`${path}?gjort=intet`);
    await Promise.all([olga.close(), other.close()]);
  });

  it('cannot be skipped where its journey does not say how it goes on, and can be tried again', async () => {
    turn({ outage: true });
    ({ id: journey } = await eva.start('moving'));
    const pending = await asked('cpr.readPerson', 'pending');
    const olga = await faces.visitor('olga', NARROW);
    await olga.goTo(`/drift/henvendelser/${pending}/spring-over`);
    expect(await olga.main()).toContain('Den kan ikke springes over');
    expect(await olga.page.getByRole('button', { name: 'Spring over' }).count()).toBe(0);
    expect(await olga.findings()).toEqual([]);
    await olga.page.getByRole('link', { name: 'Til henvendelsen' }).click();
    expect(await olga.page.getByRole('button', { name: 'Prøv igen' }).count()).toBe(1);
    expect(await olga.findings()).toEqual([]);
    await olga.close();
  });

  it.each(['/drift', '/drift/henvendelser', '/drift/sager/:journey'])(
    'stands in tables in which no word is broken on a screen: %s',
    async path => {
      for (const width of [1024, 1280]) {
        const olga = await faces.visitor('olga', { viewport: { width, height: 900 } });
        await olga.goTo(path.replace(':journey', journey));
        expect(await olga.page.locator('main table').count()).toBe(1);
        expect({ width, broken: await brokenWords(olga) }).toEqual({ width, broken: [] });
        expect(await olga.findings()).toEqual([]);
        await olga.close();
      }
    },
  );
});

/** Words in cells that begin on one line and end on another. */
function brokenWords({ page }: Visitor): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('main table')].flatMap(table => {
    const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (parentElement.closest('caption, .sr-only')) continue;
      for (const { 0: word, index } of data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  })`);
}
