import { type Language } from '#journey';
import { htmlOf } from './document.js';

interface ChangePageProps {
  readonly language: Language;
  /** Who is signed in. */
  readonly from: string;
  /** Who was chosen instead. */
  readonly to: string;
  /** Address that the form is posted to. */
  readonly action: string;
  /** Proof that the form is of this sign-in. */
  readonly secret: string;
  /** Path on which one chooses again. */
  readonly back: string;
}

const WORDS: Readonly<
  Record<Language, (from: string, to: string) => Readonly<Record<'title' | 'text' | 'go' | 'back', string>>>
> = {
  da: (from, to) => ({
    title: `Vil du skifte til ${to}?`,
    text: `Du er allerede logget på med MitID som ${from}. Hvis du fortsætter, bliver ${from} logget af alle steder i denne browser.`,
    go: `Fortsæt som ${to}`,
    back: 'Vælg en anden',
  }),
  en: (from, to) => ({
    title: `Do you want to change to ${to}?`,
    text: `You are already signed in with MitID as ${from}. If you continue, ${from} is signed out everywhere in this browser.`,
    go: `Continue as ${to}`,
    back: 'Choose somebody else',
  }),
};

/** One browser has one sign-in: whoever becomes somebody else is asked first. Works without a script. */
export function changePage({ language, from, to, action, secret, back }: ChangePageProps): string {
  const words = WORDS[language](from, to);
  return htmlOf(
    words.title,
    <>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <form method="post" action={action}>
        <input type="hidden" name="xsrf" value={secret} />
        <input type="hidden" name="logout" value="yes" />
        <p class="buttons">
          <button type="submit">{words.go}</button>
        </p>
      </form>
      <p>
        <a href={back}>{words.back}</a>
      </p>
    </>,
    language,
  );
}
