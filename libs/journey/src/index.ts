export {
  type AuthorityDescription,
  type Extent,
  EXTENTS,
  type Language,
  LANGUAGES,
  type OtherJourney,
  type OtherJourneys,
  type LegalGround,
  type RegisterEventContract,
  type Responsibility,
  ServiceCatalogue,
  type ServiceContract,
  type Tier,
  TIERS,
  type Words,
} from './catalogue.js';
export { AuthorityDirectory, type Heir, type Responsible } from './authority-directory.js';
export { MANDATE_BASES, type MandateBasis, type MandateGround, type MandateRule } from './mandate-rule.js';
export { type CatalogueData, catalogueData, catalogueOf } from './catalogue-data.js';
export { type Contact, type Hours, type Weekday } from './contact.js';
export {
  type CancellationDefinition,
  type ConditionDefinition,
  type ConflictDefinition,
  type Definition,
  type DelayDefinition,
  type LocalBounds,
  type OfferDefinition,
  type ParameterDefinition,
  type ParameterValue,
  type Place,
  type RoleDefinition,
  type RetentionDefinition,
  type Texts,
} from './definition.js';
export { codeDigest, packageFile } from './code-digest.js';
export { DATA_CATEGORIES, DATA_CATEGORY_SCHEMA } from './data-category.js';
export { didYouMean, editDistance, isSlip, nearestName } from './did-you-mean.js';
export { isOwnChoice } from './own-choice.js';
export { placeWords } from './place-words.js';
export { type Diagnostic, formatDiagnostic, isError, type Severity } from './diagnostic.js';
export {
  type DismissEffect,
  type DispatchEffect,
  type InviteEffect,
  type JourneyEffect,
  type StartEffect,
  type MessageEffect,
  type ReminderEffect,
  type TimerEffect,
  type UndoEffect,
} from './journey-effect.js';
export {
  type JourneyContext,
  type JourneyState,
  type Letter,
  type Participant,
  type PersonId,
} from './journey-state.js';
export { schemaFaults } from './schema-faults.js';
export { type Position, readSource, type Source, type SourcePath } from './source.js';
export {
  type ActionDefinition,
  BUILT_IN_ACTIONS,
  JOURNEY_ENDS,
  type JourneyEnd,
  type JoinDefinition,
  OUTCOME_KINDS,
  type OutcomeKind,
  type InvokeDefinition,
  type StateDefinition,
  TASK_KINDS,
  type TaskDefinition,
  type TaskKind,
  type TransitionDefinition,
  type Trigger,
} from './state-definition.js';
export { Cursor, isRecord } from './read/cursor.js';
export {
  filesOf,
  type JourneyFiles,
  type JourneyFolder,
  journeyOf,
  readJourney,
  readSources,
} from './read/read-journey.js';
export { unreadableBecause } from './readable-yaml.js';
export { JourneysOnDemand } from './read/journeys-on-demand.js';
export { journeyIds, readJourneyFolder, SHARED_PARTS } from './read/read-journey-folder.js';
export { type ExpansionFault, type PartUse } from './expand/expansion.js';
export { type Origin } from './expand/origins.js';
export { personsIn } from './compile/compile-actions.js';
export { reversesDeath, tellsOfDeath } from './compile/deaths-remembered.js';
export { isUnregisteredId } from './compile/unregistered-id.js';
export { compileJourney, type CompileOptions } from './compile/compile-journey.js';
export { foreseenStates } from './compile/foreseen-states.js';
export {
  type BeginOptions,
  CompiledJourney,
  type Fee,
  type JourneyAdvance,
  type JourneyStep,
  UNCANCELLABLE,
  type Uncancellable,
} from './compile/compiled-journey.js';
export { type OfferedJourney } from './compile/compiled-offer.js';
export { endedStimulus } from './compile/started-journeys.js';
export { MUNICIPALITIES } from './municipalities.js';
export { startedNames, startsIn } from './starts-in.js';
export { knownJourneys, otherJourneys, withJourneys } from './with-journeys.js';
export { DefinitionError } from './definition-error.js';
export { languageEnvironment } from './expression/cel-functions.js';
export { type DescribedFunction, functionsInReach } from './expression/functions-in-reach.js';
export {
  environmentOf,
  offerEnvironment,
  takenType,
  type Remembering,
  rememberings,
  transitionData,
} from './expression/environment-of.js';
export { type ExpressionEnvironment, RESERVED_NAMES } from './expression/expression-environment.js';
export { parameterType } from './expression/parameter-values.js';
export { pathOf } from './expression/has-path.js';
export { type Expression } from './expression/expression.js';
export { isTold, tellingEnvironment } from './expression/telling-condition.js';
export { useOwnFunctions } from './expression/own-functions.js';
export { type Narrowing, narrowingOf, type Read, readsOf } from './expression/reads.js';
export { schemaType } from './expression/schema-type.js';
export { carriesData, saysNo } from './form/event-data.js';
export { DOCUMENT_KINDS, type DocumentKind, isDocumentKind, kindsAccepted } from './form/document-kinds.js';
export { fieldsEnvironment } from './form/fields-environment.js';
export { boundKind, onlyIfs, readOnlyFields, withoutExpressions } from './form/form-words.js';
export { OnlyIfCompiler, UndecidableError } from './form/only-if.js';
export { compileTemplate, isExpression } from './expression/template.js';
export { describeType, DYN, type FieldType, typeKey, type ValueType } from './expression/value-type.js';
export { type FieldError, FormValidator } from './form/form-validator.js';
export { linearPattern, PatternError, type TextPattern } from './form/linear-pattern.js';
export { type SoundDefinition } from './sound-definition.js';
export { isAppealTask } from './appeal-task.js';
export { cancels, leadsOn } from './leads-on.js';
export { isWithin, type Section } from './sections.js';
export { onlySends } from './words/only-sends.js';
export { everyState, parentPath, stateAt } from './state-index.js';
export { correlatedPersons } from './correlated-persons.js';
export { type Telling } from './telling.js';
export { type Acceptance, type Submission } from './step/accept.js';
export { askedAtOnce } from './step/asked-at-once.js';
export { type Compensations, type DoneDispatch } from './step/compensations.js';
export { differentRoles, fieldNamed } from './step/different-persons.js';
export { type Choice, chosenData } from './step/choices.js';
export { offeredData, type OpenTask } from './step/open-tasks.js';
export { type AwaitedAnswer, NO_WAITS, type Waits } from './step/waits.js';
export { type JourneyWords, type WordedMessage, type WordedTask } from './words/journey-words.js';
export { gdprArticle } from './words/gdpr-article.js';
export { authorityDoes, namedOtherwise } from './words/authority-does.js';
export { listedIn } from './words/listed-in.js';
export { nameAlone, nameFirst } from './words/name-case.js';
export { type NamedParticipant, type Reader, roleInRecord, roleInText } from './words/person-names.js';
export {
  filledText,
  isPlaceholderType,
  type Placeholder,
  PLACEHOLDER_TYPES,
  type PlaceholderType,
  placeholdersIn,
  withoutValues,
} from './words/placeholder.js';
export { contractWords, typeFor } from './words/value-origins.js';
export { type Given, type GivenValues, givenValues, LAST_DAY } from './words/value-places.js';
export { addressLine, moneyWords } from './words/value-words.js';
export { BY_CODE } from './expand/refusals-by-code.js';
