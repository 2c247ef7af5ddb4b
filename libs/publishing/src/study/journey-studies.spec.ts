import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { isError, readJourney, readJourneyFolder } from '#journey';
import { type AppraisalStore, type KeptAppraisal, type StoredDefinition } from '#runtime';
import { EditedJourneys, until } from '../../../../test/support/index.js';
import { MemoryStores } from '../../../runtime/src/memory/index.js';
import { publishJourneys } from '../publish-journeys.js';
import { type Appraisal } from './appraisal.js';
import { JourneyStudies } from './journey-studies.js';

const SAMPLE_JOURNEYS = fileURLToPath(new URL('../../../../test/e2e/journeys', import.meta.url));
const JOURNEYS = fileURLToPath(new URL('../../../../journeys', import.meta.url));

describe('the studies of what is published', () => {
  const catalogue = Catalogue.load();
  const { definitions: store, appraisals } = new MemoryStores();
  let journeys: EditedJourneys;
  let studies: JourneyStudies;
  let version: StoredDefinition;

  beforeAll(async () => {
    journeys = await EditedJourneys.of(SAMPLE_JOURNEYS, ['relocating']);
    const { published } = await publishJourneys(journeys.folder, catalogue, store);
    version = (await store.find(published[0]!.hash))!;
    // The two start each other.
    await journeys.bring(JOURNEYS, ['new-job', 'losing-a-job', 'parts']);
    studies = new JourneyStudies(catalogue, store, appraisals, journeys.folder);
  });
  afterAll(async () => {
    await studies.onApplicationShutdown();
    await journeys.remove();
  });

  const known = async (of: Omit<StoredDefinition, 'sources'>, by = studies): Promise<Appraisal> => {
    const appraised = await until(() => {
      const now = by.appraised(of);
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
    // Its one scenario leaves some out.
    expect(appraisal.states?.missed).toContain('lapsed');
    expect(appraisal.diagnostics.map(({ code }) => code)).toContain('not-walked');
  });

  it('tell what its scenarios walk of a version that stands in the folder', async () => {
    const [definition] = readJourney(await readJourneyFolder(join(journeys.folder, 'new-job'))).definitions;
    const { id, hash, effective } = definition!;
    const { states, transitions, diagnostics } = await known({ id, hash, effective });
    expect(states!.all).toBeGreaterThan(10);
    expect(states!.missed).toEqual([]);
    expect(transitions!.all).toBeGreaterThan(10);
    expect(diagnostics.filter(isError)).toEqual([]);
  });

  it('say what the check finds of a version that stands nowhere but in the store', async () => {
    const stray = { ...version, hash: 'f'.repeat(64), sources: { '2025-01-01.yaml': 'id: relocating' } };
    await store.publish(stray);
    const appraisal = await known(stray);
    expect(appraisal.score).toBeUndefined();
    expect(appraisal.diagnostics.some(isError)).toBe(true);
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

  describe('of which there is more than one process', () => {
    /** As another process would have them, with what it asks of the store that all share. */
    const elsewhere = async <T>(use: (other: JourneyStudies, asked: Asked) => Promise<T>): Promise<T> => {
      const asked = new Asked(appraisals);
      const other = new JourneyStudies(catalogue, store, asked, journeys.folder);
      try {
        return await use(other, asked);
      } finally {
        await other.onApplicationShutdown();
      }
    };

    it('are made once, and read by whoever comes later', async () => {
      const appraisal = await known(version);
      await elsewhere(async (other, asked) => {
        expect(await known(version, other)).toEqual(appraisal);
        expect(asked.kept).toEqual([]);
      });
    });

    it('are left to the one that is at them, and made by another once it gives up', async () => {
      // A comment is part of the files, and not of the version.
      await journeys.edit('relocating/2025-01-01.yaml', /$/, '\n# Changed.\n');
      await elsewhere(async (other, asked) => {
        const digest = await until(async () => {
          other.appraised(version);
          return asked.claimed[0];
        }, 'a claim');
        await known(version, other);
        await appraisals.keep(digest, { beside: { 'nobody-there': 'changed since' }, found: {} });
        expect(await appraisals.claim(digest, 600)).toBe(true);
        await elsewhere(async (third, heard) => {
          await until(() => {
            third.appraised(version);
            return heard.claimed.length > 1;
          }, 'to have been refused, and to have asked again');
          expect(heard.kept).toEqual([]);
          await appraisals.giveBack(digest);
          expect((await known(version, third)).score).toBeGreaterThan(0);
          expect(heard.kept).toEqual([digest]);
        });
      });
    });
  });
});

/** Decorator that records what is claimed and kept. */
class Asked implements AppraisalStore {
  readonly claimed: string[] = [];
  readonly kept: string[] = [];

  constructor(private readonly store: AppraisalStore) {}

  find(digest: string): Promise<KeptAppraisal | undefined> {
    return this.store.find(digest);
  }

  claim(digest: string, seconds: number): Promise<boolean> {
    this.claimed.push(digest);
    return this.store.claim(digest, seconds);
  }

  keep(digest: string, appraisal: KeptAppraisal): Promise<void> {
    this.kept.push(digest);
    return this.store.keep(digest, appraisal);
  }

  giveBack(digest: string): Promise<void> {
    return this.store.giveBack(digest);
  }
}
