export {
  type AuthorityDescription,
  type JsonSchema,
  type Language,
  LANGUAGES,
  type LegalGround,
  type RegisterEventContract,
  type ServiceCatalogue,
  type ServiceContract,
  type Tier,
  TIERS,
  type Words,
} from './catalogue.js';
export {
  type CancellationDefinition,
  type DecisionDefinition,
  type Definition,
  type DelayDefinition,
  type ParameterDefinition,
  type ParameterValue,
  type RoleDefinition,
  type Texts,
} from './definition.js';
export { type Diagnostic, formatDiagnostic, type Severity } from './diagnostic.js';
export {
  type DispatchEffect,
  type InviteEffect,
  type JourneyEffect,
  type MessageEffect,
  type ReminderEffect,
  type TimerEffect,
} from './journey-effect.js';
export { type JourneyContext, type JourneyState, type Participant, type PersonId } from './journey-state.js';
export { type Position, readSource, type Source, type SourcePath } from './source.js';
export {
  type ActionDefinition,
  type InvokeDefinition,
  type StateDefinition,
  type TaskDefinition,
  type TransitionDefinition,
  type Trigger,
} from './state-definition.js';
export { filesOf, type JourneyFiles, type JourneyFolder, readJourney } from './read/read-journey.js';
export { readJourneyFolder } from './read/read-journey-folder.js';
export { compileJourney, type CompileOptions } from './compile/compile-journey.js';
export { CompiledJourney, type JourneyAdvance, type JourneyStep } from './compile/compiled-journey.js';
export { DefinitionError } from './definition-error.js';
export { type FieldError } from './form/form-validator.js';
export { linearPattern, PatternError, type TextPattern } from './form/linear-pattern.js';
export { everyState } from './state-index.js';
export { type Acceptance, type Submission } from './step/accept.js';
export { type Compensations, type DoneDispatch } from './step/compensations.js';
export { type OpenTask } from './step/open-tasks.js';
export { type Waits } from './step/waits.js';
export { checkJourney } from './check/check-journey.js';
export { drawMermaid } from './draw/mermaid.js';
export { drawSvg } from './draw/svg.js';
export { type DrawingRequest } from './draw/drawing.js';
export { type Coverage, type Covered, percentCovered } from './play/coverage.js';
export { type Happening } from './play/happening.js';
export { PlayError } from './play/play-error.js';
export { type PlayedJourney, playJourney } from './play/play-journey.js';
export { type ScenarioResult } from './play/play-scenario.js';
export {
  type Answering,
  type PendingDispatch,
  Player,
  type PlayerOptions,
  type Reply,
} from './play/player.js';
export { type Scenario } from './play/scenario.js';
