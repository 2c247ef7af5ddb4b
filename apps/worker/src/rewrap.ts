import { PROCESS_VARIABLES, readEnvironment, requireTransport } from '#settings';
import { MASTER_KEYS_VARIABLE, Rewrapping, openDatabase } from '#postgres';

const { databaseUrl, plaintextHosts } = PROCESS_VARIABLES;

/** Wraps anew whatever stands under another master key than the first. */
async function run(): Promise<void> {
  const values = readEnvironment(
    { databaseUrl, masterKeys: MASTER_KEYS_VARIABLE, plaintextHosts },
    process.env,
  );
  requireTransport({ DATABASE_URL: values.databaseUrl }, values.plaintextHosts);
  const database = openDatabase({ url: values.databaseUrl, connections: 2 });
  try {
    const rewrapping = new Rewrapping(database, values.masterKeys);
    let done = 0;
    for await (const rows of rewrapping.run()) done += rows;
    const remaining = await rewrapping.remaining();
    process.stdout.write(`${done} wrapped anew under the first master key; ${remaining} remain.\n`);
    process.stdout.write(
      remaining === 0
        ? 'The other master keys can be taken out, once every process runs with this one first.\n'
        : 'A process still wraps with another key: run this again when all of them have this one first.\n',
    );
    process.exitCode = remaining === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
