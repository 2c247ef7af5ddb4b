import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { FormValidator } from './form-validator.js';

const form: JsonSchema = {
  type: 'object',
  required: ['kind', 'date'],
  properties: {
    kind: { enum: ['rent', 'own'] },
    date: { type: 'string', format: 'date', minLength: 10 },
    persons: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', format: 'cpr' } },
    note: { type: 'string', maxLength: 5 },
    where: { $ref: '#/$defs/place' },
  },
  $defs: { place: { type: 'object', required: ['street'], properties: { street: { type: 'string' } } } },
  if: { properties: { kind: { const: 'rent' } }, required: ['kind'] },
  then: { required: ['landlord'], properties: { landlord: { type: 'string' } } },
  oneOf: [
    { properties: { kind: { const: 'rent' }, deposit: { type: 'integer' } } },
    { properties: { kind: { const: 'own' }, price: { type: 'integer' } } },
  ],
};
const validator = new FormValidator(form);

it.each<[string, Json, string[]]>([
  ['nothing yet', {}, []],
  ['half a number, half a date', { persons: ['0101'], date: '2026-', kind: '' }, []],
  ['the same person twice', { persons: ['0101901234', '0101901234'] }, []],
  ['fields of every choice', { landlord: 'x', deposit: 1, price: 2, where: {} }, []],
  ['an unknown field', { wings: 2 }, ['/wings unevaluatedProperties']],
  ['an unknown field deeper', { where: { house: 1 } }, ['/where/house unevaluatedProperties']],
  ['another type', { note: 5, persons: 'x' }, ['/persons type', '/note type']],
  ['too long a text', { note: 'too long' }, ['/note maxLength']],
  ['too long a list', { persons: Array<string>(101).fill('a') }, ['/persons maxItems']],
  ['more than any form', { persons: Array<string>(5000).fill('a') }, [' tooLarge']],
])('a draft with %s', (_what, data, expected) => {
  expect(validator.draftErrors(data).map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
});
