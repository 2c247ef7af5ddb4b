import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { definitionCompiler, publishJourneys } from '#publishing';
import { type PostgresStores } from '#postgres';
import { type StoredDefinition } from '#runtime';
import { type Happening } from '#workshop';
import { readMigrations } from '../../libs/postgres/src/migrating/migrations.js';
import { continueJourney } from './continue-journey.js';
import { type SealedRows, type WrittenJourney, type WrittenVersion } from './history-files.js';
import { catalogue, openStores } from './history-runtime.js';
import { sealedRows } from './sealed-rows.js';
import { happeningsOf, personId, type Walk, Walker } from './walk-scenario.js';

const JOURNEYS = fileURLToPath(new URL('../../journeys/', import.meta.url));

/** The natural way of each definition, and a way that is cancelled. */
const WAYS = [
  { definition: 'bereavement', scenario: 'a-father-and-two-heirs', given: 'reversed-midway' },
  { definition: 'divorce', scenario: 'agreed-divorce', given: 'withdrawn' },
  { definition: 'having-a-child', scenario: 'married-couple', given: 'called-off' },
  { definition: 'moving', scenario: 'couple-with-children', given: 'withdrawn-before-the-move' },
];

const WALKS: readonly Walk[] = WAYS.flatMap(({ definition, scenario, given }) => [
  { name: `${definition}/begun`, definition, scenario, part: 0.2 },
  { name: `${definition}/under-way`, definition, scenario, part: 0.6 },
  { name: `${definition}/done`, definition, scenario, part: 1 },
  { name: `${definition}/held`, definition, scenario, part: 0.4, then: 'held' as const },
  { name: `${definition}/cancelled`, definition, scenario: given, part: 1, then: 'cancelled' as const },
]);

/** Journeys whose rows are kept as they stand in Postgres. */
const SEALED = ['moving/under-way', 'divorce/held', 'having-a-child/cancelled'];

/** So many moments are tried. */
const CANDIDATES = 6;

/** Walks every way with this version, on real stores, and gives what it leaves. */
export async function walkHistory(version: string): Promise<WrittenVersion> {
  const masterKey = randomBytes(32).toString('base64');
  const { url, stores, close } = await openStores(masterKey);
  const postgres = new pg.Client({ connectionString: url });
  await postgres.connect();
  try {
    const { published } = await publishJourneys(JOURNEYS, catalogue, stores.definitions);
    const definitions: StoredDefinition[] = [];
    for (const { hash } of published) definitions.push((await stores.definitions.find(hash))!);
    const journeys: WrittenJourney[] = [];
    for (const walk of WALKS) {
      const { name } = walk;
      const journey = await walked(walk, stores).catch((cause: unknown) => {
        throw new Error(`${name} cannot be walked`, { cause });
      });
      journeys.push(await written(name, journey, stores, postgres));
    }
    const ids = journeys.filter(({ name }) => SEALED.includes(name)).map(({ record }) => record.id);
    const sealed: SealedRows = {
      migrations: (await readMigrations()).length,
      masterKey,
      journeys: ids,
      tables: await sealedRows(postgres, ids),
    };
    return { version, definitions, journeys, sealed };
  } finally {
    await postgres.end();
    await close();
  }
}

/** @returns the journey's id */
async function walked(walk: Walk, stores: PostgresStores): Promise<string> {
  const happenings = await happeningsOf(walk);
  if (walk.then === 'cancelled') return cancelled(walk, happenings, stores);
  const until = Math.ceil(happenings.length * walk.part);
  const walker = new Walker(stores, happenings[0]!.at);
  await walker.start(walk.definition, applicantOf(walk));
  await walker.follow(happenings.slice(0, until));
  if (walk.part === 1) await finish(walker.journey, stores);
  if (walk.then === 'held') await walker.fail(happenings.slice(until));
  return walker.journey;
}

/** Every scenario walked is of Anna. */
function applicantOf({ name }: Walk): string {
  return personId(`${name} anna`);
}

async function finish(journey: string, stores: PostgresStores): Promise<void> {
  const { hash } = (await stores.journeys.load(journey))!;
  const { at } = (await stores.journeys.journal(journey)).at(-1)!;
  const compiled = definitionCompiler(catalogue)((await stores.definitions.find(hash))!);
  await continueJourney(journey, at, compiled, stores);
}

/**
 * Cancelled at the latest moment at which an authority has yet to answer, or, where it cannot be cancelled then, at the moment
 * of the scenario.
 */
async function cancelled(
  walk: Walk,
  happenings: readonly Happening[],
  stores: PostgresStores,
): Promise<string> {
  const end = happenings.findIndex(({ kind }) => kind === 'cancelled');
  for (const next of [...outstanding(happenings, end), end]) {
    const walker = new Walker(stores, happenings[0]!.at);
    await walker.start(walk.definition, applicantOf(walk));
    await walker.follow(happenings.slice(0, next));
    if (!(await walker.isCancellable(applicantOf(walk)))) continue;
    await walker.cancel(applicantOf(walk), happenings[next]!);
    return walker.journey;
  }
  throw new Error(`${walk.definition}/${walk.scenario} cannot be cancelled.`);
}

/** Places of the last answers before an end, the last first. */
function outstanding(happenings: readonly Happening[], end: number): readonly number[] {
  const before = happenings.slice(0, end).map(({ kind }, index) => (kind === 'answered' ? index : -1));
  return before
    .filter(index => index >= 0)
    .slice(-CANDIDATES)
    .reverse();
}

async function written(
  name: string,
  journey: string,
  stores: PostgresStores,
  postgres: pg.Client,
): Promise<WrittenJourney> {
  const { rows: participants } = await postgres.query<{ role: string; person: string }>(
    'select role, person_id as person from participant where journey_id = $1 order by role, person_id',
    [journey],
  );
  return {
    name,
    record: (await stores.journeys.load(journey))!,
    journal: await stores.journeys.journal(journey),
    dispatches: await stores.dispatches.ofJourney(journey),
    participants,
  };
}
