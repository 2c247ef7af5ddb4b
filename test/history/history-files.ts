import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJourneyFolder } from '#journey';
import {
  type DispatchRecord,
  type JournalEntry,
  type JourneyRecord,
  type NewParticipant,
  parseDispatchId,
  runStateOf,
  type StoredDefinition,
} from '#runtime';
import { type Json } from '#statechart';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PACKAGE = new URL('../../package.json', import.meta.url);

/** A journey as one version left it. */
export interface WrittenJourney {
  /** `<definition>/<how far it has come>` */
  readonly name: string;
  readonly record: JourneyRecord;
  readonly journal: readonly JournalEntry[];
  readonly dispatches: readonly DispatchRecord[];
  readonly participants: readonly NewParticipant[];
}

/** Rows as they stand in Postgres, and all that it takes to open them. */
export interface SealedRows {
  /** How many migrations made the tables. */
  readonly migrations: number;
  /** Value of `MASTER_KEY`; made for this file and used nowhere else. */
  readonly masterKey: string;
  readonly journeys: readonly string[];
  /** By table. Bytes stand as `{ "base64": … }`. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>>;
}

/** Everything that one version left behind. */
export interface WrittenVersion {
  readonly version: string;
  readonly definitions: readonly StoredDefinition[];
  readonly journeys: readonly WrittenJourney[];
  readonly sealed: SealedRows;
}

/** The version that this source is of. */
export function currentVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }).version;
}

/** Names of the versions that have left something, oldest first. */
export function writtenVersions(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^\d+\.\d+\.\d+$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

export async function readVersion(version: string): Promise<WrittenVersion> {
  const at = (...path: readonly string[]): string => join(FOLDER, version, ...path);
  const named = readJson<readonly Omit<StoredDefinition, 'sources'>[]>(at('definitions.json'));
  const definitions: StoredDefinition[] = [];
  for (const definition of named) {
    const sources = await readJourneyFolder(at('definitions', definition.id));
    definitions.push({ ...definition, sources });
  }
  const files = readdirSync(at('journeys'), { recursive: true, encoding: 'utf8' });
  const journeys = files
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => inTodaysForm(readJson<WrittenJourney>(at('journeys', file))));
  return { version, definitions, journeys, sealed: readJson(at('sealed.json')) };
}

/** Journeys of before migration 19 have a `step` where now there is a `state` or what a compensation `undoes`. */
function inTodaysForm({ record, journal, dispatches, ...journey }: WrittenJourney): WrittenJourney {
  return {
    ...journey,
    record: { ...record, state: runStateOf(record.state) },
    journal: journal.map(({ step, ...entry }: JournalEntry & Earlier) =>
      step === undefined ? entry : { ...entry, state: step },
    ),
    dispatches: dispatches.map(({ step, ...dispatch }: DispatchRecord & Earlier) => {
      if (step === undefined) return dispatch;
      const undone = parseDispatchId(step);
      return { ...dispatch, ...(undone ? { undoes: undone.seq } : { state: step }) };
    }),
  };
}

interface Earlier {
  readonly step?: string;
}

/** @throws Error when the version has been written before: what it left is not to change any more */
export function writeVersion({ version, definitions, journeys, sealed }: WrittenVersion): void {
  const folder = join(FOLDER, version);
  if (existsSync(folder)) {
    throw new Error(
      `test/history/${version} is there already, and what a version has left does not change. ` +
        `Before that version is released it may: remove the folder first.`,
    );
  }
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const named = definitions.map(({ hash, id, effective }) => ({ id, effective, hash }));
  write('definitions.json', pretty(named));
  for (const { id, sources } of definitions) {
    for (const [file, text] of Object.entries(sources)) write(join('definitions', id, file), text);
  }
  for (const journey of journeys) write(join('journeys', `${journey.name}.json`), pretty(journey));
  write('sealed.json', pretty(sealed));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
