import { type Json } from '#statechart';
import { type Language, LANGUAGES } from '../catalogue.js';
import {
  type CancellationDefinition,
  type ConditionDefinition,
  type ConflictDefinition,
  type Definition,
  type DefinitionSources,
  type DelayDefinition,
  type LabelDefinition,
  type OfferDefinition,
  type RetentionDefinition,
  type RoleDefinition,
  type Texts,
} from '../definition.js';
import { broughtAlong } from '../expand/part-files.js';
import { expandDefinition } from '../expand/expand-definition.js';
import { type Source } from '../source.js';
import { Cursor } from './cursor.js';
import { contentHash } from './definition-hash.js';
import { type FolderParts } from './folder-parts.js';
import { readMachine } from './read-machine.js';
import { readOverlay, readParameters } from './read-parameters.js';
import { each, readTexts } from './read-texts.js';

/** Reads one version file together with what its folder shares. Never throws. */
export function readDefinition(main: Source, parts: FolderParts): Definition {
  const expansion = expandDefinition(main, parts);
  const { uses } = expansion;
  const cursor = new Cursor(expansion.value);
  const id = cursor.textAt('id');
  const machine = cursor.get('machine') ?? new Cursor({}, ['machine']);
  const cancellation = cursor.get('cancellation');
  const retention = cursor.get('retention');
  const place = cursor.get('place')?.text();
  const overlays = parts.overlays ?? {};
  const inUse = place === undefined ? {} : overlays;
  const sources: DefinitionSources = {
    main,
    forms: { ...broughtAlong('forms', uses), ...parts.forms },
    texts: parts.texts,
    versionTexts: parts.versionTexts ?? {},
    ...(parts.parameters && { parameters: parts.parameters }),
    parts: Object.fromEntries(uses.map(({ source }) => [source.file, source])),
    overlays,
  };
  const parameters = broughtAlong('parameters', uses);
  return {
    id,
    effective: cursor.textAt('effective'),
    hash: contentHash(contentOf(main, parts, { ...sources, overlays: inUse })),
    title: cursor.wordsAt('title'),
    lifeEvent: cursor.textAt('lifeEvent'),
    roles: readRoles(cursor.get('roles')),
    shares: each(cursor.get('shares'), share => (share.get('with')?.items() ?? []).map(role => role.text())),
    // Definitions of 0.1.0 say `decisions`, and `subject` of a role.
    conditions: each(cursor.get('conditions') ?? cursor.get('decisions'), readCondition),
    delays: each(cursor.get('delays'), readDelay),
    ...(cancellation && { cancellation: readCancellation(cancellation) }),
    ...(retention && { retention: readRetention(retention) }),
    fees: each(cursor.get('fees'), fee => ({
      amount: fee.textAt('amount'),
      to: fee.textAt('to'),
      text: fee.textAt('text'),
    })),
    labels: cursor.get('label')?.items().map(readLabel) ?? [],
    ...(cursor.get('quiet')?.value === true && { quiet: true as const }),
    ...(cursor.get('mandates')?.value === 'none' && { mandates: 'none' as const }),
    estimatedDuration: cursor.get('estimatedDuration')?.text(),
    machine: readMachine(machine, id, expansion.absent),
    forms: Object.fromEntries(
      Object.entries(sources.forms).map(([name, source]) => [name, new Cursor(source.value).record()]),
    ),
    texts: Object.fromEntries(
      LANGUAGES.map(language => [language, readTexts(new Cursor(expansion.texts[language]))]),
    ) as Record<Language, Texts>,
    parameters: {
      ...Object.fromEntries(
        Object.entries(parameters).flatMap(([name, { value }]) =>
          Object.entries(readParameters(new Cursor({ [name]: value }))),
        ),
      ),
      ...(parts.parameters ? readParameters(new Cursor(parts.parameters.value)) : {}),
    },
    takes: cursor.get('takes')?.text(),
    offers: each(cursor.get('offers'), readOffer),
    conflicts: each(cursor.get('conflicts'), readConflict),
    ...(place !== undefined && { place }),
    overlays: Object.fromEntries(
      Object.entries(inUse).map(([code, { value }]) => [code, readOverlay(new Cursor(value))]),
    ),
    sources,
    expansion,
  };
}

/** A journey without parts, texts of a version and overlays has the hash that it had before there were any. */
function contentOf(
  main: Source,
  { forms, texts, versionTexts = {}, parameters }: FolderParts,
  { parts: used, overlays }: Pick<DefinitionSources, 'parts' | 'overlays'>,
): Json {
  const parts = valuesOf(used);
  return {
    ...(Object.keys(overlays).length > 0 && { overlays: valuesOf(overlays) }),
    ...(Object.keys(parts).length > 0 && { parts }),
    ...(Object.keys(versionTexts).length > 0 && { versionTexts: valuesOf(versionTexts) }),
    main: main.value,
    forms: valuesOf(forms),
    texts: valuesOf(texts),
    parameters: parameters?.value ?? null,
  };
}

function valuesOf(sources: Readonly<Record<string, Source>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, source.value]));
}

function readRoles(cursor: Cursor | undefined): Record<string, RoleDefinition> {
  return {
    // The person who starts a journey is its applicant, declared or not.
    applicant: { optional: false, many: false, passive: false },
    ...each(cursor, role => ({
      optional: role.get('optional')?.value === true,
      many: role.get('many')?.value === true,
      passive: (role.get('passive') ?? role.get('subject'))?.value === true,
      ...(role.get('confidential')?.value === true && { confidential: true }),
      ...(role.get('unregistered')?.value === true && { unregistered: true }),
      differsFrom: role
        .get('differsFrom')
        ?.items()
        .map(other => other.text()),
    })),
  };
}

function readCondition(cursor: Cursor): ConditionDefinition {
  return { when: cursor.textAt('when'), source: cursor.get('source')?.text() };
}

function readDelay(cursor: Cursor): DelayDefinition {
  return {
    until: cursor.get('until')?.text(),
    from: cursor.get('from')?.text(),
    for: cursor.get('for')?.text(),
    source: cursor.get('source')?.text(),
  };
}

function readLabel(cursor: Cursor): LabelDefinition {
  const guard = cursor.get('guard')?.text();
  const visibleTo = cursor
    .get('visibleTo')
    ?.items()
    .map(role => role.text());
  return {
    ...(guard !== undefined && { guard }),
    ...(visibleTo && { visibleTo }),
    text: cursor.textAt('text'),
    with: cursor.get('with')?.record() ?? {},
    at: cursor.path,
  };
}

function readOffer(cursor: Cursor): OfferDefinition {
  return {
    on: cursor.textAt('on'),
    to: cursor.textAt('to'),
    when: cursor.get('when')?.text(),
    with: cursor.get('with')?.record() ?? {},
    expires: cursor.textAt('expires'),
    source: cursor.get('source')?.text(),
  };
}

function readConflict(cursor: Cursor): ConflictDefinition {
  return { journey: cursor.textAt('journey'), kind: cursor.textAt('kind') === 'refuse' ? 'refuse' : 'warn' };
}

function readCancellation(cursor: Cursor): CancellationDefinition {
  const by = cursor.get('by')?.items() ?? [];
  return { by: by.map(role => role.text()), when: cursor.get('when')?.text() };
}

function readRetention(cursor: Cursor): RetentionDefinition {
  return {
    for: cursor.textAt('for'),
    source: cursor.textAt('source'),
    obliged: cursor.get('obliged')?.value === true,
  };
}
