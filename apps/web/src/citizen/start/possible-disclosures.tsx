import { nameAlone } from '#journey';
import { Details } from '../../design/details.js';
import { useWords } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

type Disclosures = DefinitionDocument['disclosures'];

/** Which data may go to whom on which ground, by authority. */
export function PossibleDisclosures({ disclosures }: { readonly disclosures: Disclosures }) {
  const words = useWords();
  const names = [...new Set(disclosures.map(({ authorityName }) => authorityName))];
  return (
    <>
      {names.map(name => (
        <Details key={name} summary={nameAlone(name)}>
          <ul>
            {byService(disclosures.filter(({ authorityName }) => authorityName === name)).map(
              ({ service, text, ground, undoable, irreversible }) => (
                <li key={service}>
                  {words.sentence(text)}
                  {ground !== undefined && ` ${words.start.ground(ground)}`}
                  {!undoable && irreversible !== undefined && ` ${words.sentence(irreversible)}`}
                </li>
              ),
            )}
          </ul>
        </Details>
      ))}
    </>
  );
}

/** Each service once, however many steps ask it. */
function byService(disclosures: Disclosures): Disclosures {
  return [...new Map(disclosures.map(disclosure => [disclosure.service, disclosure])).values()];
}
