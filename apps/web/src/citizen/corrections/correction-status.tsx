import { dateInWords } from '#calendar';
import { Badge } from '../../design/badge.js';
import { useVisit } from '../../http/visit.js';
import { type CorrectionDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';

/** How far a correction has come, and by when it must be answered. */
export function CorrectionStatus({ correction }: { readonly correction: CorrectionDocument }) {
  const { words, language } = useVisit();
  const { corrections } = words;
  const { status, authorityName, lastDay, late, answeredAt, correctedOn } = correction;
  const last = dateInWords(lastDay)[language];
  const when =
    answeredAt === undefined
      ? (late ? corrections.late : corrections.answerBy)(last)
      : correctedOn !== undefined
        ? corrections.correctedOn(dateInWords(correctedOn)[language])
        : status === 'refused' && corrections.answeredAt(dayInWords(answeredAt, language));
  return (
    <>
      {corrections.statuses[status](authorityName)} {when}{' '}
      {late && <Badge tone="warning" text={corrections.lateMark} />}
    </>
  );
}
