import { NSIS_OF_EIDAS } from '#identity';
import { ChoiceForm, People } from './choice-form.js';
import { htmlOf } from './document.js';
import { type SignInPageProps } from './sign-in-page.js';

const NAMES: Readonly<Record<string, string>> = {
  substantial: 'Substantial (betydelig)',
  high: 'High (høj)',
  low: 'Low (lav, rækker som regel ikke)',
};

const LEVELS = Object.entries(NAMES).flatMap(([level, name]) =>
  Object.keys(NSIS_OF_EIDAS)
    .filter(value => value.endsWith(`/${level}`))
    .map(value => ({ value, name })),
);

/**
 * *eIDAS node* (Regulation (EU) No 910/2014, article 6), simulated: where one chooses whom to be who has an eID of another EU country. The
 * real one sends to that country, and looks for a CPR number that the eID is linked to.
 */
export function eidasPage(props: SignInPageProps): string {
  const { service, people, otherWay, faulty = false } = props;
  return htmlOf(
    faulty ? 'Fejl: eID fra et andet EU-land' : 'eID fra et andet EU-land',
    <>
      <h1>{`Log på hos ${service} med eID fra et andet EU-land`}</h1>
      <ChoiceForm {...props} levelsTitle="Sikringsniveau (eIDAS)" levels={LEVELS}>
        <fieldset aria-describedby={faulty ? 'fault' : undefined}>
          <legend>Hvem vil du være?</legend>
          <People people={people} />
        </fieldset>
      </ChoiceForm>
      <p>
        <a href={otherWay}>Log på med MitID</a>
      </p>
    </>,
  );
}
