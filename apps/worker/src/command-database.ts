import { type Database, MASTER_KEYS_VARIABLE, type MasterKeys, openDatabase } from '#postgres';
import { PROCESS_VARIABLES, readEnvironment, requireTransport } from '#settings';

const { databaseUrl, plaintextHosts } = PROCESS_VARIABLES;

/** Opens the database that the environment names for a command of ops, and closes it when the command is done. */
export async function withCommandDatabase<T>(
  run: (database: Database, masterKeys: MasterKeys) => Promise<T>,
): Promise<T> {
  const values = readEnvironment(
    { databaseUrl, masterKeys: MASTER_KEYS_VARIABLE, plaintextHosts },
    process.env,
  );
  requireTransport({ DATABASE_URL: values.databaseUrl }, values.plaintextHosts);
  const database = openDatabase({ url: values.databaseUrl, connections: 2 });
  try {
    return await run(database, values.masterKeys);
  } finally {
    await database.close();
  }
}
