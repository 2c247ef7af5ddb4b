import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type DecisionDocument } from '../../rest/documents.js';
import { OverviewSection } from './overview-section.js';
import { sameTitled } from './same-titled.js';

/** What was decided about the reader, why, and how to appeal it. */
export function DecisionList({ decisions }: { readonly decisions: readonly DecisionDocument[] }) {
  const { words } = useVisit();
  const alike = sameTitled(decisions);
  const items = decisions.map(decision => ({
    key: decision.id,
    journey: decision.journey,
    content: <Decision decision={decision} isAlike={alike.has(decision)} />,
  }));
  return <OverviewSection heading={words.overview.decisions} items={items} />;
}

interface DecisionProps {
  readonly decision: DecisionDocument;
  /** Another is called the same. */
  readonly isAlike: boolean;
}

function Decision({ decision, isAlike }: DecisionProps) {
  const { words, language } = useVisit();
  const {
    title,
    text,
    authorityName,
    decidedOn,
    granted,
    result,
    grounds,
    reference,
    appeal,
    noAppeal,
    journey,
  } = decision;
  const of = words.overview;
  return (
    <>
      <strong>{title}</strong>
      {granted !== undefined && `: ${granted ? of.granted : of.refused}`}
      {result !== undefined && `: ${result}`}
      {isAlike && <p>{words.sentence(text)}</p>}
      <p>
        {of.decidedOn(authorityName, dateInWords(decidedOn)[language])}{' '}
        {/* Authorities write in Danish, whatever the page's language. */}
        {grounds !== undefined && <span lang="da">{words.sentence(grounds)}</span>}
      </p>
      {appeal && (
        <p>
          {appeal.lastDay !== undefined && `${of.appealBy(dateInWords(appeal.lastDay)[language])} `}
          <a href={taskPath(journey.id, appeal.task)}>{appeal.title}</a>
        </p>
      )}
      {noAppeal !== undefined && <p>{noAppeal}</p>}
      {reference !== undefined && <p class="message-line">{of.reference(reference)}</p>}
    </>
  );
}
