import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type MandateDocument } from '../../rest/documents.js';
import { dayInWords, lastDayBefore } from '../../words/times.js';

/** On which ground, from when until when, and for what. */
export function MandateLines({ mandate }: { readonly mandate: MandateDocument }) {
  const { words, language } = useVisit();
  const { text, from, until, titles, suspended, begun } = mandate;
  const last = until === undefined ? undefined : dateInWords(lastDayBefore(until))[language];
  return (
    <>
      <p>
        {text}. {(begun ? words.mandates.since : words.mandates.begins)(dayInWords(from, language), last)}
      </p>
      {suspended !== undefined && <p>{suspended}</p>}
      <p>{titles === undefined ? words.mandates.all : words.mandates.only(titles)}</p>
    </>
  );
}
