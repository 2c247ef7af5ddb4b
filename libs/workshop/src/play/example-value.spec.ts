import { type JsonSchema } from '#schema';
import { exampleValue } from './example-value.js';

const context = { now: Date.parse('2025-03-01T23:30:00Z'), person: 'somebody' };

describe('an example', () => {
  it.each<[JsonSchema, unknown]>([
    [{ type: 'string', examples: ['first', 'second'] }, 'first'],
    [{ type: 'object', example: { a: 1 }, required: ['b'] }, { a: 1 }],
    [{ enum: ['x', 'y'] }, 'x'],
    [{ const: true }, true],
    [{ type: 'string', format: 'date' }, '2025-03-02'],
    [{ type: 'string', format: 'cpr' }, 'somebody'],
    [{ type: 'string', minLength: 10 }, 'example...'],
    [{ type: 'integer', minimum: 3 }, 3],
    [{ type: 'number', exclusiveMinimum: 0 }, 1],
    [{ type: 'integer', minimum: 7, multipleOf: 5 }, 10],
    [{ type: 'array', items: { type: 'boolean' } }, []],
    [{ type: 'array', minItems: 2, items: { type: 'boolean' } }, [false, false]],
    [
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' }, b: { type: 'integer' } } },
      { a: 0 },
    ],
    [
      {
        allOf: [
          { type: 'object', required: ['a'], properties: { a: { const: 1 } } },
          { type: 'object', required: ['b'], properties: { b: { $ref: '#/$defs/b' } } },
        ],
        type: 'object',
        $defs: { b: { const: 2 } },
      },
      { a: 1, b: 2 },
    ],
    [{ $ref: '#/$defs/a~1b', $defs: { 'a/b': { const: 3 } } }, 3],
    [
      { oneOf: [{ type: 'object', required: ['a'], properties: { a: { const: 1 } } }, { type: 'string' }] },
      { a: 1 },
    ],
  ])('of %j is %j', (schema, expected) => {
    expect(exampleValue(schema, context)).toEqual(expected);
  });
});
