import { type JsonSchema } from '#schema';
import { mergeTypes } from './merge-types.js';
import { schemaType } from './schema-type.js';
import { describeType, typeKey, type ValueType } from './value-type.js';

describe('the type of a schema', () => {
  it.each<[JsonSchema, string]>([
    [{ type: 'integer' }, 'int'],
    [{ type: 'number' }, 'double'],
    [{ type: ['integer', 'null'] }, 'int'],
    [{ type: 'string', format: 'duration' }, 'period'],
    [{ type: 'string', format: 'date-time' }, 'timestamp'],
    [{ type: 'string', format: 'email' }, 'string'],
    [{ type: ['string', 'integer'] }, 'dyn'],
    [{}, 'dyn'],
    [true, 'dyn'],
    [{ enum: ['b', 'a', null] }, 'string(a|b)'],
    [{ const: true }, 'bool'],
    [{ type: 'array', items: { type: 'string', format: 'cpr' } }, 'list<person>'],
    [{ type: 'object', additionalProperties: { type: 'boolean' } }, 'map<bool>'],
    [{ type: 'object', additionalProperties: false }, '{}'],
    [
      {
        type: 'object',
        required: ['a', 'c'],
        properties: { a: { type: 'integer' }, b: {}, c: { type: ['null', 'string'] } },
      },
      '{"a":int,"b"?:dyn,"c"?:string}',
    ],
    [
      {
        allOf: [
          { type: 'object', required: ['a'], properties: { a: { $ref: '#/$defs/day' } } },
          { type: 'object', properties: { a: { type: 'string' }, b: { type: 'boolean' } } },
        ],
        $defs: { day: { type: 'string', format: 'date' } },
      },
      '{"a":date,"b"?:bool}',
    ],
    [
      {
        type: 'object',
        required: ['k'],
        properties: { k: { type: 'string' } },
        oneOf: [
          { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
          { type: 'object', required: ['a'], properties: { a: { type: 'number' }, b: { type: 'string' } } },
        ],
      },
      '{"a":double,"b"?:string,"k":string}',
    ],
    [
      {
        type: 'object',
        properties: { k: { type: 'string' } },
        if: { required: ['k'] },
        then: { required: ['l'], properties: { l: { type: 'integer' } } },
      },
      '{"k"?:string,"l"?:int}',
    ],
    [{ $ref: '#/$defs/nowhere' }, 'dyn'],
    [{ type: 'string', allOf: [{ type: 'string', format: 'cpr' }] }, 'person'],
    [{ type: 'string', $ref: '#/$defs/a~1b', $defs: { 'a/b': { format: 'cpr', type: 'string' } } }, 'person'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, 'list<dyn>'],
    [
      {
        type: 'object',
        properties: { k: { type: 'string' } },
        dependentSchemas: { k: { required: ['l'], properties: { l: { type: 'integer' } } } },
      },
      '{"k"?:string,"l"?:int}',
    ],
  ])('%j', (schema, key) => {
    expect(typeKey(schemaType(schema))).toBe(key);
  });

  it('ends for a schema that refers to itself', () => {
    const person: JsonSchema = { type: 'object', properties: { child: { $ref: '#' } } };
    const type = schemaType(person);
    expect(type).toMatchObject({ kind: 'object', fields: { child: { type: { kind: 'object' } } } });
  });
});

describe('what may be one type or another', () => {
  const object = (fields: Record<string, ValueType>): ValueType => ({
    kind: 'object',
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, type]) => [name, { type, optional: false }]),
    ),
  });

  it.each<[ValueType, ValueType, string]>([
    [{ kind: 'int' }, { kind: 'double' }, 'double'],
    [{ kind: 'date' }, { kind: 'person' }, 'dyn'],
    [{ kind: 'string', oneOf: ['a'] }, { kind: 'string', oneOf: ['b'] }, 'string(a|b)'],
    [{ kind: 'string', oneOf: ['a'] }, { kind: 'string' }, 'string'],
    [object({ a: { kind: 'int' } }), object({}), '{"a"?:int}'],
    [object({ a: { kind: 'int' } }), object({ a: { kind: 'date' } }), '{"a":dyn}'],
    [{ kind: 'list', of: { kind: 'int' } }, { kind: 'list', of: { kind: 'double' } }, 'list<double>'],
  ])('%j or %j', (a, b, key) => {
    expect(typeKey(mergeTypes(a, b))).toBe(key);
    expect(typeKey(mergeTypes(b, a))).toBe(key);
  });

  it('is said in words', () => {
    expect(describeType({ kind: 'list', of: object({ a: { kind: 'int' } }) })).toBe('list of { a }');
  });
});
