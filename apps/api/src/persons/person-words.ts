import { type Language } from '#journey';
import { type IsoDate } from '#calendar';

/** What is known of somebody, as far as the reader may know it. */
export interface KnownOfPerson {
  readonly name?: string | undefined;
  readonly born?: IsoDate | undefined;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const FORMATS = { da: new Intl.DateTimeFormat('da-DK', DAY), en: new Intl.DateTimeFormat('en-GB', DAY) };
const WORDS = {
  da: { born: 'født', someone: 'Person', unknown: 'En person, som vi ikke kender længere' },
  en: { born: 'born', someone: 'Person', unknown: 'A person we no longer know' },
} as const;

/** What somebody is called in a form: `Ida Holm, født 9. december 2019`; without a name, `Person født 9. december 2019`. */
export function personWords({ name, born }: KnownOfPerson, language: Language): string {
  const { born: bornOn, someone, unknown } = WORDS[language];
  if (born === undefined) return name ?? unknown;
  const day = `${bornOn} ${FORMATS[language].format(new Date(`${born}T00:00:00Z`))}`;
  return name === undefined ? `${someone} ${day}` : `${name}, ${day}`;
}
