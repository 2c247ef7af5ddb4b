import MiniSearch, { type SearchResult } from 'minisearch';
import { type Definition, type Language } from '#journey';
import { isWeakWord, stemIn, wordsIn } from './search-terms.js';
import { type SearchedIn, type SearchedText, searchedTexts } from './searched-texts.js';

/** Why a journey was found: these words of the question, in this text. */
export interface FoundBecause {
  readonly language: Language;
  readonly where: SearchedIn;
  readonly text: string;
  /** As they were asked, in their order. */
  readonly words: readonly string[];
}

/** A journey that may be meant. */
export interface FoundJourney {
  readonly id: string;
  /** From 1, the likeliest. */
  readonly rank: number;
  /** The best reasons, the strongest first. */
  readonly because: readonly FoundBecause[];
}

const WEIGHTS: Readonly<Record<SearchedIn, number>> = {
  title: 3,
  synonyms: 3,
  summary: 1,
  sections: 0.7,
  tasks: 0.5,
};
const MOST_REASONS = 3;
/** What a word counts that says little of what is looked for. */
const WEAK = 0.2;
/** What scores less than this part of the best is not offered. */
const LEAST_SHARE = 0.35;

/** What is indexed: the text in the field of its language. */
type Entry = { readonly id: number } & Partial<Record<Language, string>>;

/**
 * *Full-text search* (BM25, with stemming, prefixes and edit distance) over what journeys are called, in memory and in this
 * process: what somebody writes about their life is sent nowhere. It says why it found a journey, and never decides.
 */
export class JourneyIndex {
  readonly #texts: readonly SearchedText[];
  readonly #index: MiniSearch<Entry>;
  readonly #terms: ReadonlySet<string>;

  constructor(definitions: readonly Definition[]) {
    this.#texts = definitions.flatMap(searchedTexts);
    this.#terms = new Set(
      this.#texts.flatMap(({ language, text }) => wordsIn(text).flatMap(word => termsOf(word, language))),
    );
    this.#index = new MiniSearch<Entry>({
      fields: ['da', 'en'],
      tokenize: wordsIn,
      processTerm: (word, field) => termsOf(word, field as Language | undefined),
    });
    this.#index.addAll(this.#texts.map(({ language, text }, id) => ({ id, [language]: text })));
  }

  /** Journeys by how well they fit what somebody wrote in Danish or English; none when nothing fits. */
  find(question: string): FoundJourney[] {
    const words = askedWords(question);
    const weak = weakTermsIn(question);
    const results = this.#index.search(question, {
      combineWith: 'OR',
      prefix: term => term.length >= 4,
      // One edit in words of five letters, two in those of ten. A word that we know is not taken for another.
      fuzzy: term =>
        term.length >= 5 && !this.#terms.has(term) ? Math.min(2, Math.floor(term.length / 5)) : false,
      boostTerm: term => (weak.has(term) ? WEAK : 1),
      weights: { fuzzy: 0.4, prefix: 0.5 },
      boostDocument: id => WEIGHTS[this.#textOf(id).where],
    });
    const reasons = results.map(result => this.#reasonFor(result, words));
    const best = new Map<string, { score: number; because: FoundBecause[] }>();
    for (const { journey, score, because } of reasons.sort((one, other) => other.score - one.score)) {
      const known = best.get(journey);
      if (known) known.because.push(because);
      else best.set(journey, { score, because: [because] });
    }
    const ranked = [...best].sort(([, one], [, other]) => other.score - one.score);
    const least = (ranked[0]?.[1].score ?? 0) * LEAST_SHARE;
    return ranked
      .filter(([, { score }]) => score >= least)
      .map(([id, { because }], index) => ({
        id,
        rank: index + 1,
        because: because.slice(0, MOST_REASONS),
      }));
  }

  #textOf(id: unknown): SearchedText {
    return this.#texts[Number(id)] as SearchedText;
  }

  /** *Coordination factor*: a text counts by how many of the words asked for it has, the weak ones for less. */
  #reasonFor({ id, score, queryTerms }: SearchResult, asked: ReadonlyMap<string, readonly string[]>) {
    const { journey, language, where, text } = this.#textOf(id);
    const words = [...asked]
      .filter(([, terms]) => terms.some(term => queryTerms.includes(term)))
      .map(([word]) => word);
    return {
      journey,
      score: score * (weightOf(words) / weightOf([...asked.keys()])),
      because: { language, where, text, words },
    };
  }
}

/** The terms of a word: of one language where it is known which, else of both. */
function termsOf(word: string, language?: Language): string[] {
  if (language !== undefined) return [stemIn(language, word)];
  return [...new Set([stemIn('da', word), stemIn('en', word)])];
}

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (isWeakWord(word) ? WEAK : 1), 0);
}

function weakTermsIn(question: string): ReadonlySet<string> {
  return new Set(wordsIn(question).flatMap(word => (isWeakWord(word) ? termsOf(word) : [])));
}

/** The words of a question that say something, with their terms. */
function askedWords(question: string): ReadonlyMap<string, readonly string[]> {
  return new Map(wordsIn(question).map(word => [word, termsOf(word)]));
}
