import { gzipSync } from 'node:zlib';
import { isObject } from '#schema';
import { type JsonObject } from '#statechart';
import { type SeededRandom } from '../support/index.js';
import { jsonOf, type Shot } from './shot.js';
import { hostileBody, hostileJson, hostileText, type Stolen } from './values.js';

type Change = (shot: Shot, random: SeededRandom, stolen: Stolen) => Shot;

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'M-SEARCH',
];
const HEADERS = [
  'if-match',
  'if-none-match',
  'idempotency-key',
  'last-event-id',
  'accept-language',
  'accept',
  'content-type',
  'content-encoding',
  'expect',
  'range',
  'origin',
  'cookie',
  'x-forwarded-for',
  'forwarded',
  'x-http-method-override',
  'host',
  'transfer-encoding',
  'upgrade',
];
const CONTENT_TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/cloudevents+json',
  'application/json;',
  'application/json, text/html',
  'json',
];

/** Characters. */
const LARGE = 20_000;

const inPath: Change = (shot, random, stolen) => {
  const [path = '', query] = shot.path.split('?');
  const steps = path.split('/');
  const at = random.whole(1, steps.length - 1);
  const text = hostileText(random, stolen);
  steps[at] = random.happens(0.8) ? percentEncoded(text) : text;
  const changed = random.happens(0.1) ? `${steps.join('/')}/` : steps.join('/');
  return { ...shot, path: query === undefined ? changed : `${changed}?${query}` };
};

const inQuery: Change = (shot, random, stolen) => {
  const [path = '', query = ''] = shot.path.split('?');
  const pairs = query.split('&').filter(pair => pair !== '');
  const known = [
    'status',
    'limit',
    'before',
    'after',
    'definition',
    'startedBefore',
    'overdue',
    'journey',
    'state',
    'error',
  ];
  const name =
    pairs.length > 0 && random.happens(0.6)
      ? random.pick(pairs).split('=')[0]!
      : random.pick([...known, '__proto__', 'a[b]', '']);
  const value = random.happens(0.8)
    ? percentEncoded(hostileText(random, stolen))
    : random.pick(['%', '%zz', '%ff', '', '%00']);
  const kept = random.happens(0.5) ? pairs : pairs.filter(pair => !pair.startsWith(`${name}=`));
  return { ...shot, path: `${path}?${[...kept, `${name}=${value}`].join('&')}` };
};

const inHeaders: Change = (shot, random, stolen) => {
  const name = random.pick(HEADERS);
  const value = name === 'content-type' ? random.pick(CONTENT_TYPES) : hostileText(random, stolen);
  return { ...shot, headers: { ...shot.headers, [name]: random.happens(0.1) ? [value, value] : value } };
};

const inBody: Change = (shot, random, stolen) => {
  // What is deep already could not be written again.
  const body = typeof shot.body === 'string' && shot.body.length < LARGE ? jsonOf(shot.body) : undefined;
  if (typeof body !== 'object' || body === null) return wholeBody(shot, random, stolen);
  const change = random.pick([
    (member: JsonObject, key: string) => ({ ...member, [key]: hostileJson(random, stolen) }),
    (member: JsonObject, key: string) => ({ ...member, [key]: hostileText(random, stolen) }),
    (member: JsonObject, key: string) =>
      Object.fromEntries(Object.entries(member).filter(([name]) => name !== key)),
    (member: JsonObject, key: string) => ({ ...member, [key]: [member[key] ?? null, member[key] ?? null] }),
    (member: JsonObject) => ({
      ...member,
      [hostileText(random, stolen).slice(0, 100)]: hostileJson(random, stolen),
    }),
  ]);
  return { ...shot, body: JSON.stringify(somewhere(body as JsonObject, change, random)) };
};

const wholeBody: Change = (shot, random) => {
  const { method, headers } = shot;
  return {
    ...shot,
    method: method === 'GET' ? 'POST' : method,
    headers: { 'content-type': 'application/json', ...headers },
    body: hostileBody(random),
  };
};

const zipped: Change = shot => ({
  ...shot,
  headers: { ...shot.headers, 'content-encoding': 'gzip' },
  body: gzipSync(shot.body ?? '{}'),
});

const otherMethod: Change = (shot, random) => ({ ...shot, method: random.pick(METHODS) });

const CHANGES: readonly Change[] = [
  inPath,
  inPath,
  inQuery,
  inHeaders,
  inBody,
  inBody,
  inBody,
  wholeBody,
  zipped,
  otherMethod,
];

/** A request that was valid, wrong in so many places. */
export function mutate(shot: Shot, places: number, random: SeededRandom, stolen: Stolen): Shot {
  let changed: Shot = { ...shot, intent: places === 1 ? 'nearly valid' : 'hostile' };
  for (let place = 0; place < places; place += 1) changed = random.pick(CHANGES)(changed, random, stolen);
  return changed;
}

/** Changes one object within a value, now and then a deeper one. */
function somewhere(
  value: JsonObject,
  change: (member: JsonObject, key: string) => JsonObject,
  random: SeededRandom,
): JsonObject {
  const deeper = Object.entries(value).filter(([, member]) => isObject(member));
  if (deeper.length > 0 && random.happens(0.6)) {
    const [key, member] = random.pick(deeper);
    return { ...value, [key]: somewhere(member as JsonObject, change, random) };
  }
  const keys = Object.keys(value);
  return change(value, keys.length > 0 ? random.pick(keys) : 'data');
}

/** As `encodeURIComponent`, but also of what is not well-formed: half a surrogate pair becomes the replacement character. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
