import {
  type Definition,
  type Diagnostic,
  type JourneyFiles,
  journeyOf,
  readSources,
  type ServiceCatalogue,
  type Source,
} from '#journey';
import { fileBounds } from './bounds/file-bounds.js';
import { sourceBounds } from './bounds/source-bounds.js';
import { stateBounds } from './bounds/state-bounds.js';
import { byPlace, checkDefinition } from './check-definition.js';
import { shapeFaults } from './shape/shape-faults.js';

/**
 * Checks a whole journey's folder: first that nothing in it is beyond all bounds, then that every file is well-formed
 * and has the shape of its kind, and, when that is so, every version against the rules.
 *
 * @param folder name of the folder, which is the journey's id
 */
export function checkJourney(folder: string, files: JourneyFiles, catalogue: ServiceCatalogue): Diagnostic[] {
  const unread = fileBounds(files);
  if (unread.length > 0) return unread.sort(byPlace);
  const sources = readSources(files);
  const beyond = [...sources.values()].flatMap(sourceBounds);
  if (beyond.length > 0) return beyond.sort(byPlace);
  const { definitions, diagnostics } = journeyOf(sources);
  const endless = definitions.flatMap(stateBounds);
  if (endless.length > 0) return endless.sort(byPlace);

  const shape = [...sources.values()].filter(isWellFormed).flatMap(shapeFaults);
  // Reading finds much the same, in fewer words: it speaks for files that the schema has nothing against.
  const told = new Set(shape.map(({ file }) => file));
  const first = [...shape, ...diagnostics.filter(({ file }) => !told.has(file))];
  if (first.some(({ severity }) => severity === 'error')) return first.sort(byPlace);
  return [
    ...first,
    ...definitions.flatMap(definition => misplaced(folder, definition)),
    ...byRules(definitions, catalogue),
  ].sort(byPlace);
}

function isWellFormed({ diagnostics }: Source): boolean {
  return diagnostics.every(({ severity }) => severity !== 'error');
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
function byRules(definitions: readonly Definition[], catalogue: ServiceCatalogue): Diagnostic[] {
  const found = new Map<string, { diagnostic: Diagnostic; times: number }>();
  for (const definition of definitions) {
    for (const diagnostic of checkDefinition(definition, catalogue)) {
      const key = JSON.stringify(diagnostic);
      found.set(key, { diagnostic, times: (found.get(key)?.times ?? 0) + 1 });
    }
  }
  const versions = new Set(definitions.map(({ sources }) => sources.main.file));
  return [...found.values()].flatMap(({ diagnostic, times }) => {
    const shared = diagnostic.code.startsWith('unused-') && !versions.has(diagnostic.file);
    return shared && times < definitions.length ? [] : [diagnostic];
  });
}
