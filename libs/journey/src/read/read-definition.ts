import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { type Language, LANGUAGES, type Words } from '../catalogue.js';
import {
  type CancellationDefinition,
  type DecisionDefinition,
  type Definition,
  type DefinitionSources,
  type DelayDefinition,
  type RetentionDefinition,
  type RoleDefinition,
  type Texts,
} from '../definition.js';
import { type Diagnostic } from '../diagnostic.js';
import { type Source } from '../source.js';
import { Cursor, isRecord } from './cursor.js';
import { contentHash } from './definition-hash.js';
import { readMachine } from './read-machine.js';
import { readParameters } from './read-parameters.js';
import { NO_TEXTS, each, readTexts } from './read-texts.js';

const NO_WORDS: Words = { da: '', en: '' };

/** What all definitions of one folder share. */
export interface FolderParts {
  readonly forms: Readonly<Record<string, Source>>;
  readonly texts: Readonly<Partial<Record<Language, Source>>>;
  readonly parameters?: Source;
}

/** Reads one version file together with what its folder shares. Faults are added to `diagnostics`. */
export function readDefinition(main: Source, parts: FolderParts, diagnostics: Diagnostic[]): Definition {
  const cursor = new Cursor(main, diagnostics);
  cursor.only([
    'id',
    'title',
    'lifeEvent',
    'effective',
    'roles',
    'decisions',
    'delays',
    'cancellation',
    'retention',
    'estimatedDuration',
    'machine',
  ]);
  const id = cursor.need('id', 'the name of the folder')?.text() ?? '';
  const machine = cursor.need('machine', 'an XState machine configuration');
  const cancellation = cursor.get('cancellation');
  const retention = cursor.get('retention');
  const estimatedDuration = cursor.get('estimatedDuration')?.text();
  const sources: DefinitionSources = { main, ...parts };
  return {
    id,
    effective: cursor.need('effective', 'the legal effective date, YYYY-MM-DD')?.text() ?? '',
    hash: contentHash(contentOf(sources)),
    title: cursor.need('title', '{ da: …, en: … }')?.words() ?? NO_WORDS,
    lifeEvent: cursor.need('lifeEvent', 'the EU eGovernment Benchmark life event')?.text() ?? '',
    roles: readRoles(cursor.get('roles')),
    decisions: each(cursor.get('decisions'), readDecision),
    delays: each(cursor.get('delays'), readDelay),
    ...(cancellation && { cancellation: readCancellation(cancellation) }),
    ...(retention && { retention: readRetention(retention) }),
    ...(estimatedDuration !== undefined && { estimatedDuration }),
    machine: readMachine(machine ?? new Cursor(main, [], {}, ['machine']), id),
    machineConfig: machine && isRecord(machine.value) ? machine.value : {},
    forms: Object.fromEntries(
      Object.entries(parts.forms).map(([name, source]) => [name, readForm(new Cursor(source, diagnostics))]),
    ),
    texts: Object.fromEntries(
      LANGUAGES.map(language => {
        const source = parts.texts[language];
        return [language, source ? readTexts(new Cursor(source, diagnostics)) : NO_TEXTS];
      }),
    ) as Record<Language, Texts>,
    parameters: parts.parameters ? readParameters(new Cursor(parts.parameters, diagnostics)) : {},
    sources,
  };
}

function contentOf({ main, forms, texts, parameters }: DefinitionSources): Json {
  return {
    main: main.value,
    forms: Object.fromEntries(Object.entries(forms).map(([name, source]) => [name, source.value])),
    texts: Object.fromEntries(Object.entries(texts).map(([language, source]) => [language, source.value])),
    parameters: parameters?.value ?? null,
  };
}

function readRoles(cursor: Cursor | undefined): Record<string, RoleDefinition> {
  return {
    // Whoever starts a journey is its applicant, declared or not.
    applicant: { optional: false, many: false, subject: false },
    ...each(cursor, role => {
      role.only(['optional', 'many', 'subject', 'confidential']);
      return {
        ...(role.get('confidential')?.flag() && { confidential: true }),
        optional: role.get('optional')?.flag() ?? false,
        many: role.get('many')?.flag() ?? false,
        subject: role.get('subject')?.flag() ?? false,
      };
    }),
  };
}

function readDecision(cursor: Cursor): DecisionDefinition {
  cursor.only(['when', 'source']);
  const source = cursor.get('source')?.text();
  return {
    when: cursor.need('when', '"= …", an expression that is true or false')?.text() ?? '',
    ...(source !== undefined && { source }),
  };
}

function readDelay(cursor: Cursor): DelayDefinition {
  cursor.only(['until', 'from', 'for', 'source']);
  const until = cursor.get('until')?.text();
  const from = cursor.get('from')?.text();
  const period = cursor.get('for')?.text();
  const source = cursor.get('source')?.text();
  if ([until, from, period].filter(given => given !== undefined).length !== 1) {
    cursor.fault(
      'shape',
      `The delay ${cursor.path.at(-1)} must say exactly one of until, from and for.`,
      'Keep until (through a day), from (when a day begins) or for (a period from now).',
    );
  }
  return {
    ...(until !== undefined && { until }),
    ...(from !== undefined && { from }),
    ...(period !== undefined && { for: period }),
    ...(source !== undefined && { source }),
  };
}

function readCancellation(cursor: Cursor): CancellationDefinition {
  cursor.only(['by', 'when']);
  const when = cursor.get('when')?.text();
  return {
    by:
      cursor
        .need('by', 'the roles that may cancel')
        ?.items()
        .map(role => role.text()) ?? [],
    ...(when !== undefined && { when }),
  };
}

function readRetention(cursor: Cursor): RetentionDefinition {
  cursor.only(['for', 'source', 'obliged']);
  return {
    for: cursor.need('for', 'an ISO 8601 period, or a dated parameter that is one')?.text() ?? '',
    source: cursor.need('source', 'the law or page that says how long')?.text() ?? '',
    obliged: cursor.get('obliged')?.flag() ?? false,
  };
}

function readForm(cursor: Cursor): JsonSchema {
  return cursor.record();
}
