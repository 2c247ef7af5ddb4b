import { NSIS } from '#identity';
import { type MitIdPerson } from '../people.js';
import { htmlOf } from './document.js';

export const LEVELS = [
  { value: NSIS.substantial, name: 'Betydelig' },
  { value: NSIS.high, name: 'Høj' },
  { value: NSIS.low, name: 'Lav (rækker som regel ikke)' },
] as const;

export interface SignInPageProps {
  /** Path that the choice is posted to. */
  readonly action: string;
  /** Where one signs in. */
  readonly service: string;
  readonly people: readonly MitIdPerson[];
  /** Nobody was chosen. */
  readonly faulty?: boolean;
}

/** Where one chooses whom to be. Works without a script. */
export function signInPage({ action, service, people, faulty = false }: SignInPageProps): string {
  const citizens = people.filter(({ roles }) => roles.includes('citizen'));
  const staff = people.filter(({ roles }) => !roles.includes('citizen'));
  return htmlOf(
    faulty ? 'Fejl: Log på' : 'Log på',
    <>
      <h1>{`Log på hos ${service}`}</h1>
      {faulty && (
        <p class="fault" role="alert" id="fault">
          Vælg, hvem du vil logge på som.
        </p>
      )}
      <form method="post" action={action}>
        <fieldset aria-describedby={faulty ? 'fault' : undefined}>
          <legend>Hvem vil du være?</legend>
          <People people={citizens} />
        </fieldset>
        {staff.length > 0 && (
          <fieldset>
            <legend>Eller en, der arbejder her</legend>
            <People people={staff} />
          </fieldset>
        )}
        <fieldset>
          <legend>Sikringsniveau (NSIS)</legend>
          <ul class="choices">
            {LEVELS.map(({ value, name }, index) => (
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
          <button type="submit" class="secondary" formaction={`${action}/afbryd`} formnovalidate>
            Afbryd
          </button>
        </p>
      </form>
    </>,
  );
}

function People({ people }: { readonly people: readonly MitIdPerson[] }) {
  return (
    <ul class="choices people">
      {people.map(({ name, fullName, about }) => (
        <li key={name}>
          <label>
            <input type="radio" name="person" value={name} /> {fullName}
            {about !== undefined && <span class="about">{about}</span>}
          </label>
        </li>
      ))}
    </ul>
  );
}
