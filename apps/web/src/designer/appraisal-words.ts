import { type AppraisalDocument } from '../rest/documents.js';
import { type DesignerWords } from './words/designer-words.js';

/** Each figure of an appraisal in words; the same for all while there is none. */
export interface AppraisalWords {
  readonly walked: string;
  readonly score: string;
  readonly check: string;
}

export function appraisalWords(
  { status, errors = 0, warnings = 0, score, states, transitions }: AppraisalDocument,
  { appraisal: words }: DesignerWords,
): AppraisalWords {
  if (status !== 'done') return { walked: words[status], score: words[status], check: words[status] };
  return {
    walked: states && transitions ? words.walked(states.percent, transitions.percent) : words.noScenarios,
    score: score === undefined ? '–' : words.score(score),
    check: errors + warnings === 0 ? words.sound : words.found(errors, warnings),
  };
}
