import { type Language } from '#journey';
import { htmlOf } from './document.js';

const WORDS: Readonly<Record<Language, Readonly<Record<'title' | 'heading' | 'text' | 'code', string>>>> = {
  da: {
    title: 'Det gik ikke',
    heading: 'Du kan ikke logge på herfra',
    text: 'Gå tilbage til den side, du kom fra, og log på igen.',
    code: 'Fejl',
  },
  en: {
    title: 'It did not work',
    heading: 'You cannot sign in from here',
    text: 'Go back to the page you came from, and sign in again.',
    code: 'Error',
  },
};

/** @param code of OAuth 2.0 or OpenID Connect, for whoever looks into it */
export function errorPage(code: string, language: Language): string {
  const words = WORDS[language];
  return htmlOf(
    words.title,
    <>
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      <p class="about">{`${words.code}: ${code}`}</p>
    </>,
    language,
  );
}
