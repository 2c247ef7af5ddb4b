import { Rewrapping } from '#postgres';
import { withCommandDatabase } from './command-database.js';

/** Wraps anew whatever stands under another master key than the first. */
function run(): Promise<void> {
  return withCommandDatabase(async (database, masterKeys) => {
    const rewrapping = new Rewrapping(database, masterKeys);
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
  });
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
