import { type Rule } from './rule.js';
import { answerDoesNotFit } from './rules/answer-does-not-fit.js';
import { documentCategory, documentKinds } from './rules/documents.js';
import { emptySource } from './rules/empty-source.js';
import { literalPeriod } from './rules/literal-period.js';
import { misplacedPlaceholder } from './rules/misplaced-placeholder.js';
import { misspeltEvent } from './rules/misspelt-event.js';
import { unfitPlaceholder, untypedPlaceholder } from './rules/placeholder-types.js';
import { reminderNotSent } from './rules/reminder-not-sent.js';
import { FORM_LAYOUT_RULES } from './rules/form-layout.js';
import { needlessValue } from './rules/needless-value.js';
import { neverFits } from './rules/never-fits.js';
import { noAppeal } from './rules/no-appeal.js';
import { numberInText } from './rules/number-in-text.js';
import { onlyIfCircle, onlyIfLater } from './rules/only-if.js';
import { SCENARIO_EXPECTATION_RULES } from './rules/scenario-expectations.js';
import { SCENARIO_NAME_RULES } from './rules/scenario-names.js';
import { timerOutrun } from './rules/timer-outrun.js';
import { unboundedText } from './rules/unbounded-text.js';
import { uncategorisedField } from './rules/uncategorised-field.js';
import { unevenPlaceholder } from './rules/uneven-placeholder.js';
import { unknownLifeEvent } from './rules/unknown-life-event.js';
import { unreadField } from './rules/unread-field.js';
import { untranslated } from './rules/untranslated.js';
import { withoutDataUnknown } from './rules/without-data-unknown.js';

/** The rules about texts, forms, parameters and scenarios: what is written beside the machine. */
export const WORD_RULES: readonly Rule[] = [
  // Names and timers
  misspeltEvent,
  timerOutrun,
  // Texts
  misplacedPlaceholder,
  unevenPlaceholder,
  needlessValue,
  untypedPlaceholder,
  unfitPlaceholder,
  reminderNotSent,
  numberInText,
  untranslated,
  // Forms
  neverFits,
  uncategorisedField,
  unboundedText,
  unreadField,
  withoutDataUnknown,
  ...FORM_LAYOUT_RULES,
  onlyIfCircle,
  onlyIfLater,
  documentKinds,
  documentCategory,
  // Parameters and the law
  literalPeriod,
  emptySource,
  unknownLifeEvent,
  noAppeal,
  // Scenarios
  ...SCENARIO_NAME_RULES,
  answerDoesNotFit,
  ...SCENARIO_EXPECTATION_RULES,
];
