import { type RequestHandler } from 'express';

const STRICT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
// The pages of Swagger UI and Bull Board bring their own scripts and inline styles, and call this same address.
const PAGES =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

/** What browsers are told about the answer at a path (OWASP REST Security Cheat Sheet). */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const page = path.startsWith('/docs') || path.startsWith('/ops/queues');
  return {
    'Content-Security-Policy': page ? PAGES : STRICT,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(!page && { 'Cache-Control': 'no-store' }),
  };
}

/** The same for every answer. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.set(headersOf(request.path));
  next();
};
