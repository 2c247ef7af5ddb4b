import { type RequestHandler } from 'express';

/**
 * *Content security policy* (CSP level 3): nothing but our own files, no inline script or style. A form may also lead to the
 * origins that are given: a browser holds `form-action` against the redirect after a POST as well.
 */
function policy(formOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** What browsers are told about each answer (OWASP HTTP Headers Cheat Sheet). Pages are personal, so nothing keeps them. */
export function faceHeaders(formOrigins: readonly string[]): RequestHandler {
  const headers = {
    'Content-Security-Policy': policy(formOrigins),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
  };
  return (_request, response, next) => {
    response.set(headers);
    next();
  };
}
