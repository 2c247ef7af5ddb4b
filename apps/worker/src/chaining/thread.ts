import { workerData } from 'node:worker_threads';
import { catalogueOf } from '#journey';
import { MasterKeys, openDatabase, PostgresStores } from '#postgres';
import { definitionCompiler } from '#publishing';
import { Chaining, Definitions, HeadKeys, systemClock } from '#runtime';
import { serveTasks } from '#threads';
import { type ChainThreadData } from './chain-thread.js';

// The entry of the thread of ChainThread.

const { databaseUrl, masterKeys, contracts } = workerData as ChainThreadData;
// One for the round, and one for what is looked up meanwhile.
const stores = new PostgresStores(
  openDatabase({ url: databaseUrl, connections: 2 }),
  new MasterKeys(masterKeys),
);
const chaining = new Chaining({
  chains: stores.chains,
  keys: new HeadKeys(stores.headKeys, systemClock),
  definitions: new Definitions(stores.definitions, definitionCompiler(catalogueOf(contracts))),
  wall: systemClock,
});

serveTasks(async () => {
  try {
    return await chaining.round();
  } finally {
    // Nobody tells this thread what is erased: no key outlives its round.
    stores.forget('all');
  }
});
