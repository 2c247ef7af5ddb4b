import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject } from '#statechart';
import { type SeededRandom } from '../support/index.js';
import { HOSTILE_JOURNEYS } from './hostile-world.js';

/** Files of the small journey, under another name: nobody is started on what is published here. */
const NAME = 'sandbox';
const PATHS = ['2025-01-01.yaml', 'forms/sum.yaml', 'texts/da.yaml', 'texts/en.yaml'];
let read: Readonly<Record<string, string>> | undefined;

function files(): Readonly<Record<string, string>> {
  return (read ??= Object.fromEntries(
    PATHS.map(path => [
      path,
      readFileSync(join(HOSTILE_JOURNEYS, 'standstill', path), 'utf8').replace(
        'id: standstill',
        `id: ${NAME}`,
      ),
    ]),
  ));
}

/** A sound journey, the words of which differ from time to time. */
export function design(random: SeededRandom): JsonObject {
  const sound = files();
  const words = String(sound['texts/en.yaml']).replace(
    'title: Standstill',
    `title: Standstill ${random.whole(1, 20)}`,
  );
  return { journey: NAME, files: { ...sound, 'texts/en.yaml': words } };
}

/** A journey that is meant to keep whoever reads it busy, or to make it fall over. Not larger than what is taken. */
export function hostileDesign(random: SeededRandom): JsonObject {
  const sound = files();
  const definition = String(sound['2025-01-01.yaml']);
  const [path, text] = random.pick<readonly [string, string]>([
    ['2025-01-01.yaml', `a: &a [x, x]\n${doubling(24)}`],
    [
      '2025-01-01.yaml',
      `${definition}\n${Array.from({ length: 3_000 }, (_, index) => `k${index}: 1`).join('\n')}`,
    ],
    ['2025-01-01.yaml', definition.replace('dividing:', `dividing:\n${'  '.repeat(200)}deep: {}`)],
    [
      '2025-01-01.yaml',
      definition.replace(
        /when: .*/,
        `when: "= ${Array.from({ length: 2_000 }, () => 'true').join(' || ')}" }`,
      ),
    ],
    [
      '2025-01-01.yaml',
      definition.replace(/when: .*/, "when: \"= 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')\" }"),
    ],
    ['2025-01-01.yaml', '{'.repeat(2_000)],
    ['2025-01-01.yaml', definition.replace('id: sandbox', 'id: !!js/function "function () {}"')],
    ['2025-01-01.yaml', `__proto__: { polluted: true }\n${definition}`],
    ['forms/sum.yaml', "type: object\nproperties: { a: { type: string, pattern: '^(a+)+$' } }"],
    [
      'forms/sum.yaml',
      'type: object\n$defs: { a: { anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }] } }\nproperties: { deep: { $ref: "#/$defs/a" } }',
    ],
    ['texts/en.yaml', '\u0000'],
    ['../../etc/passwd', 'x'],
    ['__proto__', 'x'],
  ]);
  return { journey: NAME, files: { ...sound, [path]: text } };
}

function doubling(levels: number): string {
  const names = Array.from({ length: levels }, (_, index) => String.fromCodePoint(98 + index));
  return names
    .map((name, index) => `${name}: &${name} [*${names[index - 1] ?? 'a'}, *${names[index - 1] ?? 'a'}]`)
    .join('\n');
}
