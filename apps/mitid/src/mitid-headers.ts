import { type RequestHandler } from 'express';

/**
 * What browsers are told. `form-action` names where the browser is led after a choice is posted, too: to the services.
 *
 * @param origins of the services
 */
export function mitIdHeaders(origins: readonly string[]): RequestHandler {
  const policy = [
    "default-src 'none'",
    // The provider adds the hash of its own.
    "script-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action ${["'self'", ...origins].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const headers = {
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
