import express from 'express';
import type { NextFunction, Request, RequestHandler } from 'express';
import { EdgeError } from '../problem/edge-error.js';

/** A request with the bytes of its body as they came: what signatures are over. */
export interface RawRequest extends Request {
  rawBody?: Buffer;
}

const JSON_TYPES = ['application/json', 'application/cloudevents+json'];
const LIMIT = 64 * 1024;
// A whole journey with all its texts.
const DESIGNER_LIMIT = 1024 * 1024;
const DEEPEST = 32;
// Names that reach into JavaScript's own objects; some libraries drop them without a word, and we do not.
const REACHING = new Set(['__proto__', 'constructor', 'prototype']);

const parser = (limit: number): RequestHandler =>
  express.json({
    type: JSON_TYPES,
    limit,
    strict: true,
    inflate: false,
    verify: (request: RawRequest, _response, bytes) => {
      request.rawBody = bytes;
    },
  });

const parse = parser(LIMIT);
const parseDesign = parser(DESIGNER_LIMIT);

/** Reads bodies: JSON only, 64 kB at most (a designer's 1 MB), not deeper than 32 levels, and nothing that could not be stored. */
export const readBody: RequestHandler = (request, response, next) => {
  if (request.headers['content-length'] === '0' || request.is('*/*') === null) return next();
  if (request.is(JSON_TYPES) === false) {
    const sent = request.headers['content-type'] === undefined ? 'no content type' : 'another content type';
    return next(
      new EdgeError('unsupported-media-type', `The body was sent with ${sent}; send it as application/json.`),
    );
  }
  const read = request.path.startsWith('/v1/designer/') ? parseDesign : parse;
  read(request, response, (error: unknown) => finish(request, next, error));
};

function finish(request: Request, next: NextFunction, error: unknown): void {
  if (error !== undefined) return next(bodyError(error));
  const fault = faultIn(request.body, 0);
  next(fault === undefined ? undefined : new EdgeError('malformed-json', fault));
}

// The parser's own message quotes the body, so it is not passed on.
function bodyError(cause: unknown): unknown {
  const { type, status } = cause as { type?: string; status?: number };
  switch (type) {
    case 'entity.parse.failed':
      return new EdgeError('malformed-json', 'The body is not well-formed JSON; send one JSON object.', {
        cause,
      });
    case 'entity.too.large':
      return new EdgeError('too-large', 'The body is larger than is allowed here.', {
        headers: { Connection: 'close' },
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return new EdgeError('unsupported-media-type', 'Send the body in UTF-8, not compressed.', { cause });
    default:
      return status !== undefined && status < 500
        ? new EdgeError('malformed-request', 'The body could not be read wholly; send it again.', { cause })
        : cause;
  }
}

/** What JSON allows and we do not: depth without bound, names that reach into objects, text that cannot be stored. */
function faultIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') || /\p{Surrogate}/u.test(value)
      ? 'A text in the body holds a NUL character or half a surrogate pair; leave it out.'
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return `The body is nested deeper than ${DEEPEST} levels.`;
  for (const [key, member] of Object.entries(value)) {
    if (REACHING.has(key))
      return `A member of the body is named "${key}", which nothing asks for; leave it out.`;
    const fault = faultIn(key, depth) ?? faultIn(member, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
