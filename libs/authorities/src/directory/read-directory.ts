import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, didYouMean, readSource, schemaFaults, type SourcePath } from '#journey';
import { nameFaults } from '../contract/name-faults.js';
import { ContractError } from '../contract/contract-error.js';
import { contractValidator } from '../contract/contract-schema.js';
import { type DirectoryData } from './directory-data.js';
import { Directory } from './directory.js';

const FILE = 'directory.yaml';
const BUNDLED = fileURLToPath(new URL(`../../directory/${FILE}`, import.meta.url));

/**
 * Loads the bundled directory, for a process.
 *
 * @throws ContractError with every fault in it
 */
export function loadDirectory(): Directory {
  return readDirectory(readFileSync(BUNDLED, 'utf8'));
}

/** @throws ContractError with every fault in the text */
export function readDirectory(text: string): Directory {
  const source = readSource(FILE, text);
  const faults = [...source.diagnostics];
  if (faults.length === 0) faults.push(...schemaFaults(source, contractValidator('directory')));
  if (faults.length > 0) throw new ContractError(faults);
  const data = source.value as unknown as DirectoryData;
  const unknown = unknownNames(data).map(({ path, name, among }): Diagnostic => ({
    code: 'unknown-authority',
    severity: 'error',
    file: FILE,
    ...source.positionOf(path),
    message: `There is no ${name} in the directory.`,
    remedy: didYouMean(name, among, 'Add it, or name one that is there.'),
  }));
  const misnamed = namesOf(data).flatMap(({ path, name }) =>
    nameFaults(name).map(({ language, ...fault }): Diagnostic => ({
      ...fault,
      severity: 'error',
      file: FILE,
      ...source.positionOf([...path, language]),
    })),
  );
  if (unknown.length + misnamed.length > 0) throw new ContractError([...unknown, ...misnamed]);
  return new Directory(data);
}

/** Names, with where they stand. */
function namesOf({ regions, municipalities }: DirectoryData) {
  return Object.entries({ regions, municipalities }).flatMap(([of, all]) =>
    Object.entries(all).map(([id, { name }]) => ({ path: [of, id, 'name'], name })),
  );
}

interface UnknownName {
  readonly path: SourcePath;
  readonly name: string;
  readonly among: readonly string[];
}

function unknownNames({ regions, municipalities, tasks, operators }: DirectoryData): readonly UnknownName[] {
  const ids = { regions: Object.keys(regions), municipalities: Object.keys(municipalities) };
  const named: readonly UnknownName[] = [
    ...Object.entries(regions).flatMap(([id, { ends }]) =>
      ends === undefined
        ? []
        : {
            path: ['regions', id, 'ends', 'successor'],
            name: ends.successor,
            among: ids.regions.filter(other => other !== id),
          },
    ),
    ...Object.entries(municipalities).map(([code, { region }]) => ({
      path: ['municipalities', code, 'region'],
      name: region,
      among: ids.regions,
    })),
    ...operators.flatMap((agreement, index) => [
      { path: ['operators', index, 'task'], name: agreement.task, among: Object.keys(tasks) },
      {
        path: ['operators', index, 'operator'],
        name: agreement.operator,
        among: [...ids.municipalities, ...ids.regions],
      },
      ...agreement.municipalities.map((code, place) => ({
        path: ['operators', index, 'municipalities', place],
        name: code,
        among: ids.municipalities,
      })),
    ]),
  ];
  return named.filter(({ name, among }) => !among.includes(name));
}
