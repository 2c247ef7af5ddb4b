import { SetMetadata } from '@nestjs/common';
import { type Request } from 'express';
import { EdgeError } from '../../problem/edge-error.js';

export const FORM_BODY = 'overgang:form body';

const FORM = 'application/x-www-form-urlencoded';

/** Takes a form in place of JSON: what OAuth's endpoints are sent (RFC 6749, section 3.2). */
export const FormBody = (): MethodDecorator => SetMetadata(FORM_BODY, true);

/** @throws EdgeError `unsupported-media-type` for anything else */
export function requireForm(request: Request): void {
  if (request.is(FORM) === false || request.headers['content-encoding'] !== undefined) {
    throw new EdgeError('unsupported-media-type', `Send the body as ${FORM}, not compressed.`);
  }
}

/**
 * The parameters of a form, each once (RFC 6749, section 3.2); those without a value count as absent.
 *
 * @throws EdgeError `malformed-request`
 */
export function parseForm(bytes: Buffer): Readonly<Record<string, string>> {
  const parameters = [...new URLSearchParams(bytes.toString())].filter(([, value]) => value !== '');
  const names = new Set(parameters.map(([name]) => name));
  if (names.size < parameters.length || names.has('__proto__')) {
    throw new EdgeError('malformed-request', 'A parameter of the form is sent twice; send each once.');
  }
  return Object.fromEntries(parameters);
}
