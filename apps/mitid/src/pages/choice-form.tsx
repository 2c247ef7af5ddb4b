import { type ComponentChildren } from 'preact';
import { type MitIdPerson } from '../people.js';

export interface ChoicePaths {
  /** Path that the choice is posted to. */
  readonly action: string;
  /** Path that is posted to when one does not sign in. */
  readonly cancelAction: string;
  /** Nobody was chosen. */
  readonly faulty?: boolean;
}

interface ChoiceFormProps extends ChoicePaths {
  readonly levelsTitle: string;
  /** The first is chosen. */
  readonly levels: readonly { readonly value: string; readonly name: string }[];
  readonly children: ComponentChildren;
}

/** Whom to be, and how sure the service can be of it. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { action, cancelAction, faulty = false, levelsTitle, levels, children } = props;
  return (
    <>
      {faulty && (
        <p class="fault" role="alert" id="fault">
          Vælg, hvem du vil logge på som.
        </p>
      )}
      <form method="post" action={action}>
        {children}
        <fieldset>
          <legend>{levelsTitle}</legend>
          <ul class="choices">
            {levels.map(({ value, name }, index) => (
              <li key={value}>
                <label>
                  <input type="radio" name="level" value={value} checked={index === 0} /> {name}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <p class="buttons">
          <button type="submit">Log på</button>
          <button type="submit" class="secondary" formaction={cancelAction} formnovalidate>
            Afbryd
          </button>
        </p>
      </form>
    </>
  );
}

export function People({ people }: { readonly people: readonly MitIdPerson[] }) {
  return (
    <ul class="choices people">
      {people.map(({ name, fullName, country, about }) => (
        <li key={name}>
          <label>
            <input type="radio" name="person" value={name} /> {fullName}
            {country !== undefined && `, ${country}`}
            {about !== undefined && <span class="about">{about}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}
