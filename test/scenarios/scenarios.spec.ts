import { cp, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { readJourney, readJourneyFolder, startsIn } from '#journey';
import { type Happening } from '#workshop';
import { readPlay } from '../../apps/standalone/src/demo/play.js';
import { show } from '../../apps/standalone/src/demo/show.js';
import { Progress } from './progress.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys', import.meta.url));
/**
 * Those in which the most mechanisms meet: places and compensation; offers, parts for each child and a report of a register; two who
 * act; one journey that starts another.
 */
const SHORT = ['moving', 'having-a-child', 'divorce', 'bereavement', 'losing-a-job'];
const full = process.env['OVERGANG_SCENARIOS'] === 'full';
const ids = readdirSync(JOURNEYS, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'parts')
  .map(({ name }) => name)
  .filter(id => full || SHORT.includes(id))
  .sort();
const catalogue = Catalogue.load();
/** Milliseconds for a whole system to start, on a busy machine, and for a scenario to be played. */
const PLAYING = 600_000;

/** What the scenarios that were played have had in them. */
const walked: string[] = [];

/** Names of scenarios to play: those that a journey shows itself with, or all of them. */
function scenariosOf(id: string): readonly string[] {
  const files = readdirSync(join(JOURNEYS, id, 'scenarios')).sort();
  const shown = (file: string): boolean =>
    /^demo: true$/m.test(readFileSync(join(JOURNEYS, id, 'scenarios', file), 'utf8'));
  return (full ? files : files.filter(shown)).map(file => file.replace(/\.yaml$/, ''));
}

const progress = new Progress(
  process.env['OVERGANG_SCENARIOS_HELD'],
  ids.flatMap(id => scenariosOf(id).map(name => `${id}/${name}`)),
);
const left = ids.flatMap(id => {
  const names = scenariosOf(id).filter(name => progress.left.includes(`${id}/${name}`));
  return names.length > 0 ? [{ id, names }] : [];
});

describe.each(left)('$id, over REST as in virtual time', ({ id, names }) => {
  let journeysDir: string;

  beforeAll(async () => {
    // With those that it names alone, so that the others need not be checked at each start.
    journeysDir = await mkdtemp(join(tmpdir(), 'journeys-'));
    for (const folder of [...(await withNamed(id)), 'parts'])
      await cp(join(JOURNEYS, folder), join(journeysDir, folder), { recursive: true });
  });
  afterAll(() => rm(journeysDir, { recursive: true }));

  it.each(names)(
    '%s',
    async name => {
      const play = await readPlay(journeysDir, id, name, catalogue);
      const told: string[] = [];
      const { faults, journals } = await show(play, catalogue, { journeysDir, redisUrl: undefined }, line =>
        told.push(line),
      );
      expect(faults).toEqual([]);
      expect(journals.rest.toSorted()).toEqual(journals.virtual.toSorted());
      expect(told.join('\n')).toMatch(/læser:/);
      progress.held(`${id}/${name}`);
      walked.push(...journals.rest.map(entry => entry.split(' ')[1]!), ...happenedIn(play.result.happenings));
    },
    PLAYING,
  );
});

/** A journey, those that it starts or contradicts, and those that they do. */
async function withNamed(id: string, known: ReadonlySet<string> = new Set()): Promise<ReadonlySet<string>> {
  if (known.has(id)) return known;
  const { definitions } = readJourney(await readJourneyFolder(join(JOURNEYS, id)));
  let all: ReadonlySet<string> = new Set([...known, id]);
  const named = definitions.flatMap(({ machine, conflicts }) => [
    ...startsIn(machine).map(({ params }) => String(params['journey'])),
    ...Object.values(conflicts).map(({ journey }) => journey),
  ]);
  for (const other of named) all = await withNamed(other, all);
  return all;
}

/** What virtual time knows beside the journal: reminders, and answers that came later than they were asked for. */
function happenedIn(happenings: readonly Happening[]): string[] {
  return happenings.flatMap(happening => {
    if (happening.kind === 'message') return happening.text === 'reminder' ? ['reminder'] : [];
    if (happening.kind !== 'answered') return [];
    const asked = happenings.find(
      ({ kind, ...other }) => kind === 'dispatched' && 'seq' in other && other.seq === happening.seq,
    );
    return asked && asked.at < happening.at ? ['late answer'] : [];
  });
}

// What held in an earlier run is not played again, so that nothing can be said of all.
(progress.resumes ? it.skip : it)('a deadline, a reminder, a late answer and a report are among them', () => {
  const parts = ['submitted', 'answered', 'elapsed', 'reported', 'reminder', 'late answer'];
  expect(parts.filter(part => !walked.includes(part))).toEqual([]);
});
