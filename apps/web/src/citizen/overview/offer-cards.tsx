import { dateInWords } from '#calendar';
import { Card } from '../../design/card.js';
import { useVisit } from '../../http/visit.js';
import { offerPath } from '../../paths.js';
import { type OfferDocument } from '../../rest/documents.js';

/** Journeys that are held out to the reader. */
export function OfferCards({ offers }: { readonly offers: readonly OfferDocument[] }) {
  const { words, language } = useVisit();
  if (offers.length === 0) return null;
  return (
    <section>
      <h2>{words.offers.title}</h2>
      {offers.map(({ id, title, why, lastDay }) => (
        <Card key={id} heading={<a href={offerPath(id)}>{title}</a>}>
          <p>{why.text}</p>
          <p>{words.offers.stands(dateInWords(lastDay)[language])}</p>
        </Card>
      ))}
    </section>
  );
}
