import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type JsonObject } from '#schema';
import { POPULATION } from '../../apps/standalone/src/sample-people.js';
import { STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { answerTask, withNumbers } from './answer-task.js';

const JOURNEYS = path.resolve(import.meta.dirname, '../../journeys');
const PHONE = { unscripted: true, viewport: { width: 390, height: 844 } };
const MORNING = 'T08:00:00Z';
const MINUTE = 60_000;

interface FirstAnswer {
  readonly task: string;
  readonly event?: string;
  readonly data?: JsonObject;
}

interface DemoScenario {
  readonly demo?: boolean;
  readonly start: string;
  readonly steps: readonly { readonly submit?: string | FirstAnswer }[];
}

/** Where the scenario tells the registers who somebody is, and here they know it. */
const OTHERWISE: Readonly<
  Record<string, Partial<Pick<Opening, 'who' | 'start'>> & { readonly data?: JsonObject }>
> = {
  'digital-citizen': { who: 'ask', start: '2026-02-02' },
  'getting-married': {
    who: 'eva',
    data: {
      partnerHasCpr: true,
      partner: 'kim',
      ceremony: 'civil',
      weddingDay: '2025-05-17',
      related: 'no',
      hasNordicCertificate: false,
      endedAbroad: false,
      hasGuardian: false,
    },
  },
};

interface Opening {
  readonly journey: string;
  readonly who: string;
  readonly start: string;
  readonly first: FirstAnswer;
}

/** Of each journey the first answer of the scenario that it is shown by, the earliest first: time does not run backwards. */
function openings(): readonly Opening[] {
  const all = readdirSync(JOURNEYS, { recursive: true, encoding: 'utf8' })
    .filter(file => /^[\w-]+\/scenarios\/[\w-]+\.yaml$/.test(file))
    .flatMap(file => {
      const text = readFileSync(path.join(JOURNEYS, file), 'utf8');
      if (!/^demo:/m.test(text)) return [];
      const scenario = parse(text) as DemoScenario;
      const { submit } = scenario.steps.find(step => step.submit !== undefined)!;
      const journey = file.split(path.sep)[0]!;
      const { who = 'anna', start = scenario.start, data } = OTHERWISE[journey] ?? {};
      const first = typeof submit === 'string' ? { task: submit } : submit!;
      return [{ journey, who, start, first: { ...first, ...(data && { data }) } }];
    });
  return all.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

/** The first days of every life event, in a browser without scripts, on a phone. */
describe('every journey on the pages', () => {
  const known = openings();
  let now = Date.parse(`${known[0]!.start}${MORNING}`);
  let faces: FacesUnderTest;
  beforeAll(async () => {
    faces = await startFaces(JOURNEYS, {
      clock: { now: () => now },
      authorities: { population: POPULATION },
    });
  }, STARTING);

  afterAll(() => faces?.close());

  it('has twenty of them to show', () => {
    expect(known.map(({ journey }) => journey)).toHaveLength(20);
  });

  it.each(known)('$journey: begun, answered and receipted', async ({ journey, who, start, first }) => {
    now = Math.max(now, Date.parse(`${start}${MORNING}`));
    const citizen = await faces.visitor(who, PHONE);
    const { page } = citizen;
    const sound = async () => {
      const faults = await citizen.findings();
      expect({ at: citizen.path, faults }).toMatchObject({ faults: [] });
    };
    await citizen.goTo(`/start/${journey}`);
    await sound();
    await citizen.begin(journey);
    const address = citizen.path;
    expect(address).toMatch(/^\/forloeb\//);
    await until(async () => {
      now += MINUTE;
      await citizen.goTo(address);
      return page.locator(`main a[href="${address}/opgaver/${first.task}"]`).first().isVisible();
    }, `${journey} to ask for ${first.task}`);
    await sound();

    await citizen.goTo(`${address}/opgaver/${first.task}`);
    await sound();
    await answerTask(citizen, withNumbers(first.data ?? {}), sound);
    expect(citizen.path).toMatch(new RegExp(`^${address}/kvitteringer/`));
    await sound();
    await citizen.goTo(address);
    await sound();
    await citizen.close();
  });
});
