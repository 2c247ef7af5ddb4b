import { type Definition, type Language, type Source } from '#journey';
import { valueAt } from '#schema';
import { type Rule } from '../rule.js';
import { textsOnce } from '../texts/written-texts.js';

/** "One" is left out: in both languages it is also the article. */
const NUMBER_WORDS = [
  'to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve|tredive',
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen',
  'nineteen|twenty|thirty|fyrre|forty|halvtreds|fifty|tres|sixty|hundrede|hundred|tusind|tusinde|thousand',
  'halvt|halvanden|halvandet|half an?|half',
].join('|');
const UNITS = [
  'minut(?:ter)?|time(?:r|s)?|dag(?:e|s|es)?|døgn|hverdage?|arbejdsdage?|bankdage?|uge(?:r|rs|s)?|måned(?:er|ers|s)?|år(?:s|ige?)?',
  'minutes?|hours?|(?:working[ -])?days?|weeks?|months?|years?|kr\\.?|kroner|øre|dkk|procent|per ?cent|%',
].join('|');
const DIGITS = '\\d+(?:[.,]\\d+)*';
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d{])(?:(?:${DIGITS}[\\s-]*|(?:${NUMBER_WORDS})[\\s-]+)(?:${UNITS})|(?:kr\\.?|dkk)\\s*${DIGITS}` +
    `|aged\\s+(?:${DIGITS}|${NUMBER_WORDS}))(?![\\p{L}\\d}])`,
  'giu',
);

/**
 * Periods, sums and ages in a text are numbers of the law: when it changes, the parameter changes and the text does not.
 * What no law changes is listed with its source under `fixed` in the file of texts.
 */
export const numberInText: Rule = {
  code: 'number-in-text',
  title: 'numbers of the law stand in parameters, and not in texts',
  severity: 'warning',
  *find({ definition, texts }) {
    for (const { language, place, text } of textsOnce(texts)) {
      const fixed = fixedWords(definition, language, place.source);
      const open = fixed.reduce((rest, words) => rest.replaceAll(words, ' '.repeat(words.length)), text);
      for (const { 0: words, index } of open.matchAll(QUANTITY)) {
        yield {
          place,
          offset: index,
          message: `The text says ${words}, which no change of the law would reach.`,
          remedy: `Say it with a placeholder and a parameter, or list it under fixed in ${place.source.file} with its source.`,
        };
      }
    }
  },
};

/** What the journey and the part itself list; the longest first, so that none hides a part of another. */
function fixedWords({ sources }: Definition, language: Language, source: Source): string[] {
  const own = [sources.texts[language], sources.versionTexts[language]].map(each => each?.value ?? null);
  const listed = [...own, valueAt(source.value, ['texts', language]) ?? null].flatMap(texts =>
    Object.keys(Object(valueAt(texts, ['fixed']))),
  );
  return listed.filter(words => words !== '').sort((one, other) => other.length - one.length);
}
