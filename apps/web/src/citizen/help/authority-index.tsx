import { nameAlone } from '#journey';
import { Details } from '../../design/details.js';
import { SearchForm } from '../../design/search-form.js';
import { useWords } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type AuthorityContactDocument } from '../../rest/documents.js';
import { type PageWords } from '../../words/page-words.js';
import { authoritiesNamed, type AuthorityGroup, authorityGroups } from './authority-groups.js';
import { ContactLines } from './contact-lines.js';

export interface AuthorityIndexProps {
  readonly authorities: readonly AuthorityContactDocument[];
  /** What is looked for in their names; empty: all are shown. */
  readonly name: string;
}

/** Every authority: found by its name, or in the group where it belongs. */
export function AuthorityIndex({ authorities, name }: AuthorityIndexProps) {
  const { help } = useWords();
  return (
    <section aria-labelledby="authorities">
      <h2 id="authorities">{help.authorities}</h2>
      <p>{help.authoritiesLead}</p>
      <SearchForm
        action={`${PATHS.help}#authorities`}
        name="navn"
        label={help.find.label}
        hint={help.find.hint}
        value={name}
        most={100}
        button={help.find.button}
      />
      {name === '' ? (
        <Groups groups={authorityGroups(authorities)} />
      ) : (
        <Found authorities={authoritiesNamed(name, authorities)} name={name} />
      )}
    </section>
  );
}

function Groups({ groups }: { readonly groups: readonly AuthorityGroup[] }) {
  const { help } = useWords();
  return (
    <>
      <nav aria-label={help.groups}>
        <ul>
          {groups.map(group => (
            <li key={group.id}>
              <a href={`#${group.id}`}>{titleOf(group, help)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(group => (
        <section key={group.id} aria-labelledby={group.id}>
          <h3 id={group.id}>{titleOf(group, help)}</h3>
          <Contacts authorities={group.authorities} />
        </section>
      ))}
    </>
  );
}

function Found({ authorities, name }: AuthorityIndexProps) {
  const { help } = useWords();
  return (
    <>
      <p role="status">{authorities.length === 0 ? help.find.none(name) : help.find.found(name)}</p>
      <Contacts authorities={authorities} open={authorities.length === 1} />
      <p>
        <a href={`${PATHS.help}#authorities`}>{help.find.all}</a>
      </p>
    </>
  );
}

function Contacts({
  authorities,
  open = false,
}: {
  readonly authorities: readonly AuthorityContactDocument[];
  readonly open?: boolean;
}) {
  return authorities.map(({ authority, name, contact }) => (
    <Details key={authority} summary={nameAlone(name)} open={open}>
      <ContactLines contact={contact} />
    </Details>
  ));
}

function titleOf({ tier, letters }: AuthorityGroup, { tiers, fromTo }: PageWords['help']): string {
  return letters === undefined ? tiers[tier] : fromTo(tiers[tier], ...letters);
}
