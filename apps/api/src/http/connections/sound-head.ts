import { type Request, type RequestHandler } from 'express';
import { EdgeError } from '../../problem/edge-error.js';

const VERSIONS = new Set(['1.0', '1.1']);

/** Strict request-head validation: refuses heads that Node's parser lets through and RFC 9112 does not; the connection is closed, as after those it refuses. */
export const soundHead: RequestHandler = (request, _response, next) => {
  const { expect } = request.headers;
  const headers = { Connection: 'close' };
  const fault = faultOf(request);
  if (fault !== undefined) return next(new EdgeError('malformed-request', fault, { headers }));
  if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    return next(new EdgeError('unmet-expectation', 'Only "Expect: 100-continue" is met.', { headers }));
  }
  next();
};

/** RFC 9112, section 3.2: a request of HTTP/1.1 names its host, and none names two. */
function faultOf({ httpVersion, rawHeaders }: Request): string | undefined {
  if (!VERSIONS.has(httpVersion)) return 'Speak HTTP/1.1.';
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1) return 'The header Host is there more than once; send one.';
  return hosts === 0 && httpVersion === '1.1' ? 'The header Host is missing.' : undefined;
}
