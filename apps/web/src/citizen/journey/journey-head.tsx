import { useVisit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';

/** What the journey is called, who is in it, and its number. After a loss nobody reads what it was begun for. */
export function JourneyHead({ journey }: { readonly journey: JourneyDocument }) {
  const { words, language } = useVisit();
  const { label, title, reference, participants, startedAt, endedAt, quiet } = journey;
  // Whom it is about, one who has died or a newborn, takes no part in it.
  // Several of one role, whose names the reader may not know, are called the same.
  const others = new Set(participants.filter(({ you, subject }) => !you && !subject).map(({ name }) => name));
  return (
    <div data-part="head">
      {label !== undefined && !label.startsWith(title) && !quiet && <p class="above-heading">{title}</p>}
      <h1>{label ?? title}</h1>
      <p class="case-line">
        {words.journey.caseNumber} <strong>{reference}</strong>.{' '}
        {words.journey.begun(dayInWords(startedAt, language))}
        {endedAt !== undefined && ` ${words.journey.ended(dayInWords(endedAt, language))}`}
        {others.size > 0 && ` ${words.journey.withOthers([...others])}`}
      </p>
    </div>
  );
}
