import { isPeriod, periodInWords } from '#calendar';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

/** The periods that a journey counts by, each with the law that sets it; how many no law sets. */
export function DeadlineList({ deadlines }: Pick<DefinitionDocument, 'deadlines'>) {
  const { words, language } = useVisit();
  const { making } = words;
  const lawful = deadlines.filter(({ source }) => source !== undefined);
  const own = deadlines.length - lawful.length;
  return (
    <>
      {lawful.length === 0 && <p>{making.deadlines.none}</p>}
      <Rows
        rows={lawful.map(({ title, period, source }) => ({
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
