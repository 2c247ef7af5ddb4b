import { type Extent, type Language } from '../catalogue.js';
import { nameAlone, nameFirst } from './name-case.js';

/** What whoever takes a role somewhere is called in the title of a service, whatever the name of the role. */
const ANY: Readonly<Record<Language, string>> = { da: 'myndigheden', en: 'the authority' };
const THERE: Readonly<Record<Extent, Readonly<Record<Language, readonly string[]>>>> = {
  country: { da: [], en: [] },
  region: { da: ['regionen'], en: ['the region'] },
  municipality: { da: ['kommunen'], en: ['the municipality'] },
};

/** A role, as the titles of its services speak of it. */
export interface NamedRole {
  /** Within a sentence. */
  readonly name: string;
  readonly heldBy?: Extent | undefined;
  readonly language: Language;
}

/**
 * What a service does, as a sentence that says once who does it: the subject of its title is replaced by the name of the authority. One
 * that is about somebody else has the name before it.
 *
 * @param authority its name within a sentence; the role's own, where nobody more precise is known
 */
export function authorityDoes(title: string, role: NamedRole, authority: string): string {
  const subjects = [...(authority === role.name ? namesIn(role) : []), ...there(role)];
  const subject = subjects.map(nameFirst).find(name => title.startsWith(`${name} `));
  return subject === undefined
    ? `${nameAlone(authority)}: ${title}`
    : nameFirst(authority) + title.slice(subject.length);
}

/** The words of its own name with which a title begins that does not speak of the role by one of its names. */
export function namedOtherwise(title: string, role: NamedRole): string | undefined {
  const names = [...namesIn(role), ...there(role)];
  if (names.some(name => title.startsWith(`${nameFirst(name)} `))) return undefined;
  const [first = ''] = wordsOf(title);
  return names.flatMap(wordsOf).find(word => isForm(first, word) || isForm(word, first));
}

/** Its name in full, and each of two that stand in one: the register (CPR). */
function namesIn({ name, language }: NamedRole): readonly string[] {
  const [, before = '', within = ''] = /^(.+) \((.+)\)$/.exec(name) ?? [];
  if (before === '') return [name];
  return [name, before, within, ...(language === 'en' ? [`the ${within}`] : [])];
}

function there({ heldBy = 'country', language }: NamedRole): readonly string[] {
  return [ANY[language], ...THERE[heldBy][language]];
}

/** Words that name something, without articles and such. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(word => word.length > 3);
}

/** Whether a word is another with an ending: the priest's, præsten. */
function isForm(long: string, short: string): boolean {
  return long.startsWith(short) && long.length - short.length <= 3;
}
