import { migrate } from '#postgres';
import { copiedDatabase, type FreshDatabase } from './database.js';

/** A database of its own with all tables, in which there is nothing. */
export function migratedDatabase(): Promise<FreshDatabase> {
  return copiedDatabase('migrated', async url => void (await migrate(url)));
}
