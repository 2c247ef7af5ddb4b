import { useVisit } from '../http/visit.js';
import { type ChainReportDocument } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { useAuditorWords } from './words/auditor-words.js';

/** What verifying has found: that all is as it was chained, or the first entry at which it is not. */
export function ReportView({ report }: { readonly report: ChainReportDocument }) {
  const { language } = useVisit();
  const { verifying: words } = useAuditorWords();
  const { entries, erased, fault } = report;
  if (!fault) {
    return (
      <>
        {words.proven(entries)} {erased > 0 && words.erased(erased)}
      </>
    );
  }
  const { chain, number, record, at } = fault;
  const place = [
    ...(chain === undefined ? [] : [words.chain(chain)]),
    ...(number === undefined ? [] : [words.entry(number)]),
    ...(record === undefined ? [] : [words.record(record)]),
    ...(at === undefined ? [] : [words.at(dayAndTime(at, language))]),
  ];
  return (
    <>
      <strong>{words.broken}</strong> {words.faults[fault.kind]} {place.length > 0 && `${place.join(', ')}.`}
    </>
  );
}
