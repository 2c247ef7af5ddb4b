import { type JsonObject } from '#schema';
import { Conditions } from './conditions.js';

/** As the API writes `x-only-if`. */
const only = (name: string, on: JsonObject, required = false) => ({
  if: on,
  ...(required && { then: { required: [name] } }),
  else: { properties: { [name]: false } },
});
const is = (name: string, value: string | boolean) => ({
  properties: { [name]: { const: value } },
  required: [name],
});

describe('conditions of a form', () => {
  const conditions = new Conditions({
    allOf: [only('animals', is('pets', true), true), only('vet', { required: ['animals'] })],
  });

  it('ask a field only when what else is filled in says so, and require it then', () => {
    expect(conditions.notAsked({})).toEqual(new Set(['animals', 'vet']));
    expect(conditions.notAsked({ pets: true })).toEqual(new Set(['vet']));
    expect(conditions.required({ pets: true })).toEqual(new Set(['animals']));
    expect(conditions.required({ pets: false })).toEqual(new Set());
  });

  it('ask nothing because of an answer that is no longer asked for itself', () => {
    expect(conditions.notAsked({ pets: true, animals: 2 })).toEqual(new Set());
    expect(conditions.notAsked({ pets: false, animals: 2 })).toEqual(new Set(['animals', 'vet']));
  });

  it('are none in a form without any', () => {
    expect(new Conditions({}).notAsked({ a: 1 })).toEqual(new Set());
  });
});
