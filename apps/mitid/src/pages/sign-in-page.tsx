import { NSIS } from '#identity';
import { type MitIdPerson } from '../people.js';
import { ChoiceForm, type ChoicePaths, People } from './choice-form.js';
import { htmlOf } from './document.js';

const LEVELS = [
  { value: NSIS.substantial, name: 'Betydelig' },
  { value: NSIS.high, name: 'Høj' },
  { value: NSIS.low, name: 'Lav (rækker som regel ikke)' },
] as const;

export interface SignInPageProps extends ChoicePaths {
  /** Path of the page of those with another eID. */
  readonly otherWay: string;
  /** Where one signs in. */
  readonly service: string;
  readonly people: readonly MitIdPerson[];
}

/** Where one chooses whom to be. Works without a script. */
export function signInPage(props: SignInPageProps): string {
  const { service, people, otherWay, faulty = false } = props;
  const citizens = people.filter(({ roles }) => roles.includes('citizen'));
  const staff = people.filter(({ roles }) => !roles.includes('citizen'));
  return htmlOf(
    faulty ? 'Fejl: Log på' : 'Log på',
    <>
      <h1>{`Log på hos ${service}`}</h1>
      <ChoiceForm {...props} levelsTitle="Sikringsniveau (NSIS)" levels={LEVELS}>
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
      </ChoiceForm>
      <p>
        <a href={otherWay}>Log på med eID fra et andet EU-land</a>
      </p>
    </>,
  );
}
