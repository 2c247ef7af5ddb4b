import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as english } from '@orama/stemmers/english';
import { type Language } from '#journey';

/** Stop words: what people write around what they mean, in both languages. */
const STOP_WORDS = new Set(
  (
    'jeg du vi min mit mine din dit dine vores er var har haft havde skal kan vil gerne og eller i på til fra med af for om ' +
    'en et den det de der som at hvad hvordan hvor hvem når ikke mig dig os sig have få får fået lige nu så blevet bliver blive være været ' +
    'gør gøre hvornår hvorfor må også bare snart igen efter mere ' +
    'i my your our we you are is was were have has had having am be been being the a an and or to of in on at with from for ' +
    'about how what where who when do does did can will would want need not me us it this that just now going get got because if so after again soon be become more any'
  ).split(' '),
);

/** Who it is about and words that go with anything: they say less of what is looked for than what has happened to them. */
const WEAK_WORDS = new Set(
  (
    'mor far mand kone ægtefælle kæreste samlever søn datter barn børn baby bror søster forældre familie ven eks ' +
    'mother father mum mom dad husband wife spouse partner boyfriend girlfriend son daughter child children baby kid kids brother ' +
    'sister parents family friend ex lang langt tid år ny nyt nye hjælp brug new long time year years help needs needed'
  ).split(' '),
);

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = { da: danish, en: english };

/** Whether a word says little of what is looked for. */
export function isWeakWord(word: string): boolean {
  return WEAK_WORDS.has(word.toLowerCase());
}

/** *Stemming* (Snowball): the part of a word that its forms share, with the Danish letters as they are typed without them. */
export function stemIn(language: Language, word: string): string {
  return folded(STEMMERS[language](word.toLowerCase()));
}

function folded(word: string): string {
  return word
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}

/** The words of a text that say something. */
export function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !STOP_WORDS.has(word.toLowerCase()));
}
