import { NSIS } from '#identity';
import { type Language } from '#journey';
import { choicePage, type PersonChoiceProps } from './choice-page.js';

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

/** *MitID*, simulated: citizens, and those who work here. */
export function signInPage(props: PersonChoiceProps): string {
  const words = WORDS[props.language];
  const levels = (['substantial', 'high', 'low'] as const).map(level => ({
    value: NSIS[level],
    name: words.levels[level],
  }));
  const citizens = props.people.filter(({ roles }) => roles.includes('citizen'));
  const staff = props.people.filter(({ roles }) => !roles.includes('citizen'));
  return choicePage(props, words, levels, [
    { legend: words.citizens, people: citizens },
    ...(staff.length > 0 ? [{ legend: words.staff, people: staff }] : []),
  ]);
}
