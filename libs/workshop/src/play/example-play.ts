import {
  type CompiledJourney,
  compileJourney,
  type Definition,
  isError,
  type JourneyFolder,
  type JourneyState,
  type PersonId,
  type ServiceCatalogue,
  type Source,
} from '#journey';
import { type Instant } from '#statechart';
import { soundDefinition } from '../check/sound-definition.js';
import { shapeFaults } from '../check/shape/shape-faults.js';
import { type Happening } from './happening.js';
import { playScenario } from './play-scenario.js';
import { readScenario } from './read-scenario.js';
import { type Scenario, type ScenarioAction } from './scenario.js';
import { versionsFor } from './versions-for.js';
import { type Move } from './walk.js';

/** What was done, and what came of it. The beginning has no move. */
export interface ExampleStep {
  readonly move?: Move;
  readonly at: Instant;
  /** How the journey stood afterwards. */
  readonly state: JourneyState;
  readonly happenings: readonly Happening[];
}

/** A whole way through a journey, by people who are made up; plain data. */
export interface ExamplePlay {
  /** File of the scenario. */
  readonly scenario: string;
  readonly applicant: PersonId;
  readonly steps: readonly ExampleStep[];
}

/** What an ordinary way has none of. */
const OUT_OF_THE_ORDINARY: readonly ScenarioAction['kind'][] = ['refuse', 'skip', 'cancel'];

/**
 * *Worked example*: the scenario that shows a journey (`demo`), else the shortest, that goes well from end to end on one version. Scenarios
 * are tests, and so what is shown is what happens. Undefined: none goes well on it.
 */
export function examplePlay(
  { definitions, scenarios }: JourneyFolder,
  definition: Definition,
  catalogue: ServiceCatalogue,
): ExamplePlay | undefined {
  // What was entered says what came of each section.
  const journey = compileJourney(soundDefinition(definition, catalogue), { trace: true });
  const ways = scenarios
    .flatMap(source => ordinary(source))
    .filter(({ scenario }) => versionsFor(scenario, definitions).includes(definition))
    .sort(({ scenario: one }, { scenario: other }) => rankOf(one) - rankOf(other));
  for (const way of ways) {
    const play = goneWell(way, journey);
    if (play) return play;
  }
  return undefined;
}

interface Way {
  readonly scenario: Scenario;
  readonly source: Source;
}

function ordinary(source: Source): readonly Way[] {
  if ([...source.diagnostics, ...shapeFaults(source)].some(isError)) return [];
  const scenario = readScenario(source);
  const isOrdinary = scenario.steps.every(({ action }) => !OUT_OF_THE_ORDINARY.includes(action.kind));
  return isOrdinary ? [{ scenario, source }] : [];
}

function rankOf({ demo, steps }: Scenario): number {
  return demo ? 0 : steps.filter(({ action }) => action.kind !== 'look').length;
}

function goneWell({ scenario, source }: Way, journey: CompiledJourney): ExamplePlay | undefined {
  const { failures, steps, happenings } = playScenario(journey, scenario, source);
  const end = steps.at(-1);
  const isGood =
    failures.length === 0 &&
    end?.status === 'done' &&
    journey.endOf(end.state) === 'done' &&
    !happenings.some(({ kind }) => kind === 'refused');
  if (!isGood) return undefined;
  return {
    scenario: scenario.file,
    applicant: scenario.applicant,
    // What was not accepted has changed nothing.
    steps: steps.flatMap(({ move, at, state, happenings: since, refused, ignored }) =>
      refused || ignored ? [] : [{ ...(move && { move }), at, state, happenings: since }],
    ),
  };
}
