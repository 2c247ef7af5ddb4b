import { APPLICATORS } from './applicators.js';
import { type Json, type JsonObject } from './json.js';
import { everySchema, mapSubschemas } from './visit.js';

/** A schema with a subschema under every applicator. */
const every = Object.fromEntries(
  [...APPLICATORS].map(([keyword, { holds }]): [string, Json] => {
    const part = { title: keyword };
    return [keyword, holds === 'one' ? part : holds === 'list' ? [part] : { name: part }];
  }),
);
const titles = (schema: Json): string[] =>
  [...everySchema(schema)].flatMap(({ schema: part }) => String((part as JsonObject)['title'] ?? []) || []);

it('visits every position of a subschema, and says how it was reached', () => {
  expect(titles(every)).toEqual([...APPLICATORS.keys()]);
  const deep = { not: { properties: { items: { anyOf: [true] } } } };
  expect([...everySchema(deep)].at(-1)).toEqual({
    schema: true,
    path: ['not', 'properties', 'items', 'anyOf', 0],
    within: ['not', 'properties', 'anyOf'],
  });
});

it('takes data for no schema', () => {
  expect(
    titles({ const: { title: 'no' }, enum: [{ title: 'no' }], examples: [{ items: { title: 'no' } }] }),
  ).toEqual([]);
});

it('maps every direct subschema, and leaves the rest alone', () => {
  const named = { ...every, title: 'root', const: { title: 'no' } };
  const mapped = mapSubschemas(named, (part, keyword) => ({
    title: `${keyword} of ${(part as JsonObject)['title']}`,
  }));
  expect(titles(mapped)).toEqual([
    'root',
    ...[...APPLICATORS.keys()].map(keyword => `${keyword} of ${keyword}`),
  ]);
  expect(mapped['const']).toEqual({ title: 'no' });
});
