import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Catalogue } from '#authorities';
import { publishJourneys } from '#publishing';
import { DefinitionError, readJourneyFolder } from '#journey';
import { type DefinitionStore } from '#runtime';
import { type Page } from '../../../apps/api/src/paging/page.js';
import {
  type CatalogueJourneyPage,
  type PictureDocument,
  type ReadVersionDocument,
} from '../../../apps/api/src/designer/catalogue-documents.js';
import { EditedJourneys, until } from '../../support/index.js';
import { type PublicationDocument } from '../../../apps/api/src/designer/designer-documents.js';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

describe('what designers do', () => {
  let system: System;
  let designer: Client;
  let files: Record<string, string>;

  beforeAll(async () => {
    system = await startSystem();
    designer = await system.signedIn('designer');
    files = { ...(await readJourneyFolder(join(SAMPLE_JOURNEYS, 'relocating'))) };
  }, STARTING);

  afterAll(() => system?.close());

  const broken = () => ({
    ...files,
    '2025-01-01.yaml': files['2025-01-01.yaml']!.replace('cpr.registerMove', 'cpr.registrMove'),
  });
  const versions = async () =>
    (await designer.read<Page<PublicationDocument>>('/v1/designer/versions')).items;

  it('check a journey and are told what is wrong, where, and how to mend it', async () => {
    const sound = await designer.post('/v1/designer/check', { journey: 'relocating', files });
    expect(sound.body).toMatchObject({ sound: true });
    const faulty = await designer.post('/v1/designer/check', { journey: 'relocating', files: broken() });
    expect(faulty.body).toMatchObject({
      sound: false,
      diagnostics: expect.arrayContaining([
        expect.objectContaining({
          severity: 'error',
          file: '2025-01-01.yaml',
          line: expect.any(Number),
          remedy: expect.any(String),
        }),
      ]),
    });
  });

  it('see every journey, who is under way, and how good it is once that is worked out', async () => {
    const citizen = await system.citizen('6204862345');
    await citizen.start();
    const listed = async () => (await designer.read<CatalogueJourneyPage>('/v1/designer/journeys')).items;
    const [journey] = await until(async () => {
      const items = await listed();
      return items.every(({ appraisal }) => appraisal.status === 'done') && items;
    }, 'the appraisal');
    expect(journey).toMatchObject({
      id: 'relocating',
      versions: [{ current: true, underWay: 1, publishedBy: 'system' }],
      appraisal: { status: 'done', errors: 0, score: expect.any(Number) },
    });
    const hash = journey!.inForce!;
    expect(journey!.versions.map(version => version.hash)).toEqual([hash]);
    const { body } = await designer.get(`/v1/designer/versions/${hash}`);
    expect(body).toMatchObject({
      hash,
      inForce: hash,
      underWay: 1,
      score: { score: journey!.appraisal.score },
    });
    expect((body as ReadVersionDocument).diagnostics.map(({ code }) => code)).toContain('not-walked');
    problem(await designer.get(`/v1/designer/versions/${'0'.repeat(64)}`), 404, 'unknown-version');
  });

  it('see a version as a picture, and the same in words in their language', async () => {
    const [journey] = (await designer.read<CatalogueJourneyPage>('/v1/designer/journeys')).items;
    const path = `/v1/designer/versions/${journey!.inForce}/picture`;
    const words = await designer.read<PictureDocument>(path);
    expect(words.states.map(({ path: state }) => state)).toContain('declareMove');
    const image = await designer.get(`${path}.svg`);
    expect(image.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(image.text).toMatch(/^<svg /);
    problem(await designer.get(`${path}?branch=nowhere`), 404, 'unknown-picture');
    problem(await designer.get(`${path}?branch=a&branch=b`), 422, 'invalid');
    problem(await designer.get('/v1/designer/versions/none/picture'), 404, 'unknown-version');
  });

  it('publish one that is sound: new journeys start on it, those under way stay where they are', async () => {
    const citizen = await system.citizen('7105903456');
    const before = await citizen.start();
    const renamed = {
      ...files,
      'texts/en.yaml': files['texts/en.yaml']!.replace('title: Relocating', 'title: Going away'),
    };
    const published = await designer.post('/v1/designer/versions', { journey: 'relocating', files: renamed });
    expect(published.status).toBe(201);
    const [{ hash }] = published.body as [{ hash: string }];
    const listed = await versions();
    expect(listed.filter(({ current }) => current).map(version => version.hash)).toEqual([hash]);
    expect(listed).toEqual([
      expect.objectContaining({ hash: before.hash, current: false, publishedBy: 'system' }),
      expect.objectContaining({ hash, publishedBy: expect.stringMatching(/^designer:/) }),
    ]);
    expect((await citizen.start()).title).toBe('Going away');
    expect((await citizen.journey(before.id)).title).toBe('Relocating');
  });

  it('withdraw one: new journeys start on the one before it, those under way stay where they are', async () => {
    const citizen = await system.citizen('7105903456');
    const changed = {
      ...files,
      'texts/en.yaml': files['texts/en.yaml']!.replace('title: Relocating', 'title: Regretted'),
    };
    const publish = () => designer.post('/v1/designer/versions', { journey: 'relocating', files: changed });
    const withdraw = (version: string, reason: string) =>
      designer.post(`/v1/designer/versions/${version}/withdrawal`, { reason });
    const [{ hash }] = (await publish()).body as [{ hash: string }];
    const regretted = await citizen.start();
    expect(regretted.title).toBe('Regretted');

    problem(await withdraw(hash, ''), 422, 'invalid');
    expect((await withdraw(hash, 'asks for too much')).status).toBe(204);
    expect((await versions()).find(version => version.hash === hash)).toMatchObject({
      current: false,
      withdrawn: {
        at: expect.any(String),
        by: expect.stringMatching(/^designer:/),
        reason: 'asks for too much',
      },
    });
    expect((await citizen.start()).title).not.toBe('Regretted');
    expect((await citizen.journey(regretted.id)).title).toBe('Regretted');

    expect((await publish()).status).toBe(201);
    expect((await citizen.start()).title).toBe('Regretted');
    expect((await withdraw(hash, 'once more')).status).toBe(204);
    for (const none of ['0'.repeat(64), 'x', '%00']) {
      problem(await withdraw(none, 'nothing there'), 404, 'unknown-version');
    }
  });

  it('withdraw the last one: there is nothing left to start', async () => {
    const citizen = await system.citizen('7105903456');
    const standing = (await versions()).filter(({ withdrawn }) => !withdrawn);
    for (const { hash } of standing) {
      await designer.post(`/v1/designer/versions/${hash}/withdrawal`, { reason: 'for a while' });
    }
    // A process that starts publishes all of its folder again.
    await publishJourneys(SAMPLE_JOURNEYS, Catalogue.load(), system.assembly.stores.definitions);
    problem(await citizen.post('/v1/journeys', { definition: 'relocating' }), 404, 'unknown-definition');
    expect((await system.anonymous().get('/v1/definitions')).body).toEqual({ items: [] });
    for (const { hash } of standing) await system.assembly.stores.definitions.reinstate(hash);
    expect((await citizen.start()).definition).toBe('relocating');
  });

  it('cannot publish one that is not', async () => {
    const before = await versions();
    const refused = problem(
      await designer.post('/v1/designer/versions', { journey: 'relocating', files: broken() }),
      422,
      'unsound-definition',
    );
    expect(refused.diagnostics?.length).toBeGreaterThan(0);
    problem(
      await designer.post('/v1/designer/versions', { journey: 'other', files }),
      422,
      'unsound-definition',
    );
    problem(
      await designer.post('/v1/designer/versions', { journey: 'relocating', files: {} }),
      422,
      'unsound-definition',
    );
    problem(
      await designer.post('/v1/designer/versions', { journey: 'relocating', files: { '../x.yaml': 'x' } }),
      422,
      'invalid',
    );
    problem(
      await designer.post('/v1/designer/versions', { journey: 'relocating', files: { 'a.yaml': 7 } }),
      422,
      'invalid',
    );
    expect(await versions()).toEqual(before);
  });
});

describe('while the check of a monstrous journey is under way', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  }, STARTING);
  afterAll(() => system?.close());

  it('everybody else is answered', async () => {
    const designer = await system.signedIn('designer');
    const citizen = await system.citizen('7105903456');
    let over = false;
    const check = designer
      .post('/v1/designer/check', { journey: 'relocating', files: monstrous() })
      .catch(() => undefined)
      .finally(() => (over = true));
    // The first that is answered may have overtaken it; of those that follow one at least has not.
    for (let round = 0; round < 5; round++) {
      expect((await system.anonymous().get('/health/live')).status).toBe(200);
      expect((await citizen.start()).definition).toBe('relocating');
    }
    expect(over).toBe(false);
    await system.close();
    await check;
  });

  /** Within every bound, and yet a matter of many seconds: what may be remembered grows from state to state. */
  function monstrous(): Record<string, string> {
    const states = Array.from(
      { length: 1_000 },
      (_, n) =>
        `s${n}: { meta: { task: { role: applicant, form: a } }, on: { submit: { target: s${n + 1}, actions: { type: remember, params: { as: f${n} } } } } }`,
    );
    const version = [
      'id: relocating',
      'title: { da: x, en: x }',
      'lifeEvent: moving',
      'effective: 2025-01-01',
      'roles: { applicant: {} }',
      'machine:',
      '  initial: s0',
      '  states:',
      ...states.map(state => `    ${state}`),
      '    s1000: { type: final }',
    ].join('\n');
    return {
      'forms/a.yaml': 'type: object\nproperties: { a: { type: string } }\n',
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`202${n}-01-01.yaml`, version])),
    };
  }
});

describe('starting with a definition that fails the check', () => {
  let journeys: EditedJourneys;

  beforeEach(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
  });

  afterEach(() => journeys.remove());

  it('is refused, naming the definition, the place and the remedy', async () => {
    await journeys.edit('relocating/2025-01-01.yaml', 'src: cpr.registerMove', 'src: cpr.registrMove');
    const start = startSystem({ journeysDir: journeys.folder });
    await expect(start).rejects.toBeInstanceOf(DefinitionError);
    await expect(start).rejects.toThrow(
      /relocating\/2025-01-01\.yaml:\d+:\d+ error [\w-]+ .*cpr\.registrMove.* Remedy: /,
    );
  });

  it('publishes nothing of it', async () => {
    await rm(join(journeys.folder, 'relocating', 'texts', 'en.yaml'));
    const published: string[] = [];
    const store: Pick<DefinitionStore, 'publish' | 'clearance'> = {
      publish: async ({ hash }) => void published.push(hash),
      clearance: async () => undefined,
    };
    await expect(
      publishJourneys(journeys.folder, Catalogue.load(), store as DefinitionStore),
    ).rejects.toBeInstanceOf(DefinitionError);
    expect(published).toEqual([]);
  });

  it('says what to set when there is no folder of journeys', async () => {
    await expect(startSystem({ journeysDir: join(journeys.folder, 'nowhere') })).rejects.toThrow(
      /JOURNEYS_DIR/,
    );
  });
});
