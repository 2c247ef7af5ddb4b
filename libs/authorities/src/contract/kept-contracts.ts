import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeDigest, packageFile } from '#journey';
import { type Contract } from './contract.js';
import { type ContractsReading, readContracts } from './read-contracts.js';

/** The libraries whose code decides what is read from a contract. */
const OF_THE_READING = ['calendar', 'schema', 'statechart', 'journey', 'authorities'];

/** So many readings are kept; those of other code and other texts are of use to nobody. */
const MOST_KEPT = 8;

/** Beside what other tools keep of this installation. */
const FOLDER = join(dirname(packageFile()), 'node_modules/.cache/overgang-contracts');

/**
 * *Compile cache*: {@link readContracts}, of which a sound reading is kept for whoever reads the same texts by the same code. Each process
 * begins with it, and it takes most of a second. Where nothing can be kept, they are read each time.
 *
 * @param folder where readings are kept
 */
export function keptContracts(
  texts: ReadonlyMap<string, string>,
  options: Parameters<typeof readContracts>[1],
  folder = FOLDER,
): ContractsReading {
  const digest = codeDigest(OF_THE_READING)
    .update(JSON.stringify([options, ...texts]))
    .digest('hex');
  const file = join(folder, `${digest}.json`);
  const kept = keptIn(file);
  if (kept) return { contracts: kept, broken: new Map() };
  const reading = readContracts(texts, options);
  if (reading.broken.size === 0) keep(reading.contracts, file);
  return reading;
}

function keptIn(file: string): readonly Contract[] | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Contract[];
  } catch {
    return undefined;
  }
}

/** Another process may keep, read or remove the same meanwhile: a file appears whole, or not at all. */
function keep(contracts: readonly Contract[], file: string): void {
  const folder = dirname(file);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, JSON.stringify(contracts));
    renameSync(unfinished, file);
    for (const old of byAge(folder).slice(MOST_KEPT)) rmSync(old, { force: true });
  } catch {
    // An installation that nobody may write to.
  }
}

function byAge(folder: string): readonly string[] {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .map(file => ({ file, at: statSync(file).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ file }) => file);
}
