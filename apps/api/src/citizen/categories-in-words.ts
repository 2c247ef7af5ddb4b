import { DATA_CATEGORIES, type Language, type Words } from '#journey';
import { type DisclosedCategory } from './disclosure-document.js';

/** A category of data, with its name. */
export function categoryInWords(category: string, language: Language): DisclosedCategory {
  const names: Readonly<Record<string, Words>> = DATA_CATEGORIES;
  return { category, name: names[category]?.[language] ?? category };
}

export function categoriesInWords(
  categories: readonly string[],
  language: Language,
): readonly DisclosedCategory[] {
  return categories.map(category => categoryInWords(category, language));
}
