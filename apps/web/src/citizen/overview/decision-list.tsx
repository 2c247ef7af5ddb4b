import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type DecisionDocument } from '../../rest/documents.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

/** What was decided about the reader, why, and how to appeal it. */
export function DecisionList({ decisions }: { readonly decisions: readonly DecisionDocument[] }) {
  const { words } = useVisit();
  if (decisions.length === 0) return null;
  return (
    <OverviewSection heading={words.overview.decisions}>
      {decisions.map(decision => (
        <Decision key={decision.id} decision={decision} />
      ))}
    </OverviewSection>
  );
}

function Decision({ decision }: { readonly decision: DecisionDocument }) {
  const { words, language } = useVisit();
  const { title, authorityName, decidedOn, granted, grounds, reference, appeal, noAppeal, journey } =
    decision;
  const of = words.overview;
  return (
    <li>
      <strong>{title}</strong>
      {granted !== undefined && `: ${granted ? of.granted : of.refused}`}
      <p>
        {of.decidedOn(authorityName, dateInWords(decidedOn)[language])}{' '}
        {grounds !== undefined && words.sentence(grounds)}
      </p>
      {appeal && (
        <p>
          {appeal.lastDay !== undefined && `${of.appealBy(dateInWords(appeal.lastDay)[language])} `}
          <a href={taskPath(journey.id, appeal.task)}>{of.appeal}</a>
        </p>
      )}
      {noAppeal !== undefined && <p>{noAppeal}</p>}
      <CaseLine journey={journey} before={reference === undefined ? undefined : of.reference(reference)} />
    </li>
  );
}
