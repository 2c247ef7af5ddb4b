import { Alert } from '../../design/alert.js';
import { useWords } from '../../http/visit.js';
import { journeyPath } from '../../paths.js';
import { type ProblemContradiction } from '../../rest/documents.js';

/** What is under way and contradicts what is to begin: which case it is, why, and what to do. */
export function ContradictionAlert({
  contradictions,
}: {
  readonly contradictions: readonly ProblemContradiction[];
}) {
  const words = useWords();
  if (contradictions.length === 0) return null;
  return (
    <Alert kind="warning" heading={words.start.underWay}>
      {contradictions.map(({ journey, title, reference, text }) => (
        <p key={journey}>
          <a href={journeyPath(journey)}>
            {title}, {reference}
          </a>
          <br />
          {text}
        </p>
      ))}
    </Alert>
  );
}

/** Ids to confirm as the field of a form; undefined where something under way refuses what is to begin. */
export function confirmField(contradictions: readonly ProblemContradiction[]): string | undefined {
  return contradictions.every(({ confirmable }) => confirmable)
    ? contradictions.map(({ journey }) => journey).join(' ')
    : undefined;
}

/** The ids of such a field. */
export function confirmedIn(field: string): readonly string[] {
  return field.split(' ').filter(id => id !== '');
}
