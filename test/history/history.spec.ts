import { randomBytes } from 'node:crypto';
import { type CompiledJourney } from '#journey';
import { definitionCompiler } from '#publishing';
import { connected } from '../support/index.js';
import { replayJournal } from '../support/replay.js';
import { continueJourney } from './continue-journey.js';
import {
  currentVersion,
  readVersion,
  writeVersion,
  type WrittenJourney,
  type WrittenVersion,
  writtenVersions,
} from './history-files.js';
import { catalogue, type HistoryStores, openStores } from './history-runtime.js';
import { restoreJourney } from './restore-journey.js';
import { restoreRows, withDisclosure } from './sealed-rows.js';
import { walkHistory } from './write-history.js';

const PATIENCE = 120_000;

if (process.env['UPDATE_HISTORY'] === '1') writeVersion(await walkHistory(currentVersion()));

const versions = await Promise.all(writtenVersions().map(readVersion));

it('is written of this version, too', () => {
  expect(versions.map(({ version }) => version)).toContain(currentVersion());
});

it('is not written again over what is there', () => {
  expect(() => writeVersion(versions.at(-1)!)).toThrow(/is there already/);
});

describe.each(versions)('what version $version has left', version => {
  const { definitions, journeys, sealed } = version;
  let open: HistoryStores;

  beforeAll(async () => {
    open = await openStores(randomBytes(32).toString('base64'));
    for (const definition of definitions) await open.stores.definitions.publish(definition);
  }, PATIENCE);

  afterAll(() => open?.close(), PATIENCE);

  it('has journeys of every kind', () => {
    const kinds = new Set(journeys.flatMap(({ journal }) => journal.map(({ kind }) => kind)));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'started',
        'submitted',
        'answered',
        'elapsed',
        'reported',
        'cancelled',
        'late',
        'undone',
        'held',
        'waiting',
      ]),
    );
    const statuses = journeys.map(({ record }) => record.status);
    expect(statuses).toEqual(expect.arrayContaining(['active', 'cancelling', 'done', 'held']));
  });

  it.each(journeys)('replays to the same state: $name', journey => {
    const { record, journal } = journey;
    const {
      state,
      status,
      version: entries,
    } = replayJournal(definitionOf(version, journey), journal, record.id);
    expect({ state, status, version: entries }).toEqual({
      state: record.state,
      status: record.status,
      version: record.version,
    });
  });

  it.each(journeys)(
    'goes on: $name',
    async journey => {
      const definition = definitionOf(version, journey);
      await restoreJourney(journey, definition, open.stores);
      const { record } = journey;
      expect(await open.stores.journeys.load(record.id)).toEqual(record);
      const dispatches = await open.stores.dispatches.ofJourney(record.id);
      expect(dispatches.map(({ id, status, input }) => ({ id, status, input }))).toEqual(
        journey.dispatches.map(({ id, status, input }) => ({ id, status, input })),
      );
      await goesOn(journey, definition, open);
    },
    PATIENCE,
  );

  it(
    'opens from the rows that stand in Postgres, and goes on',
    async () => {
      const restored = await openStores(sealed.masterKey, url =>
        connected(url, postgres => restoreRows(postgres, url, sealed)),
      );
      try {
        for (const definition of definitions) await restored.stores.definitions.publish(definition);
        for (const id of sealed.journeys) {
          const journey = journeys.find(({ record }) => record.id === id)!;
          expect(await restored.stores.journeys.load(id)).toEqual(journey.record);
          expect(await restored.stores.journeys.journal(id)).toEqual(journey.journal);
          expect(await restored.stores.dispatches.ofJourney(id)).toEqual(
            journey.dispatches.map(dispatch => withDisclosure(sealed, dispatch)),
          );
          await goesOn(journey, definitionOf(version, journey), restored);
        }
      } finally {
        await restored.close();
      }
    },
    PATIENCE,
  );
});

/** It moves on to an end, or to where it waits for what only the world outside can bring; and its journal still tells its state. */
async function goesOn(
  { record: { id, status }, journal }: WrittenJourney,
  definition: CompiledJourney,
  { stores }: HistoryStores,
): Promise<void> {
  const { record, moves } = await continueJourney(id, journal.at(-1)!.at, definition, stores);
  const over = ['done', 'cancelled'];
  if (!over.includes(status)) expect(moves).toBeGreaterThan(0);
  const awaited = definition.waits(record.state.chart).reports.map(({ event }) => event);
  if (!over.includes(record.status)) expect({ id, awaited }).not.toEqual({ id, awaited: [] });
  const replayed = replayJournal(definition, await stores.journeys.journal(id), id);
  expect(replayed.state).toEqual(record.state);
}

const compiled = new Map<string, CompiledJourney>();

function definitionOf({ definitions }: WrittenVersion, { record }: WrittenJourney): CompiledJourney {
  const { hash, id } = record;
  const definition = definitions.find(one => one.hash === hash);
  if (!definition) throw new Error(`The definition ${hash} of journey ${id} has not been kept.`);
  const known = compiled.get(hash) ?? definitionCompiler(catalogue)(definition);
  compiled.set(hash, known);
  return known;
}
