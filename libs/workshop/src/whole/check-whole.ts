import { type Diagnostic, isError, type JourneyFiles, type ServiceCatalogue } from '#journey';
import { analyseJourney, type CheckedJourney } from '../check/check-journey.js';
import { byPlace } from '../check/check-rules.js';
import { vouchedFor } from '../check/sound-definition.js';
import { type Coverage } from '../play/coverage.js';
import { playJourney } from '../play/play-journey.js';
import { unwalked } from './unwalked.js';

/** Faults with which a journey runs as well as without: only words are still missing. */
const OF_WORDS = ['missing-text', 'unwritten-text'];

/** What {@link checkWhole} gives. */
export interface WholeCheck extends CheckedJourney {
  /** What the scenarios walk of each version; none where they were not played. */
  readonly coverage: readonly Coverage[];
}

/**
 * Static analysis of a journey's folder, and then its regression test: every scenario is played, and what none of them
 * walks is told once they hold. A journey with faults in its machine is not played: they are to be mended first.
 *
 * @param folder name of the folder, which is the journey's id
 * @returns no definitions when a scenario fails
 */
export function checkWhole(folder: string, files: JourneyFiles, catalogue: ServiceCatalogue): WholeCheck {
  const { folder: read, contexts = [], ...checked } = analyseJourney(folder, files, catalogue);
  if (!read || checked.diagnostics.some(fault => isError(fault) && !OF_WORDS.includes(fault.code))) {
    return { ...checked, coverage: [] };
  }
  const sound = new Map(contexts.map(context => [context.definition, vouchedFor(context)]));
  const { results, coverage } = playJourney(read, catalogue, sound);
  const played: Diagnostic[] = [
    ...results.flatMap(({ failures }) => failures),
    ...coverage.flatMap(unwalked),
  ];
  return {
    diagnostics: [...checked.diagnostics, ...played].sort(byPlace),
    definitions: played.some(isError) ? [] : checked.definitions,
    coverage,
  };
}
