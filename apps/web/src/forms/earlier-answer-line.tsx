import { type Json } from '#schema';
import { useVisit } from '../http/visit.js';
import { type EarlierAnswerDocument } from '../rest/documents.js';
import { answerInWords } from './answered.js';
import { type AskedField } from './asked-field.js';

interface EarlierAnswerLineProps {
  readonly field: AskedField;
  readonly earlier: EarlierAnswerDocument;
}

/** Name of the button that takes an earlier answer; its value is the field. */
export const TAKE_EARLIER = 'earlier';

/** What somebody has answered in another case, with where it is from. Nothing is filled in before they say so. */
export function EarlierAnswerLine({ field, earlier }: EarlierAnswerLineProps) {
  const { words, language } = useVisit();
  return (
    <p class="earlier-answer">
      {earlier.source}: <strong>{answerInWords(field, earlier.value as Json, words, language)}</strong>{' '}
      <button type="submit" class="function-link" name={TAKE_EARLIER} value={field.name}>
        {words.form.takeEarlier}
        <span class="sr-only">: {field.label}</span>
      </button>
    </p>
  );
}
