import { problemResponse } from '../problem/problems.decorator.js';
import { PROBLEM_STATUS, type ProblemCode } from '../problem/problem-code.js';
import { ENTITY_TAGGED } from '../http/representation/entity-tag.interceptor.js';
import { type DescribedOperation, type Responses } from './open-api.js';

/** What stands before every route, by who is let in: its problems are those of each route behind it. */
const BEFORE_ALL: readonly ProblemCode[] = ['too-many-requests', 'unavailable'];
const BEFORE_CALLERS: readonly ProblemCode[] = [
  'missing-token',
  'expired-token',
  'session-over',
  'forbidden',
];
const BEFORE_FACES: readonly ProblemCode[] = ['unknown-face'];
const BEFORE_AUTHORITIES: readonly ProblemCode[] = ['unknown-signer', 'bad-signature', 'old-signature'];

const WHO: Readonly<Record<string, string>> = {
  citizen: 'For citizens, with their token.',
  ops: 'For operations, with their token.',
  designer: 'For journey designers, with their token.',
  authority: 'For authorities, signed.',
  face: 'For registered faces, with their secret.',
};
const ANYONE = 'Open to all; nothing personal is behind it.';

const LANGUAGE = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  description: 'Danish or English, whichever is read better; Danish when it says nothing',
  schema: { type: 'string' as const, examples: ['da', 'en'] },
};

/**
 * Cross-cutting concerns of an operation: what guards, interceptors and filters add to every route, they add to its description:
 * who may call it, language, headers, and the problems of what stands before it.
 */
export function completeOperation(operation: DescribedOperation): DescribedOperation {
  const { [ENTITY_TAGGED]: tagged, ...rest } = operation as DescribedOperation & { [ENTITY_TAGGED]?: true };
  const callers = (rest.security ?? []).flatMap(scheme => Object.keys(scheme));
  const parameters = [...(rest.parameters ?? []), LANGUAGE];
  const known = rest.parameters?.some(parameter => 'name' in parameter && parameter.name === LANGUAGE.name);
  return {
    ...rest,
    description: rest.description ?? whoMayCall(callers),
    security: rest.security ?? [],
    parameters: known ? rest.parameters! : parameters,
    responses: withHeaders(withProblemsBefore(rest.responses, callers), tagged === true),
  };
}

function whoMayCall(callers: readonly string[]): string {
  return callers.length === 0 ? ANYONE : callers.map(caller => WHO[caller] ?? caller).join(' ');
}

function withProblemsBefore(responses: Responses, callers: readonly string[]): Responses {
  const before = callers.includes('authority')
    ? BEFORE_AUTHORITIES
    : callers.includes('face')
      ? BEFORE_FACES
      : callers.length > 0
        ? BEFORE_CALLERS
        : [];
  const added: Record<string, Responses[string]> = {};
  for (const status of new Set([...before, ...BEFORE_ALL].map(code => PROBLEM_STATUS[code]))) {
    if (responses[status]) continue;
    const codes = [...before, ...BEFORE_ALL].filter(code => PROBLEM_STATUS[code] === status);
    const { status: _status, ...response } = problemResponse(status, codes);
    added[status] = response as Responses[string];
  }
  return { ...responses, ...added };
}

const text = (description: string) => ({ description, schema: { type: 'string' as const } });
const SUCCESS_HEADERS = { 'Content-Language': text('The language it is in: `da` or `en`') };
const TAG_HEADERS = {
  ETag: text('Of the journey as you read it: for `If-Match` and `If-None-Match`'),
};
const CREATED_HEADERS = { Location: text('Where it is') };

function withHeaders(responses: Responses, tagged: boolean): Responses {
  const changed = Object.entries(responses).map(([status, response]) => {
    if (!status.startsWith('2') || !response || '$ref' in response || !('content' in response))
      return [status, response];
    const headers = {
      ...SUCCESS_HEADERS,
      ...(tagged && TAG_HEADERS),
      ...(status === '201' && CREATED_HEADERS),
      ...response.headers,
    };
    return [status, { ...response, headers }];
  });
  return Object.fromEntries(changed) as Responses;
}
