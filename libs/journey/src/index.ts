export { LANGUAGES, TIERS } from './catalogue.js';
export type {
  AuthorityDescription,
  JsonSchema,
  Language,
  LegalGround,
  RegisterEventContract,
  ServiceCatalogue,
  ServiceContract,
  Tier,
  Words,
} from './catalogue.js';
export type {
  CancellationDefinition,
  DecisionDefinition,
  Definition,
  DelayDefinition,
  ParameterDefinition,
  ParameterValue,
  RoleDefinition,
  Texts,
} from './definition.js';
export { formatDiagnostic } from './diagnostic.js';
export type { Diagnostic, Severity } from './diagnostic.js';
export type {
  DispatchEffect,
  InviteEffect,
  JourneyEffect,
  MessageEffect,
  ReminderEffect,
  TimerEffect,
} from './journey-effect.js';
export type { JourneyContext, JourneyState, Participant, PersonId } from './journey-state.js';
export type { Position, Source, SourcePath } from './source.js';
export { readSource } from './source.js';
export type {
  ActionDefinition,
  InvokeDefinition,
  StateDefinition,
  TaskDefinition,
  TransitionDefinition,
  Trigger,
} from './state-definition.js';
export { filesOf, readJourney } from './read/read-journey.js';
export type { JourneyFiles, JourneyFolder } from './read/read-journey.js';
export { readJourneyFolder } from './read/read-journey-folder.js';
export { compileJourney } from './compile/compile-journey.js';
export type { CompileOptions } from './compile/compile-journey.js';
export { CompiledJourney } from './compile/compiled-journey.js';
export type { JourneyAdvance, JourneyStep } from './compile/compiled-journey.js';
export { DefinitionError } from './definition-error.js';
export type { FieldError } from './form/form-validator.js';
export { PatternError, linearPattern } from './form/linear-pattern.js';
export type { TextPattern } from './form/linear-pattern.js';
export { everyState } from './state-index.js';
export type { Acceptance, Submission } from './step/accept.js';
export type { Compensations, DoneDispatch } from './step/compensations.js';
export type { OpenTask } from './step/open-tasks.js';
export type { Waits } from './step/waits.js';
export { checkJourney } from './check/check-journey.js';
export { drawMermaid } from './draw/mermaid.js';
export { drawSvg } from './draw/svg.js';
export type { DrawingRequest } from './draw/drawing.js';
export { percentCovered } from './play/coverage.js';
export type { Coverage, Covered } from './play/coverage.js';
export type { Happening } from './play/happening.js';
export { PlayError } from './play/play-error.js';
export { playJourney } from './play/play-journey.js';
export type { PlayedJourney } from './play/play-journey.js';
export type { ScenarioResult } from './play/play-scenario.js';
export { Player } from './play/player.js';
export type { Answering, PendingDispatch, PlayerOptions, Reply } from './play/player.js';
export type { Scenario } from './play/scenario.js';
