import { type Language, LANGUAGES } from '#journey';

interface Preferences {
  acceptsLanguages(...languages: string[]): string | false;
}

/**
 * Content negotiation: the language that the service asks for, else the one that the browser prefers (RFC 9110, section 12.5.4), else
 * Danish.
 *
 * @param asked `ui_locales` of OpenID Connect: language tags with spaces between, the best first
 */
export function pageLanguage(request: Preferences, asked: unknown = ''): Language {
  const wanted = String(asked)
    .split(' ')
    .map(tag => tag.split('-')[0]?.toLowerCase());
  const preferred = request.acceptsLanguages(...LANGUAGES);
  return (
    wanted.flatMap(tag => LANGUAGES.find(language => language === tag) ?? [])[0] ??
    LANGUAGES.find(language => language === preferred) ??
    'da'
  );
}
