import { type Language, LANGUAGES, type Source } from '#journey';
import { misspeltEvents } from '../misspelt-events.js';
import { type Json } from '#statechart';
import { type Rule } from '../rule.js';
import { type TextNeed, textNeeds } from '../text-needs.js';
import { valueAt } from '#schema';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { da: 'Danish', en: 'English' };

export const missingText: Rule = {
  code: 'missing-text',
  title: 'everything a citizen reads is there in Danish and in English',
  severity: 'error',
  *find(context) {
    const misspelt = new Set(
      misspeltEvents(context).map(({ form, event }) => ['forms', form, 'events', event].join('/')),
    );
    // A misspelt event is told where it stands.
    const needs = textNeeds(context).filter(({ path }) => !misspelt.has(path.join('/')));
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
      const { texts } = context.definition.expansion;
      const missing = needs.filter(({ path }) => isBlank(texts[language], path));
      const places = new Set(missing.map(({ path }) => path.join('\0')));
      for (const { path, what } of missing) {
        // One line for what is missing altogether, not one for each of its parts.
        if (path.some((_, length) => places.has(path.slice(0, length).join('\0')))) continue;
        yield {
          place: { source, path: placeFor(source, path, needs) },
          key: true,
          message: `${capital(what)} has no ${LANGUAGE_NAMES[language]} text.`,
          remedy: `Add ${path.join(' → ')} to ${source.file}.`,
        };
      }
    }
  },
};

function isBlank(texts: Json, path: readonly string[]): boolean {
  const value = valueAt(texts, path);
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Where a text is to be added: the last one of its group that comes before it, or as much of its path as is there. */
function placeFor(source: Source, path: readonly string[], needs: readonly TextNeed[]): readonly string[] {
  let length = path.length;
  while (length > 0 && valueAt(source.value, path.slice(0, length)) === undefined) length--;
  if (length < path.length - 1 || length === path.length) return path.slice(0, length);
  const group = path.slice(0, -1);
  const before = needs
    .slice(
      0,
      needs.findIndex(need => need.path === path),
    )
    .findLast(need => startsWith(need.path, group) && valueAt(source.value, need.path) !== undefined);
  return before ? before.path.slice(0, path.length) : group;
}

function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((step, index) => path[index] === step);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
