import { type Language } from '#journey';

const DANISH = {
  ask: 'Fortæl os, hvordan det gik',
  title: 'Hvordan gik det?',
  lead: 'Dit svar hjælper os med at gøre forløbet lettere for den næste. Du bestemmer selv, om du vil svare.',
  score: 'Hvor let eller svært var forløbet?',
  scores: {
    5: 'Meget let',
    4: 'Let',
    3: 'Hverken let eller svært',
    2: 'Svært',
    1: 'Meget svært',
  },
  missing: 'Vælg, hvor let eller svært det var.',
  remark: 'Hvad var svært?',
  remarkHint:
    'Skriv ikke navne eller CPR-numre. Vi gemmer det i et år og ikke sammen med, hvem du er. Du får ikke svar på det.',
  send: 'Send',
  not: 'Nej tak',
  given: 'Tak for hjælpen',
  givenText: 'Du bliver ikke spurgt igen.',
  others: 'Det siger andre',
  mean: (mean: string, count: number) =>
    count === 1
      ? `1 har svaret og giver ${mean} ud af 5, hvor 5 er meget let.`
      : `${count} har svaret. I gennemsnit giver de ${mean} ud af 5, hvor 5 er meget let.`,
  answers: (count: number) => `${count} svar`,
};

type FeedbackWords = typeof DANISH;

const ENGLISH: FeedbackWords = {
  ask: 'Tell us how it went',
  title: 'How did it go?',
  lead: 'Your answer helps us to make this easier for the next person. You decide whether you want to answer.',
  score: 'How easy or hard was it?',
  scores: {
    5: 'Very easy',
    4: 'Easy',
    3: 'Neither easy nor hard',
    2: 'Hard',
    1: 'Very hard',
  },
  missing: 'Choose how easy or hard it was.',
  remark: 'What was hard?',
  remarkHint:
    'Do not write names or CPR numbers. We keep it for a year, separately from who you are. You will not get an answer to it.',
  send: 'Send',
  not: 'No, thank you',
  given: 'Thank you for your help',
  givenText: 'You will not be asked again.',
  others: 'What others say',
  mean: (mean: string, count: number) =>
    count === 1
      ? `1 person has answered and gives ${mean} out of 5, where 5 is very easy.`
      : `${count} people have answered. On average they give ${mean} out of 5, where 5 is very easy.`,
  answers: (count: number) => (count === 1 ? '1 answer' : `${count} answers`),
};

const WORDS: Readonly<Record<Language, FeedbackWords>> = { da: DANISH, en: ENGLISH };

/** The words with which people are asked how a journey went, and told what others say. */
export function feedbackWordsIn(language: Language): FeedbackWords {
  return WORDS[language];
}
