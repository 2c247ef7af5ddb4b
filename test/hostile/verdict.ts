import { PROBLEM_STATUS, type ProblemCode } from '../../apps/api/src/problem/problem-code.js';
import { type Operation } from '../e2e/api/operations.js';
import { type AnswerSchemas } from './answer-schemas.js';
import { type Canaries } from './canaries.js';
import { type Answer, jsonOf, type Shot } from './shot.js';

/** Problems of what stands before every operation, which the document says once for all of them. */
const BEFORE_ALL: ReadonlySet<number> = new Set([401, 403, 405, 408, 413, 414, 415, 417, 429, 431, 501, 503]);
const BEFORE_ALL_BY_CODE: ReadonlySet<string> = new Set([
  'malformed-json',
  'malformed-request',
  'no-such-route',
]);

/** Pages and files for people; what they are made of is not ours. */
const PAGES = /^\/(docs|ops\/queues)/i;
const HEADERS = [
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
];

/** What only we should ever see. */
const OUR_OWN = [
  /\n\s+at \S+ \(?(file:|node:|\/)/,
  /node_modules/,
  /\/(src|dist|libs|apps)\/[\w/-]+\.[jt]s/,
  /\b(select|insert into|update|delete from) [\w".*]+ (from|where|set|values)\b/i,
  /syntax error at or near|invalid input syntax|violates \w+ constraint|relation "\w+"/,
  /ECONNREFUSED|ETIMEDOUT|ReplyError|WRONGTYPE/,
  /Cannot read propert|is not a function|is not iterable/,
];

export interface VerdictParts {
  readonly schemas: AnswerSchemas;
  readonly canaries: Canaries;
  /** Whether requests are shed and limited now; otherwise being told to come again is a fault. */
  readonly limited: boolean;
}

/** Everything that is wrong with an answer; nothing when it is as it must be. */
export function judge(
  shot: Shot,
  answer: Answer,
  operation: Operation | undefined,
  { schemas, canaries, limited }: VerdictParts,
): readonly string[] {
  const { status } = answer;
  const faults: string[] = [];
  if (status >= 500 && status !== 501 && !(limited && status === 503)) faults.push(`answered ${status}`);
  if (status === 429 && !limited) faults.push('answered 429 though limits are lifted');
  if (shot.must && !shot.must.includes(status))
    faults.push(`answered ${status}, not ${shot.must.join(' or ')}`);
  for (const pattern of OUR_OWN)
    if (!PAGES.test(shot.path) && pattern.test(answer.text)) faults.push(`shows our own: ${pattern}`);
  for (const found of canaries.foundIn(shot, answer)) faults.push(`shows ${found}`);
  if (PAGES.test(shot.path)) return faults;
  if (status >= 400 && shot.method !== 'HEAD' && !isProblem(answer))
    return [...faults, `${status} is no problem document`];
  for (const name of HEADERS) if (answer.headers[name] === undefined) faults.push(`has no ${name}`);
  if (!/no-store|no-cache/.test(String(answer.headers['cache-control'])))
    faults.push('may be kept in caches');
  if (answer.headers['x-powered-by'] !== undefined) faults.push('says what it is made with');
  if (shot.method === 'HEAD') return answer.text === '' ? faults : [...faults, 'HEAD has a body'];
  if (status >= 400) faults.push(...problemFaults(answer, operation, schemas));
  else if (operation) faults.push(...successFaults(answer, operation, schemas));
  return faults;
}

function successFaults(
  { status, headers, text }: Answer,
  operation: Operation,
  schemas: AnswerSchemas,
): readonly string[] {
  // Whoever has it already is told so, and the document says that of a header, not of a status.
  if (status === 304) return text === '' ? [] : ['304 has a body'];
  const declared = operation.responses[String(status)];
  if (!declared) return [`answered ${status}, which is not documented`];
  const promised = Object.keys(declared.content ?? {});
  const type = String(headers['content-type'] ?? '').split(';')[0]!;
  if (promised.length > 0 && !promised.includes(type)) return [`sent ${type}, not ${promised.join()}`];
  if (type !== 'application/json') return [];
  const fault = schemas.faultIn(operation, status, jsonOf(text));
  return fault === undefined ? [] : [`does not fit its schema: ${fault}`];
}

function problemFaults(
  answer: Answer,
  operation: Operation | undefined,
  schemas: AnswerSchemas,
): readonly string[] {
  const { status, headers, text } = answer;
  const body = jsonOf(text);
  const fault = schemas.faultInProblem(body);
  if (fault !== undefined) return [`is no sound problem document: ${fault}`];
  const { code, status: stated } = body as { readonly code: ProblemCode; readonly status: number };
  const faults: string[] = [];
  if (stated !== status || PROBLEM_STATUS[code] !== status)
    faults.push(`${code} says ${stated} and was sent as ${status}`);
  if (operation && !isDocumented(operation, status, code)) faults.push(`${status} ${code} is not documented`);
  if ((status === 429 || status === 503) && headers['retry-after'] === undefined)
    faults.push('does not say when to come again');
  if (status === 405 && headers.allow === undefined) faults.push('does not say which methods it answers');
  return faults;
}

function isProblem({ headers }: Answer): boolean {
  return headers['content-type'] === 'application/problem+json; charset=utf-8';
}

function isDocumented({ responses }: Operation, status: number, code: string): boolean {
  if (BEFORE_ALL_BY_CODE.has(code) || (BEFORE_ALL.has(status) && code !== 'not-your-role')) return true;
  const examples = Object.values(responses[String(status)]?.content ?? {}).map(
    content => content.examples ?? {},
  );
  return examples.some(codes => Object.hasOwn(codes, code));
}
