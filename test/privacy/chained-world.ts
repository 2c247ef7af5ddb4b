import { randomBytes, randomUUID } from 'node:crypto';
import { type Database, MasterKeys, openDatabase, PostgresStores } from '#postgres';
import {
  ChainCheck,
  type ChainFault,
  type CompileDefinition,
  Chaining,
  Definitions,
  HeadKeys,
  ProofReader,
} from '#runtime';
import { MemoryErasureList } from '../../libs/runtime/src/memory/index.js';
import { declareMove, sampleWorld } from '../../libs/runtime/test/sample-runtime.js';
import { chainAll } from '../support/index.js';
import { migratedDatabase } from '../support/migrated-database.js';

export type ChainedWorld = Awaited<ReturnType<typeof openChainedWorld>>;

/** A database with journeys of people, whose chains grow and are checked. */
export async function openChainedWorld() {
  const fresh = await migratedDatabase();
  const database: Database = openDatabase({ url: fresh.url, connections: 4, groupConnections: 2 });
  const stores = new PostgresStores(database, new MasterKeys([randomBytes(32)]));
  const world = await sampleWorld();
  const list = new MemoryErasureList();
  const keys = new HeadKeys(stores.headKeys, world.clock);
  const definitions = new Definitions(world.stores.definitions, () => world.compiled());
  const check = new ChainCheck({ chains: stores.chains, keys, list });
  /** Of a process of its own. */
  const newChaining = (): Chaining =>
    new Chaining({
      chains: stores.chains,
      keys: new HeadKeys(stores.headKeys, world.clock),
      definitions,
      wall: world.clock,
    });
  const chaining = newChaining();
  const journeys = world.readerOn(stores);
  /** Of a process that compiles definitions so. */
  const newProofs = (compile: CompileDefinition): ProofReader => {
    const compiled = new Definitions(world.stores.definitions, compile);
    const opened = world.readerOn(stores, compiled);
    return new ProofReader({ chains: stores.chains, keys, journeys: opened, definitions: compiled });
  };
  return {
    database,
    stores,
    clock: world.clock,
    list,
    check,
    definitions,
    keys,
    journeys,
    newChaining,
    chaining,
    url: fresh.url,
    newProofs,
    proofs: newProofs(() => world.compiled()),
    chained: (): Promise<number> => chainAll(chaining, database),
    fault: async (): Promise<ChainFault | undefined> => (await check.run()).fault,
    query: async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows,
    /** @returns the id of the look of one of ops at a journey */
    look: async (journey: string): Promise<string> => {
      const { audit } = stores;
      const entry = { at: world.clock.now(), actor: `ops:${randomUUID()}`, action: 'journey-read' } as const;
      const id = await audit.append({ ...entry, subjects: [journey] });
      await audit.conclude(id, 'done');
      return id;
    },
    moved: async (person: string): Promise<string> => {
      const runtime = world.runtime(stores);
      return (await declareMove(runtime, person)).journey;
    },
    close: async (): Promise<void> => {
      await database.close();
      await fresh.drop();
    },
  };
}
