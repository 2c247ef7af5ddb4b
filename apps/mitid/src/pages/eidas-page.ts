import { NSIS_OF_EIDAS } from '#identity';
import { type Language } from '#journey';
import { choicePage, type PersonChoiceProps } from './choice-page.js';

const WORDS = {
  da: {
    title: 'eID fra et andet EU-land',
    fault: 'Fejl: eID fra et andet EU-land',
    heading: (service: string) => `Log på hos ${service} med eID fra et andet EU-land`,
    levelsTitle: 'Sikringsniveau (eIDAS)',
    levels: {
      substantial: 'Substantial (betydelig)',
      high: 'High (høj)',
      low: 'Low (lav, rækker som regel ikke)',
    },
    people: 'Hvem vil du være?',
    otherWay: 'Log på med MitID',
  },
  en: {
    title: 'eID from another EU country',
    fault: 'Error: eID from another EU country',
    heading: (service: string) => `Sign in to ${service} with an eID from another EU country`,
    levelsTitle: 'Level of assurance (eIDAS)',
    levels: { substantial: 'Substantial', high: 'High', low: 'Low (usually not enough)' },
    people: 'Who do you want to be?',
    otherWay: 'Sign in with MitID',
  },
} as const satisfies Record<Language, unknown>;

/**
 * *eIDAS node* (Regulation (EU) No 910/2014, article 6), simulated: where one chooses whom to be who has an eID of another EU country. The
 * real one sends to that country, and looks for a CPR number that the eID is linked to.
 */
export function eidasPage(props: PersonChoiceProps): string {
  const words = WORDS[props.language];
  const levels = Object.entries(words.levels).flatMap(([level, name]) =>
    Object.keys(NSIS_OF_EIDAS)
      .filter(value => value.endsWith(`/${level}`))
      .map(value => ({ value, name })),
  );
  return choicePage(props, words, levels, [{ legend: words.people, people: props.people }]);
}
