import { NSIS } from '#identity';
import { type Language } from '#journey';
import { type MitIdPerson } from '../people.js';
import { ChoiceForm, type ChoicePaths, People } from './choice-form.js';
import { htmlOf } from './document.js';

const WORDS = {
  da: {
    title: 'Log på',
    fault: 'Fejl: Log på',
    heading: (service: string) => `Log på hos ${service}`,
    levelsTitle: 'Sikringsniveau (NSIS)',
    levels: { substantial: 'Betydelig', high: 'Høj', low: 'Lav (rækker som regel ikke)' },
    citizens: 'Hvem vil du være?',
    staff: 'Eller en, der arbejder her',
    otherWay: 'Log på med eID fra et andet EU-land',
  },
  en: {
    title: 'Sign in',
    fault: 'Error: Sign in',
    heading: (service: string) => `Sign in to ${service}`,
    levelsTitle: 'Level of assurance (NSIS)',
    levels: { substantial: 'Substantial', high: 'High', low: 'Low (usually not enough)' },
    citizens: 'Who do you want to be?',
    staff: 'Or somebody who works here',
    otherWay: 'Sign in with an eID from another EU country',
  },
} as const satisfies Record<Language, unknown>;

export interface SignInPageProps extends ChoicePaths {
  /** Path of the page of those with another eID. */
  readonly otherWay: string;
  /** Where one signs in. */
  readonly service: string;
  readonly people: readonly MitIdPerson[];
}

/** Where one chooses whom to be. Works without a script. */
export function signInPage(props: SignInPageProps): string {
  const { language, service, people, otherWay, faulty = false } = props;
  const words = WORDS[language];
  const levels = (['substantial', 'high', 'low'] as const).map(level => ({
    value: NSIS[level],
    name: words.levels[level],
  }));
  const citizens = people.filter(({ roles }) => roles.includes('citizen'));
  const staff = people.filter(({ roles }) => !roles.includes('citizen'));
  return htmlOf(
    faulty ? words.fault : words.title,
    <>
      <h1>{words.heading(service)}</h1>
      <ChoiceForm {...props} levelsTitle={words.levelsTitle} levels={levels}>
        <fieldset aria-describedby={faulty ? 'fault' : undefined}>
          <legend>{words.citizens}</legend>
          <People people={citizens} language={language} />
        </fieldset>
        {staff.length > 0 && (
          <fieldset>
            <legend>{words.staff}</legend>
            <People people={staff} language={language} />
          </fieldset>
        )}
      </ChoiceForm>
      <p>
        <a href={otherWay}>{words.otherWay}</a>
      </p>
    </>,
    language,
  );
}
