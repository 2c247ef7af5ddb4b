import { type Rule } from './rule.js';
import { alwaysLoop } from './rules/always-loop.js';
import { authorityNamedOtherwise } from './rules/authority-named-otherwise.js';
import { askedTwice } from './rules/asked-twice.js';
import { constantCondition } from './rules/constant-condition.js';
import { confidentialShown } from './rules/confidential-shown.js';
import { confidentialStep } from './rules/confidential-step.js';
import { deadEnd } from './rules/dead-end.js';
import { dueWithoutTimer } from './rules/due-without-timer.js';
import { dismissedApplicant } from './rules/dismissed-applicant.js';
import { duplicateId } from './rules/duplicate-id.js';
import { eachMismatch } from './rules/each-mismatch.js';
import { endlessWait } from './rules/endless-wait.js';
import { waitForAnother } from './rules/wait-for-another.js';
import { eventWithoutTask } from './rules/event-without-task.js';
import { EXPRESSION_RULES } from './rules/expression.js';
import { EXPANSION_RULES } from './rules/expansion.js';
import { FEE_RULES } from './rules/fees.js';
import { finalGoesOn } from './rules/final-goes-on.js';
import { formInvalid } from './rules/form-invalid.js';
import { givenDoesNotFit } from './rules/given-does-not-fit.js';
import { INPUT_RULES } from './rules/input.js';
import { offerWithoutEnd } from './rules/offer-without-end.js';
import { OTHER_JOURNEY_RULES } from './rules/other-journeys.js';
import { circularPlace, OVERLAY_RULES } from './rules/overlays.js';
import { loopsInLoops } from './rules/loops-in-loops.js';
import { literalValue } from './rules/literal-value.js';
import { misplaced } from './rules/misplaced.js';
import { misplacedOutcome } from './rules/misplaced-outcome.js';
import { misplacedUndo } from './rules/misplaced-undo.js';
import { missingOutcome } from './rules/missing-outcome.js';
import { missingOnDone } from './rules/missing-on-done.js';
import { missingOnError } from './rules/missing-on-error.js';
import { missingSynonyms } from './rules/missing-synonyms.js';
import { missingText } from './rules/missing-text.js';
import { nameTaken } from './rules/name-taken.js';
import { neverDone } from './rules/never-done.js';
import { neverTaken } from './rules/never-taken.js';
import { noCategory } from './rules/no-category.js';
import { noCompensation } from './rules/no-compensation.js';
import { noLegalGround } from './rules/no-legal-ground.js';
import { noOtherwise } from './rules/no-otherwise.js';
import { noSkipRule } from './rules/no-skip-rule.js';
import { noSource } from './rules/no-source.js';
import { nobodyInRole } from './rules/nobody-in-role.js';
import { nothingToRemember } from './rules/nothing-to-remember.js';
import { onceOnly } from './rules/once-only.js';
import { onlyIfUndecidable } from './rules/only-if.js';
import { parameterGap, parameterOverlap } from './rules/parameter-dates.js';
import { PRESENCE_RULES } from './rules/presence.js';
import { patternInExpression } from './rules/pattern-in-expression.js';
import { rememberedDifferently } from './rules/remembered-differently.js';
import { remindWithoutDue } from './rules/remind-without-due.js';
import { samePerson } from './rules/same-person.js';
import { RETENTION_RULES } from './rules/retention.js';
import { passiveActs } from './rules/passive-acts.js';
import { taskWithoutEvent } from './rules/task-without-event.js';
import { timerBeforeMaximum } from './rules/timer-before-maximum.js';
import { unheardReport } from './rules/unheard-report.js';
import { unknownAction } from './rules/unknown-action.js';
import { unknownCondition } from './rules/unknown-condition.js';
import { unknownDecision } from './rules/unknown-decision.js';
import { unknownDelay } from './rules/unknown-delay.js';
import { unknownEvent } from './rules/unknown-event.js';
import { unknownForm } from './rules/unknown-form.js';
import { unknownInitial } from './rules/unknown-initial.js';
import { unknownPlaceholder } from './rules/unknown-placeholder.js';
import { unknownPrefill } from './rules/unknown-prefill.js';
import { refusalOfAnotherService } from './rules/refusal-of-another-service.js';
import { unknownRefusal } from './rules/unknown-refusal.js';
import { unknownRemembered } from './rules/unknown-remembered.js';
import { unknownRole } from './rules/unknown-role.js';
import { unknownService } from './rules/unknown-service.js';
import { unknownValue } from './rules/unknown-value.js';
import { unknownTarget } from './rules/unknown-target.js';
import { unknownText } from './rules/unknown-text.js';
import { unregisteredRole } from './rules/unregistered-role.js';
import { unreachableState } from './rules/unreachable-state.js';
import { unvouchedPerson } from './rules/unvouched-person.js';
import { UNUSED_RULES } from './rules/unused.js';
import { doesNothing } from './rules/does-nothing.js';
import { returnWithoutTarget } from './rules/history-without-target.js';
import { intoAnotherRegion } from './rules/into-another-region.js';
import { missingAnswer } from './rules/missing-answer.js';
import { noSuchDay } from './rules/no-such-day.js';
import { needlessInternal, toldAlike } from './rules/told-periods.js';
import { negativeParameter, notAPeriod, parameterTypes } from './rules/parameter-values.js';
import { reportOfAnybody } from './rules/report-of-anybody.js';
import { taskHidden } from './rules/task-hidden.js';
import { farFuture, tooLong } from './rules/too-long.js';
import { unknownShare } from './rules/unknown-share.js';
import { endlessCircle } from './rules/endless-circle.js';
import { retryWithoutPause, timerOfNoTime } from './rules/timeless-circle.js';
import { unusedText } from './rules/unused-text.js';
import { unwrittenText } from './rules/unwritten-text.js';
import { wrongControlType, wrongType } from './rules/wrong-type.js';
import { WORD_RULES } from './rules-of-words.js';

const NAMES_AND_EXPRESSIONS: readonly Rule[] = [
  ...EXPANSION_RULES,
  unknownTarget,
  unknownInitial,
  unknownCondition,
  unknownDecision,
  unknownDelay,
  unknownService,
  unknownEvent,
  unknownAction,
  unknownForm,
  unknownRole,
  ...EXPRESSION_RULES,
  circularPlace,
  onlyIfUndecidable,
];

/** What a definition needs to run: what it names exists, and its expressions can be evaluated. Compiling relies on it. */
export const SOUNDNESS_RULES: readonly Rule[] = [...NAMES_AND_EXPRESSIONS, wrongControlType];

/** Every rule of the check. */
export const RULES: readonly Rule[] = [
  ...NAMES_AND_EXPRESSIONS,
  // What names stand for
  misplaced,
  duplicateId,
  unknownText,
  unknownPlaceholder,
  unknownPrefill,
  unknownRemembered,
  unknownRefusal,
  refusalOfAnotherService,
  nameTaken,
  // What values are, and when they are known
  patternInExpression,
  loopsInLoops,
  wrongType,
  unknownValue,
  constantCondition,
  ...INPUT_RULES,
  formInvalid,
  nothingToRemember,
  rememberedDifferently,
  ...PRESENCE_RULES,
  nobodyInRole,
  eachMismatch,
  // Ways through the machine
  unreachableState,
  deadEnd,
  endlessWait,
  waitForAnother,
  missingOnError,
  noSkipRule,
  missingOnDone,
  neverDone,
  finalGoesOn,
  misplacedOutcome,
  missingOutcome,
  misplacedUndo,
  neverTaken,
  noOtherwise,
  alwaysLoop,
  timerOfNoTime,
  retryWithoutPause,
  endlessCircle,
  taskWithoutEvent,
  eventWithoutTask,
  dueWithoutTimer,
  remindWithoutDue,
  timerBeforeMaximum,
  farFuture,
  missingAnswer,
  taskHidden,
  doesNothing,
  intoAnotherRegion,
  returnWithoutTarget,
  reportOfAnybody,
  unheardReport,
  // Words
  missingSynonyms,
  missingText,
  unwrittenText,
  // The law and what is private
  noLegalGround,
  noCategory,
  onceOnly,
  askedTwice,
  literalValue,
  noSource,
  parameterGap,
  parameterOverlap,
  parameterTypes,
  needlessInternal,
  toldAlike,
  authorityNamedOtherwise,
  notAPeriod,
  negativeParameter,
  noSuchDay,
  tooLong,
  noCompensation,
  ...RETENTION_RULES,
  ...FEE_RULES,
  passiveActs,
  samePerson,
  dismissedApplicant,
  unregisteredRole,
  confidentialShown,
  unknownShare,
  confidentialStep,
  unvouchedPerson,
  // Between journeys and places
  ...OTHER_JOURNEY_RULES,
  givenDoesNotFit,
  offerWithoutEnd,
  ...OVERLAY_RULES,
  ...WORD_RULES,
  // What is left over
  unusedText,
  ...UNUSED_RULES,
];
