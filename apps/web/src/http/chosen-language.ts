import { type Request, type Response } from 'express';
import { type Language, LANGUAGES } from '#journey';
import { cookieIn } from './cookie-in.js';

const YEAR = 31_536_000_000;

/** Cookie of whoever has chosen a language; it says nothing of who they are. */
const cookieName = ({ secure }: Request): string =>
  secure ? '__Host-overgang-language' : 'overgang-language';

/** From now on the browser is spoken to in this language. */
export function keepLanguage(response: Response, language: Language): void {
  const { req: request } = response;
  response.cookie(cookieName(request), language, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: YEAR,
    secure: request.secure,
  });
}

/** The language that was chosen, else the one that the browser prefers (RFC 9110, section 12.5.4), else Danish. */
export function chosenLanguage(request: Request): Language {
  const chosen = cookieIn(request, cookieName(request));
  const preferred = request.acceptsLanguages(...LANGUAGES);
  return (
    LANGUAGES.find(language => language === chosen) ??
    LANGUAGES.find(language => language === preferred) ??
    'da'
  );
}
