import { type Request } from 'express';
import { type Language, LANGUAGES } from '#journey';
import { cookieIn } from './cookie-in.js';

/** Cookie of whoever has chosen a language; it says nothing of who they are. */
export const LANGUAGE_COOKIE = 'overgang-language';

/** The language that was chosen, else the one that the browser prefers (RFC 9110, section 12.5.4), else Danish. */
export function chosenLanguage(request: Request): Language {
  const chosen = cookieIn(request, LANGUAGE_COOKIE);
  const preferred = request.acceptsLanguages(...LANGUAGES);
  return (
    LANGUAGES.find(language => language === chosen) ??
    LANGUAGES.find(language => language === preferred) ??
    'da'
  );
}
