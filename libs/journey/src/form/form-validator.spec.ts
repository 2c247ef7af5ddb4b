import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { FormValidator } from './form-validator.js';

const form: JsonSchema = {
  $id: 'lease',
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { enum: ['rent', 'own'] },
    persons: { type: 'array', items: { type: 'string', format: 'cpr' } },
    note: { type: 'string', maxLength: 5 },
    rent: { type: 'number' },
    where: { $ref: '#/$defs/place' },
  },
  $defs: { place: { type: 'object', properties: { street: { type: 'string' } } } },
  if: { properties: { kind: { const: 'rent' } }, required: ['kind'] },
  then: {
    required: ['landlord'],
    properties: { landlord: { type: 'string' }, deposit: { type: 'integer' } },
  },
};
const validator = new FormValidator(form);

function errors(data: Json): string[] {
  return validator.errors(data).map(({ path, code }) => `${path} ${code}`);
}

describe('a form', () => {
  it.each<[string, Json, string[]]>([
    ['what fits', { kind: 'own', note: 'hello', persons: ['anna'] }, []],
    ['what fits under a condition', { kind: 'rent', landlord: 'x', deposit: 3 }, []],
    ['a missing field', {}, ['/kind required']],
    ['a missing field of a condition', { kind: 'rent', deposit: 1 }, ['/landlord required']],
    [
      'a field of a condition that does not hold',
      { kind: 'own', landlord: 'x' },
      ['/landlord unevaluatedProperties'],
    ],
    ['an extra field', { kind: 'own', more: 1 }, ['/more unevaluatedProperties']],
    [
      'an extra field deeper',
      { kind: 'own', where: { street: 'x', 'a/b': 1 } },
      ['/where/a~1b unevaluatedProperties'],
    ],
    ['a mistyped field', { kind: 'own', rent: '5' }, ['/rent type']],
    ['a word that is no choice', { kind: 'steal' }, ['/kind enum']],
    ['too long a text', { kind: 'own', note: 'hello!' }, ['/note maxLength']],
    ['a text longer than any', { kind: 'rent', landlord: 'x'.repeat(1001) }, ['/landlord maxLength']],
    ['a list longer than any', { kind: 'own', persons: Array<string>(101).fill('a') }, ['/persons maxItems']],
    ['a number beyond exactness', { kind: 'own', rent: 1e300 }, ['/rent maximum']],
    ['a CPR number where a person is meant', { kind: 'own', persons: ['0101901234'] }, ['/persons/0 format']],
    ['half a character', { kind: 'own', note: '\ud800' }, ['/note hostile']],
    ['no object', [], [' type']],
    ['nothing', null, [' type']],
  ])('%s', (_what, data, expected) => {
    expect(errors(data)).toEqual(expected);
  });

  it('refuses what is too deep or too large before asking the schema', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as Json;
    expect(errors(deep)).toEqual([' tooDeep']);
    expect(errors(Array<number>(5000).fill(1))).toEqual([' tooLarge']);
  });

  it('closes and bounds what stands at a position of a list, and bounds nothing that must not be', () => {
    const list = new FormValidator({
      type: 'array',
      prefixItems: [{ type: 'object', properties: { a: { type: 'string' } } }, { not: { type: 'string' } }],
    });
    const found = list.errors([{ a: 'x'.repeat(1001), b: 1 }, 'x'.repeat(1001)]);
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/0/a maxLength',
      '/0/b unevaluatedProperties',
      '/1 not',
    ]);
  });

  it('refuses names that reach into JavaScript', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      expect(errors(JSON.parse(`{"kind": "own", "${name}": {"x": 1}}`) as Json)).toEqual([' hostile']);
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('may be the same form twice', () => {
    expect(new FormValidator(form).errors({ kind: 'own' })).toEqual([]);
    expect(new FormValidator({ ...(form as object) }).errors({ kind: 'own' })).toEqual([]);
  });

  it('holds a text against a pattern in time linear in the text', () => {
    const slow = new FormValidator({
      type: 'object',
      properties: { word: { type: 'string', pattern: '^(a+)+$', maxLength: 100_000 } },
    });
    // Each character more would double the time of an engine that goes back and tries again.
    const word = `${'a'.repeat(99_900)}!`;
    expect(slow.errors({ word }).map(({ path, code }) => `${path} ${code}`)).toEqual(['/word pattern']);
    expect(slow.errors({ word: 'a'.repeat(99_900) })).toEqual([]);
  });
});
