import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Catalogue } from '#authorities';
import { MasterKeys, migrate, openDatabase, PostgresStores } from '#postgres';
import { publishJourneys } from '#publishing';
import { copiedDatabase, type FreshDatabase } from './database.js';
import { migratedDatabase } from './migrated-database.js';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A database of its own in which the journeys of a folder are published already: to check them takes up to a quarter of a minute. What
 * stands elsewhere than in the repository was made for one test, and is left to whoever starts with it.
 */
export function publishedDatabase(folder: string, catalogue: Catalogue): Promise<FreshDatabase> {
  if (!folder.startsWith(REPOSITORY)) return migratedDatabase();
  return copiedDatabase(folder, async url => {
    await migrate(url);
    const database = openDatabase({ url, connections: 2 });
    const stores = new PostgresStores(database, new MasterKeys([randomBytes(32)]));
    try {
      await publishJourneys(folder, catalogue, stores.definitions);
    } finally {
      await database.close();
    }
  });
}
