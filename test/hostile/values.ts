import { type Json } from '#statechart';
import { type SeededRandom } from '../support/index.js';

/** Ids, numbers and keys of others that a hostile client has come by. */
export type Stolen = readonly string[];

const UUID = '0195a6c0-0000-7000-8000-00000000000a';

const UNICODE = [
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202egnirts',
  'e\u0301',
  'é',
  '\u212b',
  '👩‍👩‍👧‍👦',
  '\ufeff',
  '\uffff',
  'ﷺ'.repeat(40),
  'İı',
  '１２３４５６７８９０',
  '\u200b',
  '𝒥',
];
const INJECTIONS = [
  "'; drop table journey; --",
  "' or 1=1 --",
  "\\'; select pg_sleep(9); --",
  '%',
  '_%',
  '" || true || "',
  '= applicant.cpr',
  "= 'a'.matches('^(a+)+$')",
  '${7*7}',
  '{{constructor.constructor("return process")()}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  'x\r\nSet-Cookie: a=b',
  '|| id',
  '*',
  ';',
  '\\',
];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'length',
  'then',
];
const LOOKALIKES = [
  '',
  ' ',
  'null',
  'undefined',
  'NaN',
  'true',
  '-0',
  '0x10',
  '1e400',
  '9007199254740993',
  '-2147483649',
  '2147483648',
  '2025-02-30',
  '2025-W10',
  '20250101',
  '2025-001',
  '0000-00-00',
  '9999-12-31',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-20',
  '2025-01-01T24:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  UUID.toUpperCase(),
  `${UUID}-2147483648`,
  `${UUID}-0`,
  `${UUID}--1`,
  `{${UUID}}`,
  '0000000000',
  '3113991234',
  '311399-1234',
  '[object Object]',
];
const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324];
/** Lengths at bounds that forms, headers and parsers have, and one beside them. */
const LENGTHS = [1, 3, 39, 40, 41, 64, 65, 127, 128, 129, 200, 201, 256, 257, 500, 501, 2_000, 2_001, 16_000];
const DEPTHS = [5, 30, 31, 32, 33, 200];

export function hostileText(random: SeededRandom, stolen: Stolen): string {
  const kind = random.whole(0, 9);
  if (kind < 3) return random.pick(UNICODE);
  if (kind < 5) return random.pick(INJECTIONS);
  if (kind < 6) return random.pick(NAMES);
  if (kind < 8) return random.pick(LOOKALIKES);
  if (kind < 9 && stolen.length > 0) return random.pick(stolen);
  return random.pick(['a', '0', 'æ', '🙂', ' ']).repeat(random.pick(LENGTHS));
}

export function hostileJson(random: SeededRandom, stolen: Stolen): Json {
  switch (random.whole(0, 9)) {
    case 0:
      return random.pick(NUMBERS);
    case 1:
      return random.pick<Json>([true, false, null]);
    case 2:
      return random.pick<Json>([[], {}, [[]], [null], { '': '' }]);
    case 3:
      return nested(random.pick(DEPTHS), random.happens(0.5));
    case 4:
      return Array.from({ length: random.pick([16, 101, 1_000, 4_000]) }, () =>
        hostileText(random, []).slice(0, 10),
      );
    case 5:
      return { [random.pick(NAMES)]: { polluted: true } };
    case 6:
      return Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${index}`, index]));
    default:
      return hostileText(random, stolen);
  }
}

/** Bodies that are not what JSON parsers hope for. */
export function hostileBody(random: SeededRandom): string | Buffer {
  return random.pick<string | Buffer>([
    '{',
    '[]',
    'null',
    '"text"',
    '1',
    'nonsense',
    "{'event':'submit'}",
    '{"event":"submit",}',
    '{"event":"submit","event":"keep"}',
    '{"data":{},"data":[]}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '\ufeff{"event":"submit"}',
    '{"a":NaN}',
    '{"a":1e999}',
    '{"a":"\\ud800"}',
    '{"a":"\\u0000"}',
    '{"a":"\\x"}',
    '['.repeat(5_000),
    `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    `{"a":"${'a'.repeat(70_000)}"}`,
    `{"a":"${'a'.repeat(65_536 - 8)}"}`,
    Buffer.from('{"event":"submit"}', 'utf16le'),
    Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
    Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  ]);
}

function nested(depth: number, lists: boolean): Json {
  let value: Json = 'deep';
  for (let level = 0; level < depth; level += 1) value = lists ? [value] : { a: value };
  return value;
}
