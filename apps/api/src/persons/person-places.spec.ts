import { type JsonSchema } from '#journey';
import { personPlaces, pointerTo, valueAt, withValues } from './person-places.js';

const cpr = { type: 'string', format: 'cpr' };
const placesOf = (schema: JsonSchema, data: Parameters<typeof valueAt>[0]): string[] =>
  personPlaces(schema, data).map(pointerTo);

describe('personPlaces', () => {
  it('finds persons in objects, lists, tuples and maps', () => {
    const schema = {
      properties: {
        partner: cpr,
        children: { items: { properties: { child: cpr, name: { type: 'string' } } } },
        pair: { prefixItems: [{ type: 'string' }, cpr] },
        byName: { additionalProperties: cpr },
      },
    };
    const data = {
      partner: 'a',
      children: [{ child: 'b', name: 'x' }, { child: 'c' }],
      pair: ['d', 'e'],
      byName: { 'f/g': 'h' },
    };
    expect(placesOf(schema, data)).toEqual([
      '/partner',
      '/children/0/child',
      '/children/1/child',
      '/pair/1',
      '/byName/f~1g',
    ]);
  });

  it('looks behind references and into every branch of a choice, once', () => {
    const schema = {
      $defs: { person: cpr },
      properties: { who: { oneOf: [{ $ref: '#/$defs/person' }, { allOf: [cpr] }] } },
      then: { properties: { other: { $ref: '#/$defs/person' } } },
    };
    expect(placesOf(schema, { who: 'a', other: 'b' })).toEqual(['/who', '/other']);
  });

  it('comes to an end with a schema that refers to itself', () => {
    const schema = { $defs: { loop: { $ref: '#/$defs/loop' } }, $ref: '#/$defs/loop' };
    expect(placesOf(schema, { a: 1 })).toEqual([]);
  });

  it('takes no longer for each way that leads to the same part', () => {
    const again = [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }];
    const inside = { properties: { in: { anyOf: again } } };
    const schema = { $defs: { a: { anyOf: [...again, inside, inside, cpr] } }, $ref: '#/$defs/a' };
    const data = Array.from({ length: 30 }).reduce<object | string>(inner => ({ in: inner }), 'x') as object;
    expect(placesOf(schema, data as never)).toHaveLength(31);
  });

  it('finds nothing where nothing is', () => {
    expect(placesOf({ properties: { partner: cpr } }, {})).toEqual([]);
    expect(placesOf(true, { partner: 'x' })).toEqual([]);
  });
});

describe('withValues', () => {
  it('changes the places and leaves the original alone', () => {
    const data = { a: [{ b: 1 }], c: 2 };
    expect(withValues(data, [{ place: ['a', 0, 'b'], value: 3 }])).toEqual({ a: [{ b: 3 }], c: 2 });
    expect(data).toEqual({ a: [{ b: 1 }], c: 2 });
    expect(withValues('x', [{ place: [], value: 'y' }])).toBe('y');
  });
});
