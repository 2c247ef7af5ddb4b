import { type Diagnostic, type OtherJourneys, type ServiceCatalogue, withJourneys } from '#journey';
import { checkWhole, type Covered, scoreJourney } from '#workshop';
import { AskedJourneys } from '../asked-journeys.js';
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

/** An appraisal that was made just now, with the ids of the other journeys that it has looked at. */
export interface FreshAppraisal {
  readonly folder: AppraisedFolder;
  readonly beside: readonly string[];
}

/** Checks a journey, plays its scenarios and scores each version of it, by its hash. */
export function appraiseFolder(
  { id, files }: Examination,
  contracts: ServiceCatalogue,
  journeys: OtherJourneys,
): FreshAppraisal {
  const others = new AskedJourneys(journeys);
  const catalogue = withJourneys(contracts, others);
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
  return { folder: { diagnostics, versions: Object.fromEntries(versions) }, beside: others.asked };
}

function shareOf<T>({ all, missed }: Covered<T>, nameOf: (part: T) => string): WalkedShare {
  return { all: all.length, missed: missed.map(nameOf) };
}
