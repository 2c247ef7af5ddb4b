export { type DescribedFunction, functionsInReach } from '#journey';
export { type NameInReach, type NameKind, namesInReach } from './catalogue/names-in-reach.js';
export {
  type ContractField,
  type OfferedService,
  type OfferOfAuthority,
  type ListedEvent,
  servicesOf,
  type OfferedCompensation,
} from './catalogue/services-of.js';
export { CheckContext } from './check/check-context.js';
export { type CheckedJourney, checkJourney } from './check/check-journey.js';
export { RULES } from './check/rules.js';
export { checkWhole } from './whole/check-whole.js';
export { soundDefinition } from './check/sound-definition.js';
export { compareVersions, type VersionChange } from './diff/compare-versions.js';
export { type FoundBecause, type FoundJourney, JourneyIndex } from './find/journey-index.js';
export { SEARCHED_IN, type SearchedIn } from './find/searched-texts.js';
export { drawMermaid } from './draw/mermaid.js';
export { differenceOf } from './draw/difference.js';
export { drawSvg } from './draw/svg.js';
export { branchOf } from './draw/branch.js';
export { type DescribedState, describeDrawing } from './draw/describe-drawing.js';
export { type Drawing, type DrawingRequest, toDrawing } from './draw/drawing.js';
export { foldsOf, overviewOf } from './draw/overview.js';
export {
  type Completions,
  completionsAt,
  declarationOf,
  meaningAt,
  type TextRange,
} from './language/language.js';
export { OpenJourney } from './language/open-journey.js';
export { type CursorInFile } from './language/spot.js';
export { type Term, type TermKind, type TermPlace } from './language/term.js';
export { type Coverage, type Covered, percentCovered } from './play/coverage.js';
export { makeMissing } from './make/make-missing.js';
export { nextVersion } from './make/next-version.js';
export { type QuickFix, quickFix } from './make/quick-fixes.js';
export { skeleton } from './make/skeleton.js';
export { danishTime } from './play/danish-time.js';
export { type Happening } from './play/happening.js';
export { likelyAnswer, likelyForm, likelyReport } from './play/likely-move.js';
export { Cast } from './play/cast.js';
export { type Move, Walk } from './play/walk.js';
export { type ExamplePlay, examplePlay, type ExampleStep } from './play/example-play.js';
export { repairForm } from './play/example-form.js';
export { exampleValue } from './play/example-value.js';
export { leavesOf, writeScenario } from './play/write-scenario.js';
export { findPath } from './play/find-path.js';
export { PlayError } from './play/play-error.js';
export { type PlayedJourney, playJourney } from './play/play-journey.js';
export { momentOf, playScenario, type ScenarioResult } from './play/play-scenario.js';
export { type PlayedStep } from './play/played-step.js';
export { readScenario } from './play/read-scenario.js';
export { type PlayedReply } from './play/played-reply.js';
export { type Answering, type PlayedDispatch, Player, type PlayerOptions } from './play/player.js';
export { MET_BY_PORTAL, NOT_OF_PORTAL } from './score/portal.js';
export {
  type JourneyScore,
  type ScoredGroup,
  type ScoredIndicator,
  type ScoredPrinciple,
  scoreJourney,
} from './score/score-journey.js';
export { type Scenario } from './play/scenario.js';
export {
  type ProcessingRecord,
  processingRecord,
  type RecordedRecipient,
} from './record/processing-record.js';
export { groundInWords, recordInMarkdown, retentionInWords } from './record/record-in-markdown.js';
