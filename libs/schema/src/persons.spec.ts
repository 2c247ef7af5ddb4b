import { fieldOf, HIDDEN_PERSONS } from '../test/hidden-persons.js';
import { type JsonSchema } from './applicators.js';
import { type Json } from './json.js';
import { personLocations, replacePersons } from './persons.js';
import { pointerTo } from './pointer.js';

const cpr = { type: 'string', format: 'cpr' };
const placesOf = (schema: JsonSchema, data: Json): string[] =>
  personLocations(data, schema).map(({ path }) => pointerTo(path));

describe('personLocations', () => {
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
    const data = Array.from({ length: 30 }).reduce<Json>(inner => ({ in: inner, who: 'x' }), 'x');
    expect(
      placesOf({ ...schema, $defs: { a: { ...schema.$defs.a, properties: { who: cpr } } } }, data),
    ).toHaveLength(31);
  });

  it('finds nothing where nothing is', () => {
    expect(placesOf({ properties: { partner: cpr } }, {})).toEqual([]);
    expect(placesOf(true, { partner: 'x' })).toEqual([]);
  });
});

describe('replacePersons', () => {
  it.each(HIDDEN_PERSONS)('finds and replaces a person under $keyword', async ({ schema, data }) => {
    const replaced = await replacePersons({ hidden: data('anna') }, fieldOf(schema), async () => 'bo');
    expect(replaced).toEqual({ hidden: data('bo') });
  });

  it('asks for each person once, and leaves the rest and the original alone', async () => {
    const asked: string[] = [];
    const data = { a: { by: 'anna', at: 'anna' }, b: ['anna', 1, null, undefined as never] };
    const schema = { properties: { a: { properties: { by: cpr } }, b: { items: cpr } } };
    const replaced = await replacePersons(data, schema, async person => {
      asked.push(person);
      return 'bo';
    });
    expect(asked).toEqual(['anna']);
    expect(replaced).toEqual({ a: { by: 'bo', at: 'anna' }, b: ['bo', 1, null, undefined] });
    expect(data.a.by).toBe('anna');
  });
});
