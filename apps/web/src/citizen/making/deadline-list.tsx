import { isPeriod, periodInWords } from '#calendar';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

/** The periods that a journey counts by, each with where it comes from; how many the journey has chosen itself. */
export function DeadlineList({ deadlines }: Pick<DefinitionDocument, 'deadlines'>) {
  const { words, language } = useVisit();
  const { making } = words;
  const sourced = deadlines.filter(({ source }) => source !== undefined);
  const own = deadlines.length - sourced.length;
  return (
    <>
      {sourced.length === 0 && <p>{making.deadlines.none}</p>}
      <Rows
        rows={sourced.map(({ title, period, source }) => ({
          label: title,
          value: (
            <>
              {isPeriod(period) && periodInWords(period)[language]}
              {/* Of Danish law, whatever the page's language. */}
              <div lang="da">{source}</div>
            </>
          ),
        }))}
      />
      {own > 0 && <p>{making.deadlines.own(own)}</p>}
    </>
  );
}
