import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { type JourneyFiles, readJourneyFolder } from '#journey';
import { TaskOverrun, TaskRefused } from '#threads';
import { examineJourney } from './examine-journey.js';
import { type JourneyCheckOptions, JourneyChecks } from './journey-checks.js';

const catalogue = Catalogue.load();
const started: JourneyChecks[] = [];
let files: JourneyFiles;

beforeAll(async () => {
  files = await readJourneyFolder(
    fileURLToPath(new URL('../../../test/e2e/journeys/relocating', import.meta.url)),
  );
});
afterEach(async () => {
  for (const checks of started.splice(0)) await checks.onApplicationShutdown();
});

function checksWith(options: JourneyCheckOptions): JourneyChecks {
  const checks = new JourneyChecks(catalogue, options);
  started.push(checks);
  return checks;
}

describe('the checks of journeys that others send', () => {
  it('find in their thread what is found here, with what there is to publish', async () => {
    const checks = checksWith({ seconds: 600 });
    const faulty = { ...files, 'forms/other.yaml': 'type: object' };
    const [sound, unsound] = await Promise.all([
      checks.examine('relocating', files),
      checks.examine('relocating', faulty),
    ]);
    expect(sound).toEqual(examineJourney('relocating', files, catalogue));
    expect(sound.versions).toHaveLength(1);
    expect(unsound).toEqual(examineJourney('relocating', faulty, catalogue));
    expect(unsound.versions).toEqual([]);
  });

  it('are broken off when their time is over, each in turn', async () => {
    const checks = checksWith({ seconds: 0.001 });
    const asked = [checks.examine('relocating', files), checks.examine('relocating', files)];
    for (const result of await Promise.allSettled(asked)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(TaskOverrun) });
    }
    await checks.onApplicationShutdown();
    expect(process.getActiveResourcesInfo()).not.toContain('MessagePort');
  });

  it('are broken off when they need too much memory', async () => {
    const checks = checksWith({ seconds: 600, megabytes: 8 });
    await expect(checks.examine('relocating', files)).rejects.toBeInstanceOf(TaskOverrun);
  });

  it('are turned away when too many wait', async () => {
    const checks = checksWith({ seconds: 0.001, mostWaiting: 1 });
    const results = await Promise.allSettled([1, 2, 3].map(() => checks.examine('relocating', files)));
    expect(results.map(result => result.status === 'rejected' && result.reason.constructor)).toEqual([
      TaskOverrun,
      TaskOverrun,
      TaskRefused,
    ]);
  });

  it('end with the process', async () => {
    const checks = checksWith({ seconds: 600 });
    const asked = [checks.examine('relocating', files), checks.examine('relocating', files)];
    const settled = Promise.allSettled(asked);
    await checks.onApplicationShutdown();
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(TaskRefused) });
    }
  });
});
