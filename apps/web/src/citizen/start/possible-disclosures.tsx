import { DATA_CATEGORIES, type Language, nameAlone } from '#journey';
import { Details } from '../../design/details.js';
import { useVisit } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

type Disclosures = DefinitionDocument['disclosures'];

/** Which data may go to whom on which ground, by authority. */
export function PossibleDisclosures({ disclosures }: { readonly disclosures: Disclosures }) {
  const names = [...new Set(disclosures.map(({ authorityName }) => authorityName))];
  return names.map(name => (
    <ToAuthority
      key={name}
      name={name}
      disclosures={disclosures.filter(({ authorityName }) => authorityName === name)}
    />
  ));
}

function ToAuthority({ name, disclosures }: { readonly name: string; readonly disclosures: Disclosures }) {
  const { words, language } = useVisit();
  const kinds = kindsIn(disclosures, language);
  return (
    <Details summary={nameAlone(name)}>
      {kinds.length > 0 && <p>{words.start.dataKinds(kinds)}</p>}
      <ul>
        {byService(disclosures).map(({ service, text, ground, undoable, irreversible }) => (
          <li key={service}>
            {words.sentence(text)}
            {ground !== undefined && ` ${words.start.ground(ground)}`}
            {!undoable && irreversible !== undefined && ` ${words.sentence(irreversible)}`}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** The kinds of data that any of its services may get, in words, in the order of their list. */
function kindsIn(disclosures: Disclosures, language: Language): readonly string[] {
  const given = new Set(disclosures.flatMap(({ categories }) => categories));
  return Object.entries(DATA_CATEGORIES).flatMap(([category, name]) =>
    given.has(category) ? [name[language]] : [],
  );
}

/** Each service once, however many steps ask it. */
function byService(disclosures: Disclosures): Disclosures {
  return [...new Map(disclosures.map(disclosure => [disclosure.service, disclosure])).values()];
}
