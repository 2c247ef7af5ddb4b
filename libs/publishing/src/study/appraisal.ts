import { type Diagnostic, type ServiceCatalogue } from '#journey';
import { checkWhole, type Covered, scoreJourney } from '#workshop';
import { type Examination } from '../journey-checks.js';

/** What the scenarios of a journey walk. */
export interface WalkedShare {
  readonly all: number;
  /** Names of what none of them walks. */
  readonly missed: readonly string[];
}

/** How good a version is, as far as its files tell; plain data, for it comes from another thread. */
export interface Appraisal {
  readonly diagnostics: readonly Diagnostic[];
  /** 0 to 100; absent where the check finds an error. */
  readonly score?: number;
  /** Absent where no scenario was played. */
  readonly states?: WalkedShare;
  readonly transitions?: WalkedShare;
}

/** What a folder's files say of each version in it. */
export interface AppraisedFolder {
  readonly diagnostics: readonly Diagnostic[];
  readonly versions: Readonly<Record<string, Appraisal>>;
}

/** Checks a journey, plays its scenarios and scores each version of it, by its hash. */
export function appraiseFolder({ id, files }: Examination, catalogue: ServiceCatalogue): AppraisedFolder {
  const { diagnostics, definitions, coverage } = checkWhole(id, files, catalogue);
  const versions = definitions.map(({ definition }): [string, Appraisal] => {
    const played = coverage.find(each => each.definition.hash === definition.hash);
    const { states, transitions } = played ?? {};
    const isPlayed = states !== undefined && states.missed.length < states.all.length;
    return [
      definition.hash,
      {
        diagnostics,
        score: scoreJourney(definition, catalogue).score,
        ...(isPlayed && { states: shareOf(states, path => path) }),
        ...(isPlayed && transitions && { transitions: shareOf(transitions, ({ id: name }) => name) }),
      },
    ];
  });
  return { diagnostics, versions: Object.fromEntries(versions) };
}

function shareOf<T>({ all, missed }: Covered<T>, nameOf: (part: T) => string): WalkedShare {
  return { all: all.length, missed: missed.map(nameOf) };
}
