import { type Language } from '#journey';
import { htmlOf } from './document.js';

const WORDS: Readonly<Record<Language, Readonly<Record<'title' | 'text', string>>>> = {
  da: { title: 'Du er logget af', text: 'Du kan lukke siden.' },
  en: { title: 'You are signed out', text: 'You can close this page.' },
};

export function signedOutPage(language: Language): string {
  const { title, text } = WORDS[language];
  return htmlOf(
    title,
    <>
      <h1>{title}</h1>
      <p>{text}</p>
    </>,
    language,
  );
}
