import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Language, LANGUAGES } from '#journey';

/** Content negotiation: the language the caller reads best of those we write (RFC 9110, section 12.5.4); Danish when they say nothing. */
export function requestLanguage(request: Request): Language {
  const best = request.acceptsLanguages(...LANGUAGES);
  return LANGUAGES.find(language => language === best) ?? 'da';
}

export const PreferredLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestLanguage(context.switchToHttp().getRequest<Request>()),
);
