import { type Language, LANGUAGES } from '#journey';
import { valueAt } from '#schema';
import { isToBeWritten } from '../../make/to-be-written.js';
import { type Rule } from '../rule.js';
import { textsOnce } from '../texts/written-texts.js';

/** Stop words: the commonest words of each language that are none in the other. */
const COMMON: Readonly<Record<Language, ReadonlySet<string>>> = {
  da: new Set(
    'og ikke du din dit dine er til af på som hvis skal vi det den har med fra eller kan vil blev efter'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and your you is are with will not has from or can was if that this it be their when by'.split(
      ' ',
    ),
  ),
};
const NAMES: Readonly<Record<Language, string>> = { da: 'Danish', en: 'English' };
/** A name, such as Udbetaling Danmark, is the same in both, and its words begin with capitals. */
const MOST_SMALL_WORDS = 2;

export const untranslated: Rule = {
  code: 'untranslated',
  title: 'a text is written in the language of its file',
  severity: 'warning',
  *find({ definition: { expansion }, texts }) {
    for (const { language, place, key, text } of textsOnce(texts)) {
      const other = LANGUAGES.find(each => each !== language) ?? language;
      // The names and types of placeholders are of no language.
      const words =
        text
          .replaceAll(/\{[^}]*\}/g, ' ')
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [];
      const foreign = count(words, other) >= 2 && count(words, language) === 0;
      const copied = language === 'da' && smallWords(text) > MOST_SMALL_WORDS && !foreign;
      const same = copied && valueAt(expansion.texts[other], key) === text;
      // Of a text that is the same in both, the one of the other language is the right one when its words say so.
      if (isToBeWritten(text) || !(foreign || (same && count(words, language) < 2))) continue;
      yield {
        place,
        message: `This text is in the ${NAMES[language]} file, and is not ${NAMES[language]}.`,
        remedy: `Write it in ${NAMES[language]}.`,
      };
    }
  },
};

function smallWords(text: string): number {
  return text.match(/(?<!\p{L})\p{Ll}\p{L}+/gu)?.length ?? 0;
}

function count(words: readonly string[], language: Language): number {
  return words.filter(word => COMMON[language].has(word)).length;
}
