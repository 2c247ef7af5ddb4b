import { type GivenValues, LANGUAGES, PLACEHOLDER_TYPES, type PlaceholderType } from '#journey';
import { textNeeds } from '../../check/text-needs.js';
import { type Spot } from '../spot.js';
import { type Term } from '../term.js';

/** The words in braces of the message or the label beside. */
export function placeholderTerms(spot: Spot): Term[] {
  const key = spot.near('text') ?? spot.near('message');
  const messages = LANGUAGES.flatMap(language => {
    const texts = spot.context?.definition.texts[language];
    if (spot.keys[0] === 'label') return texts?.labels[String(key)] ?? [];
    const text = texts?.messages[String(key)];
    return text ? [text.subject, text.body] : [];
  });
  const names = messages.flatMap(text =>
    [...text.matchAll(/\{(\w+)[^}]*\}/g)].map(match => match[1] as string),
  );
  return [...new Set(names)].map(name => ({ name, kind: 'word', detail: `{${name}} of ${String(key)}` }));
}

/** Inside a placeholder of a text: what it may stand for, and after the comma how that is put into words. */
export function textTerms({ place, context }: Spot): Term[] {
  if (/\{\s*\w+\s*,\s*\w*$/.test(place.typed)) {
    return PLACEHOLDER_TYPES.map(name => ({ name, kind: 'literal', detail: IN_WORDS[name] }));
  }
  if (!/\{\s*\w*$/.test(place.typed)) return [];
  const [group, key] = place.path;
  const given = context?.given[group as keyof GivenValues]?.get(String(key)) ?? [];
  const names = new Set(given.flatMap(values => Object.keys(values)));
  return [...names].map(name => ({ name, kind: 'word', detail: `given to ${String(key)}` }));
}

const IN_WORDS: Readonly<Record<PlaceholderType, string>> = {
  date: 'torsdag den 24. december 2026',
  period: '4 uger',
  years: '1 år, 30 år',
  months: '1 måned, 6 måneder',
  weeks: '1 uge, 32 uger',
  days: '1 dag, 25 dage',
  hours: '1 time, 37 timer',
  money: '1.234,50 kr.',
  person: 'the name, as the reader may know it',
  address: 'Strandvejen 8, 4. tv., 2900 Hellerup',
  reference: 'never broken over a line',
  yesNo: 'ja, nej',
};

/** The keys of a file of texts: what the citizen may come to read. */
export function textKeyTerms(spot: Spot): Term[] {
  const { path } = spot.place;
  const needs = spot.context ? textNeeds(spot.context) : [];
  const here = needs.filter(need => path.every((step, index) => need.path[index] === step));
  const terms = here.flatMap(({ path: [...full], what }): Term[] => {
    const name = full[path.length];
    return name === undefined
      ? []
      : [{ name, kind: 'word', detail: full.length === path.length + 1 ? what : '' }];
  });
  return [...new Map(terms.map(term => [term.name, term])).values()];
}

/** The kinds of personal data that the contracts of authorities know. */
export function categoryTerms({ journey: { catalogue } }: Spot): Term[] {
  const names = new Set(catalogue.services().flatMap(({ categories }) => Object.values(categories)));
  return [...names].sort().map(name => ({ name, kind: 'literal', detail: 'kind of personal data' }));
}
