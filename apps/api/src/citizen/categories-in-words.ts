import { DATA_CATEGORIES, type Language, type Words } from '#journey';
import { type DisclosedCategory } from './disclosure-document.js';

/** Categories of data, each with its name. */
export function categoriesInWords(
  categories: readonly string[],
  language: Language,
): readonly DisclosedCategory[] {
  const names: Readonly<Record<string, Words>> = DATA_CATEGORIES;
  return categories.map(category => ({ category, name: names[category]?.[language] ?? category }));
}
