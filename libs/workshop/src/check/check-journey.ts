import {
  type Definition,
  type Diagnostic,
  isError,
  type JourneyFiles,
  type JourneyFolder,
  journeyOf,
  readSources,
  type ServiceCatalogue,
  type SoundDefinition,
  type Source,
} from '#journey';
import { fileBounds } from './bounds/file-bounds.js';
import { sourceBounds } from './bounds/source-bounds.js';
import { stateBounds } from './bounds/state-bounds.js';
import { CheckContext } from './check-context.js';
import { byPlace, findingsOf } from './check-rules.js';
import { encodingFaults } from './encoding-faults.js';
import { RULES } from './rules.js';
import { scenariosByVersion } from './scenarios/checked-scenario.js';
import { EXPANSION_RULES } from './rules/expansion.js';
import { shapeFaults } from './shape/shape-faults.js';
import { vouchedFor } from './sound-definition.js';

/** What the check of a journey's folder gives: what is wrong with it, and what may be published. */
export interface CheckedJourney {
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every version in order of its effective date; none when a diagnostic is an error. */
  readonly definitions: readonly SoundDefinition[];
}

/** A checked journey, with what was made of its files on the way; only where they have the shape of their kind. */
interface AnalysedJourney extends CheckedJourney {
  readonly folder?: JourneyFolder;
  readonly contexts?: readonly CheckContext[];
}

/**
 * Static analysis of a whole journey's folder: first that nothing in it is beyond all bounds, then that every file is
 * well formed and has the shape of its kind, and, when that is so, every version against the rules.
 *
 * @param folder name of the folder, which is the journey's id
 */
export function checkJourney(
  folder: string,
  files: JourneyFiles,
  catalogue: ServiceCatalogue,
): CheckedJourney {
  const { diagnostics, definitions } = analyseJourney(folder, files, catalogue);
  return { diagnostics, definitions };
}

/** {@link checkJourney}, for who goes on with what it has read. */
export function analyseJourney(
  folder: string,
  files: JourneyFiles,
  catalogue: ServiceCatalogue,
): AnalysedJourney {
  const unread = [...fileBounds(files), ...encodingFaults(files)];
  if (unread.length > 0) return refused(unread);
  const sources = readSources(files);
  const beyond = [...sources.values()].flatMap(sourceBounds);
  if (beyond.length > 0) return refused(beyond);
  const read = journeyOf(sources);
  const { definitions, scenarios, diagnostics } = read;
  const endless = definitions.flatMap(stateBounds);
  if (endless.length > 0) return refused(endless);
  const malformed = [...diagnostics, ...[...sources.values()].filter(isWellFormed).flatMap(shapeFaults)];
  if (malformed.some(isError)) return refused(malformed);

  const played = scenariosByVersion(definitions, scenarios);
  const contexts = definitions.map(
    definition => new CheckContext(definition, catalogue, played.get(definition)),
  );
  const found = [
    ...malformed,
    ...definitions.flatMap(definition => misplaced(folder, definition)),
    ...byRules(contexts),
  ];
  if (found.some(isError)) return { ...refused(found), folder: read, contexts };
  return {
    diagnostics: found.sort(byPlace),
    definitions: contexts.map(vouchedFor),
    folder: read,
    contexts,
  };
}

function refused(diagnostics: Diagnostic[]): CheckedJourney {
  return { diagnostics: diagnostics.sort(byPlace), definitions: [] };
}

function isWellFormed({ diagnostics }: Source): boolean {
  return !diagnostics.some(isError);
}

function misplaced(folder: string, { id, sources: { main } }: Definition): Diagnostic[] {
  if (id === folder) return [];
  return [
    {
      code: 'misplaced',
      severity: 'error',
      file: main.file,
      ...main.positionOf(['id']),
      message: `The journey is called ${id}, and its folder ${folder}.`,
      remedy: `Write id: ${folder}, or rename the folder.`,
    },
  ];
}

/**
 * The versions share forms, texts and parameters. What is wrong there is told once, and what is unused there counts
 * only when no version uses it.
 */
function byRules(contexts: readonly CheckContext[]): Diagnostic[] {
  const found = new Map<string, { diagnostic: Diagnostic; times: number }>();
  for (const context of contexts) {
    // What could not be expanded is empty, and every other rule would stumble over it.
    const rules = context.definition.expansion.faults.length > 0 ? EXPANSION_RULES : RULES;
    for (const diagnostic of findingsOf(context, rules)) {
      const key = JSON.stringify(diagnostic);
      found.set(key, { diagnostic, times: (found.get(key)?.times ?? 0) + 1 });
    }
  }
  const versions = new Set(contexts.map(({ definition }) => definition.sources.main.file));
  return [...found.values()].flatMap(({ diagnostic, times }) => {
    const shared = diagnostic.code.startsWith('unused-') && !versions.has(diagnostic.file);
    return shared && times < contexts.length ? [] : [diagnostic];
  });
}
