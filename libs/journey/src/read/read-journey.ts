import { LANGUAGES } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Diagnostic } from '../diagnostic.js';
import { readSource, type Source } from '../source.js';
import { type FolderParts } from './folder-parts.js';
import { readDefinition } from './read-definition.js';

/** The text of every YAML file of one journey's folder, by path relative to it, with forward slashes. */
export type JourneyFiles = Readonly<Record<string, string>>;

/** A journey's folder, read: its versions in order of their effective date, and its scenarios. */
export interface JourneyFolder {
  readonly definitions: readonly Definition[];
  /** `scenarios/*.yaml` as read; the scenario player gives them meaning. */
  readonly scenarios: readonly Source[];
  /** Files that are no YAML or no part of a journey. What is in the others is the check's matter. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What one version says in place of the folder: `2027-01-01/texts/da.yaml`, `2027-01-01/forms/move.yaml`. */
const OF_VERSION = /^(\d{4}-\d{2}-\d{2})\/((?:texts|forms)\/[^/]+\.yaml)$/;
const VERSION_FILE = /^\d{4}-\d{2}-\d{2}\.yaml$/;
const FORM_FILE = /^forms\/([^/]+)\.yaml$/;
/** Named by the municipality that it is of. */
const OVERLAY_FILE = /^overlays\/([^/]+)\.yaml$/;
const SCENARIO_FILE = /^scenarios\/.+\.yaml$/;
/** The journey's own, or beside all journeys. */
const PART_FILE = /^(?:\.\.\/)?parts\/([^/]+)\.yaml$/;

const SHARED_PART = /^\.\.\/parts\//;

/** Reads a journey from the text of its files. Pure; never throws. */
export function readJourney(files: JourneyFiles): JourneyFolder {
  return journeyOf(readSources(files));
}

/** Parses each file of a journey, by path. {@link journeyOf} puts them together. */
export function readSources(files: JourneyFiles): ReadonlyMap<string, Source> {
  return new Map(
    Object.keys(files)
      .sort()
      .map(file => [file, sourceOf(file, files[file] ?? '')]),
  );
}

/** *Memoisation*: the parts that journeys share are the same for one after the other. */
const sharedSources = new Map<string, Source>();

/** How many of them are kept. */
const MOST_KEPT = 50;

function sourceOf(file: string, text: string): Source {
  if (!SHARED_PART.test(file)) return readSource(file, text);
  const known = sharedSources.get(file);
  if (known?.text === text) return known;
  const read = readSource(file, text);
  if (sharedSources.size >= MOST_KEPT) sharedSources.clear();
  sharedSources.set(file, read);
  return read;
}

/** Builds definitions from parsed files. Pure; never throws. */
export function journeyOf(sources: ReadonlyMap<string, Source>): JourneyFolder {
  const diagnostics: Diagnostic[] = [];
  for (const [file, source] of sources) {
    diagnostics.push(...source.diagnostics);
    if (!isJourneyFile(file)) diagnostics.push(strayFile(file));
  }
  const definitions: Definition[] = [];
  const scenarios: Source[] = [];
  for (const [file, source] of sources) {
    if (SCENARIO_FILE.test(file)) scenarios.push(source);
    if (VERSION_FILE.test(file)) definitions.push(readDefinition(source, sharedParts(sources, file)));
  }
  if (definitions.length === 0) diagnostics.push(noVersion());
  return { definitions, scenarios, diagnostics };
}

/**
 * The files one definition was read from, by path: enough for {@link readJourney} to read that definition,
 * with the same hash, again.
 */
export function filesOf(definition: Definition): JourneyFiles {
  const { place } = definition;
  const { main, forms, texts, versionTexts, parameters, parts, overlays } = definition.sources;
  const sources = [
    main,
    ...Object.values(forms),
    ...Object.values(texts),
    ...Object.values(versionTexts),
    ...(parameters ? [parameters] : []),
    ...Object.values(parts),
    ...(place === undefined ? [] : Object.values(overlays)),
  ];
  return Object.fromEntries(sources.map(source => [source.file, source.text]));
}

function sharedParts(sources: ReadonlyMap<string, Source>, version: string): FolderParts {
  const own = new Map(
    [...sources].flatMap(([file, source]): [string, Source][] => {
      const [, date, path = ''] = OF_VERSION.exec(file) ?? [];
      return `${date}.yaml` === version ? [[path, source]] : [];
    }),
  );
  const forms: Record<string, Source> = {};
  for (const [file, source] of [...sources, ...own]) {
    const name = FORM_FILE.exec(file)?.[1];
    if (name) forms[name] = source;
  }
  const parameters = sources.get('parameters.yaml');
  return {
    forms,
    texts: textsIn(sources),
    versionTexts: textsIn(own),
    parts: namedBy(PART_FILE, sources),
    overlays: namedBy(OVERLAY_FILE, sources),
    ...(parameters && { parameters }),
  };
}

function textsIn(sources: ReadonlyMap<string, Source>): FolderParts['texts'] {
  return Object.fromEntries(
    LANGUAGES.flatMap(language => {
      const source = sources.get(`texts/${language}.yaml`);
      return source ? [[language, source]] : [];
    }),
  );
}

/** A part of the journey's own comes before one of the same name that is shared: files of it sort later. */
function namedBy(pattern: RegExp, sources: ReadonlyMap<string, Source>): Record<string, Source> {
  return Object.fromEntries(
    [...sources].flatMap(([file, source]) => {
      const name = pattern.exec(file)?.[1];
      return name === undefined ? [] : [[name, source]];
    }),
  );
}

function isJourneyFile(file: string): boolean {
  return (
    VERSION_FILE.test(file) ||
    FORM_FILE.test(file) ||
    SCENARIO_FILE.test(file) ||
    PART_FILE.test(file) ||
    OVERLAY_FILE.test(file) ||
    OF_VERSION.test(file) ||
    file === 'parameters.yaml' ||
    LANGUAGES.some(language => file === `texts/${language}.yaml`)
  );
}

function strayFile(file: string): Diagnostic {
  return {
    code: 'stray-file',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: `${file} is no part of a journey.`,
    remedy:
      'A journey has <date>.yaml, forms/, texts/da.yaml, texts/en.yaml, parameters.yaml, parts/, overlays/ and scenarios/.',
  };
}

function noVersion(): Diagnostic {
  return {
    code: 'no-version',
    severity: 'error',
    file: '.',
    line: 1,
    column: 1,
    message: 'The journey has no version.',
    remedy: 'Add a file named by the date it takes effect, e.g. 2025-01-01.yaml.',
  };
}
