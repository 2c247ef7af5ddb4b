import { Catalogue } from '#authorities';
import { type CompiledJourney } from '#journey';
import { MasterKeys, PostgresStores, migrate, openDatabase } from '#postgres';
import { Definitions, JourneyReader, JourneyRuntime, type StoredDefinition } from '#runtime';
import {
  ManualClock,
  MemoryAlerts,
  MemoryAnnouncer,
  MemoryDoorbell,
} from '../../libs/runtime/src/memory/index.js';
import { freshDatabase } from '../support/index.js';
import { definitionCompiler } from '#publishing';

/** The catalogue of this version: journeys of earlier ones go on with the authorities there are now. */
export const catalogue = Catalogue.load();

/** A database of its own, with its tables. */
export interface HistoryStores {
  readonly url: string;
  readonly stores: PostgresStores;
  close(): Promise<void>;
}

/** @param fill is given the address of the database before it is brought up to this version */
export async function openStores(
  masterKey: string,
  fill: (url: string) => Promise<void> = async () => undefined,
): Promise<HistoryStores> {
  const database = await freshDatabase();
  await fill(database.url);
  await migrate(database.url);
  const open = openDatabase({ url: database.url, connections: 2 });
  return {
    url: database.url,
    stores: new PostgresStores(open, MasterKeys.parse(masterKey)),
    close: async () => {
      await open.close();
      await database.drop();
    },
  };
}

/** A runtime at an instant that only the test moves. */
export function runtimeAt(
  stores: PostgresStores,
  at: number,
  compile: (definition: StoredDefinition) => CompiledJourney = definitionCompiler(catalogue),
) {
  const clock = new ManualClock(at);
  const { journeys, dispatches, drafts } = stores;
  const definitions = new Definitions(stores.definitions, compile);
  const reading = { journeys, dispatches, drafts, definitions, calendar: clock, wall: clock };
  const runtime = new JourneyRuntime({
    ...reading,
    catalogue,
    messages: stores.messages,
    overviews: stores.overviews,
    mandates: stores.mandates,
    assistances: stores.assistances,
    documents: stores.documents,
    digests: stores.digests,
    doorbell: new MemoryDoorbell(),
    announcer: new MemoryAnnouncer(),
    alerts: new MemoryAlerts(),
  });
  const moveTo = (instant: number): void => {
    if (instant > clock.now()) clock.advance(instant - clock.now());
  };
  return { clock, runtime, reader: new JourneyReader(reading), moveTo };
}
