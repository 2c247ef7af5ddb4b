import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { readJourney, readJourneyFolder } from '#journey';
import { type StoredDefinition } from '#runtime';
import { until } from '../../../../test/support/index.js';
import { MemoryStores } from '../../../runtime/src/memory/index.js';
import { publishJourneys } from '../publish-journeys.js';
import { type Appraisal } from './appraisal.js';
import { JourneyStudies } from './journey-studies.js';

const RELOCATING = fileURLToPath(new URL('../../../../test/e2e/journeys/relocating', import.meta.url));
const JOURNEYS = fileURLToPath(new URL('../../../../journeys', import.meta.url));

describe('the studies of what is published', () => {
  const catalogue = Catalogue.load();
  const store = new MemoryStores().definitions;
  let folder: string;
  let studies: JourneyStudies;
  let version: StoredDefinition;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journeys-'));
    await cp(RELOCATING, join(folder, 'relocating'), { recursive: true });
    const { published } = await publishJourneys(folder, catalogue, store);
    version = (await store.find(published[0]!.hash))!;
    // The two start each other.
    for (const each of ['new-job', 'losing-a-job', 'parts'])
      await cp(join(JOURNEYS, each), join(folder, each), { recursive: true });
    studies = new JourneyStudies(catalogue, store, folder);
  });
  afterAll(async () => {
    await studies.onApplicationShutdown();
    await rm(folder, { recursive: true });
  });

  const known = async (of: Omit<StoredDefinition, 'sources'>): Promise<Appraisal> => {
    const appraised = await until(() => {
      const now = studies.appraised(of);
      return now === 'under way' ? undefined : now;
    }, 'an appraisal');
    if (appraised === 'failed') throw new Error('It failed.');
    return appraised;
  };

  it('begin when they are first asked for, and are kept', async () => {
    expect(studies.appraised(version)).toBe('under way');
    const appraisal = await known(version);
    expect(appraisal.score).toBeGreaterThan(0);
    expect(studies.appraised(version)).toBe(appraisal);
    // It has no scenarios.
    expect(appraisal.states).toBeUndefined();
    expect(appraisal.diagnostics.map(({ code }) => code)).toContain('no-scenario');
  });

  it('tell what its scenarios walk of a version that stands in the folder', async () => {
    const [definition] = readJourney(await readJourneyFolder(join(folder, 'new-job'))).definitions;
    const { id, hash, effective } = definition!;
    const { states, transitions, diagnostics } = await known({ id, hash, effective });
    expect(states!.all).toBeGreaterThan(10);
    expect(states!.missed).toEqual([]);
    expect(transitions!.all).toBeGreaterThan(10);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('say what the check finds of a version that stands nowhere but in the store', async () => {
    const stray = { ...version, hash: 'f'.repeat(64), sources: { '2025-01-01.yaml': 'id: relocating' } };
    await store.publish(stray);
    const appraisal = await known(stray);
    expect(appraisal.score).toBeUndefined();
    expect(appraisal.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('draw a version, with the same in words, once for each language', async () => {
    const task = { id: version.id, version, language: 'da', day: '2026-03-01' } as const;
    const picture = (await studies.picture(task))!;
    expect(picture.svg).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(picture.states.map(({ path }) => path)).toContain('declareMove');
    expect(studies.picture(task)).toBe(studies.picture(task));
    const english = (await studies.picture({ ...task, language: 'en' }))!;
    expect(english.description).not.toBe(picture.description);
    expect(await studies.picture({ ...task, branch: 'nowhere' })).toBeUndefined();
  });
});
