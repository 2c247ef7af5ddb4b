import 'reflect-metadata';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Catalogue } from '#authorities';
import { readPlay } from './demo/play.js';
import { show } from './demo/show.js';

/** `npm run demo -- --journey <id> --scenario <name>`: plays a scenario over REST, and holds what REST shows against it. */

const { values } = parseArgs({
  options: { journey: { type: 'string', default: 'moving' }, scenario: { type: 'string' } },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const journeysDir = join(process.cwd(), 'journeys');

try {
  const catalogue = Catalogue.load();
  const play = await readPlay(journeysDir, values.journey, values.scenario, catalogue);
  print(`${play.scenario.name} (${values.journey}/${play.scenario.file})\n`);
  const options = { journeysDir, redisUrl: process.env['REDIS_URL'], say: print };
  const { faults } = await show(play, catalogue, options, print);
  for (const fault of faults) print(fault);
  print(
    faults.length === 0
      ? 'The scenario holds over REST; timeline and ledgers agree: each effect happened exactly once.'
      : 'The scenario does not hold over REST.',
  );
  process.exit(faults.length === 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
