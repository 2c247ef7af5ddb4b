import { type ComponentChildren } from 'preact';
import { type Language } from '#journey';
import { type MitIdPerson } from '../people.js';

export interface ChoicePaths {
  readonly language: Language;
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

const WORDS: Readonly<Record<Language, Readonly<Record<'fault' | 'go' | 'cancel', string>>>> = {
  da: { fault: 'Vælg, hvem du vil logge på som.', go: 'Log på', cancel: 'Afbryd' },
  en: { fault: 'Choose who to sign in as.', go: 'Sign in', cancel: 'Cancel' },
};

/** Whom to be, and how sure the service can be of it. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { language, action, cancelAction, faulty = false, levelsTitle, levels, children } = props;
  const words = WORDS[language];
  return (
    <>
      {faulty && (
        <p class="fault" role="alert" id="fault">
          {words.fault}
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
          <button type="submit">{words.go}</button>
          <button type="submit" class="secondary" formaction={cancelAction} formnovalidate>
            {words.cancel}
          </button>
        </p>
      </form>
    </>
  );
}

interface PeopleProps {
  readonly people: readonly MitIdPerson[];
  readonly language: Language;
}

export function People({ people, language }: PeopleProps) {
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return (
    <ul class="choices people">
      {people.map(({ name, fullName, country, about }) => (
        <li key={name}>
          <label>
            <input type="radio" name="person" value={name} /> {fullName}
            {country !== undefined && `, ${countries.of(country)}`}
            {about !== undefined && <span class="about">{about[language]}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}
