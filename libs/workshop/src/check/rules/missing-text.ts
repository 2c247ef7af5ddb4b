import { type Language, LANGUAGES, type Source } from '#journey';
import { type Rule } from '../rule.js';
import { textNeeds } from '../text-needs.js';
import { valueAt } from '#schema';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { da: 'Danish', en: 'English' };

export const missingText: Rule = {
  code: 'missing-text',
  title: 'everything a citizen reads is there in Danish and in English',
  severity: 'error',
  *find(context) {
    const needs = textNeeds(context);
    for (const language of LANGUAGES) {
      const source = context.definition.sources.texts[language];
      if (!source) {
        yield {
          place: context.at('title'),
          key: true,
          message: `The journey has no ${LANGUAGE_NAMES[language]} texts.`,
          remedy: `Add texts/${language}.yaml.`,
        };
        continue;
      }
      const missing = needs.filter(({ path }) => isBlank(source, path));
      const places = new Set(missing.map(({ path }) => path.join('\0')));
      for (const { path, what } of missing) {
        // One line for what is missing altogether, not one for each of its parts.
        if (path.some((_, length) => places.has(path.slice(0, length).join('\0')))) continue;
        yield {
          place: { source, path: existing(source, path) },
          key: true,
          message: `${capital(what)} has no ${LANGUAGE_NAMES[language]} text.`,
          remedy: `Add ${path.join(' → ')} to ${source.file}.`,
        };
      }
    }
  },
};

function isBlank(source: Source, path: readonly string[]): boolean {
  const value = valueAt(source.value, path);
  return value === undefined || value === null || value === '';
}

/** As much of a path as is there: where the rest is to be added. */
function existing(source: Source, path: readonly string[]): readonly string[] {
  let length = path.length;
  while (length > 0 && valueAt(source.value, path.slice(0, length)) === undefined) length--;
  return path.slice(0, length);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
