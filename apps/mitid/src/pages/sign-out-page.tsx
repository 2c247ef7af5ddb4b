import { type Language } from '#journey';
import { htmlOf } from './document.js';

const WORDS = {
  da: {
    title: 'Log af',
    heading: 'Vil du også logge af MitID?',
    text: (service = 'tjenesten') =>
      `Hos ${service} er du nu logget af. Bliver du ved med at være logget på med MitID, kan den næste, der bruger browseren, komme ind som dig.`,
    everywhere: 'Log af alle steder',
    stay: 'Bliv logget på med MitID',
  },
  en: {
    title: 'Sign out',
    heading: 'Do you want to sign out of MitID too?',
    text: (service = 'the service') =>
      `You are now signed out of ${service}. If you stay signed in with MitID, the next person who uses this browser can get in as you.`,
    everywhere: 'Sign out everywhere',
    stay: 'Stay signed in with MitID',
  },
} as const satisfies Record<Language, unknown>;

/** @param form of the provider, by which the choice is posted */
export function signOutPage(form: string, language: Language, service?: string): string {
  const words = WORDS[language];
  return htmlOf(
    words.title,
    <>
      <h1>{words.heading}</h1>
      <p>{words.text(service)}</p>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <p class="buttons">
        <button type="submit" form="op.logoutForm" name="logout" value="yes">
          {words.everywhere}
        </button>
        <button type="submit" form="op.logoutForm" class="secondary">
          {words.stay}
        </button>
      </p>
    </>,
    language,
  );
}
