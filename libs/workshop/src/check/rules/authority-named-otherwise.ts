import { nameAlone } from '#journey';
import { type Rule } from '../rule.js';
import { textsOnce } from '../texts/written-texts.js';

/** Within how many words of its end a name can be shortened and still be taken for one. */
const LEAST_WORDS = 2;

/**
 * One name for one thing: an English name that is said without its first words (the Tax Agency, where the contract says the Danish Tax Agency)
 * is read as somebody else's. In Danish an authority's name is one word, or cannot be shortened.
 */
export const authorityNamedOtherwise: Rule = {
  code: 'authority-named-otherwise',
  title: 'a text calls an authority by the name that its contract gives it',
  severity: 'error',
  *find({ catalogue, texts }) {
    const named = catalogue.authorities().map(({ name: { en } }) => ({ name: en, short: shortened(en) }));
    for (const { language, place, text } of textsOnce(texts)) {
      if (language !== 'en') continue;
      for (const { name, short } of named) {
        const said = short?.exec(text)?.[0];
        if (said === undefined) continue;
        yield {
          place,
          message: `The text says ${said}, and means ${name}.`,
          remedy: `Write ${name}, as its contract does.`,
        };
      }
    }
  },
};

/** Matches a name that lacks its first words, after an article. */
function shortened(name: string): RegExp | undefined {
  const words = nameAlone(name)
    .replace(/ \(.*\)$/, '')
    .split(' ');
  const ends = words
    .map((_, index) => words.slice(index))
    .filter(
      (end, index) => index > 0 && end.length >= LEAST_WORDS && end.every(word => /^\p{Lu}/u.test(word)),
    )
    .map(end => end.join('\\s+'));
  return ends.length === 0 ? undefined : new RegExp(`\\b[Tt]he\\s+(?:${ends.join('|')})\\b`, 'u');
}
