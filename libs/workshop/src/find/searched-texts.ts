import { type Definition, type Language, LANGUAGES } from '#journey';

/** Where in its texts a journey was found. */
export const SEARCHED_IN = ['title', 'synonyms', 'summary', 'sections', 'tasks'] as const;
export type SearchedIn = (typeof SEARCHED_IN)[number];

/** One text by which a journey can be found. */
export interface SearchedText {
  readonly journey: string;
  readonly language: Language;
  readonly where: SearchedIn;
  readonly text: string;
}

/** The texts that say what a journey is about, each by itself, so that a short one counts for more than a long one. */
export function searchedTexts({ id, texts }: Definition): SearchedText[] {
  return LANGUAGES.flatMap(language => {
    const { title, synonyms = [], summary, sections, tasks } = texts[language];
    const of = (where: SearchedIn, found: readonly (string | undefined)[]): SearchedText[] =>
      [...new Set(found)].flatMap(text =>
        text === undefined || text === '' ? [] : [{ journey: id, language, where, text }],
      );
    return [
      ...of('title', [title]),
      ...of('synonyms', synonyms),
      ...of('summary', [summary]),
      ...of('sections', Object.values(sections)),
      ...of(
        'tasks',
        Object.values(tasks).map(task => task.title),
      ),
    ];
  });
}
