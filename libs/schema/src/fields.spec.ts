import { appliedSchemas, fieldsOf } from './fields.js';

const form = {
  properties: {
    kind: { enum: ['rent', 'own'] },
    where: { $ref: '#/$defs/place' },
    children: { items: { properties: { name: {} } } },
    properties: { items: {} },
  },
  $defs: { place: { properties: { street: { title: 'Street' } } } },
  oneOf: [{ properties: { kind: { const: 'rent' } } }, { allOf: [{ properties: { price: {} } }] }],
  then: { properties: { landlord: { 'x-confidential': true } } },
  not: { properties: { never: {} } },
};

describe('fieldsOf', () => {
  it('finds each field once: in lists, behind references and in every branch, with where it stands', () => {
    expect(fieldsOf(form).map(({ path, at }) => [path.join('.'), at.join('/')])).toEqual([
      ['kind', 'properties/kind'],
      ['where', 'properties/where'],
      ['where.street', '$defs/place/properties/street'],
      ['children', 'properties/children'],
      ['children.name', 'properties/children/items/properties/name'],
      ['properties', 'properties/properties'],
      ['price', 'oneOf/1/allOf/0/properties/price'],
      ['landlord', 'then/properties/landlord'],
    ]);
  });

  it('gathers all that is said of a field, and nothing that is said of its items', () => {
    const said = (name: string) => fieldsOf(form).find(({ path }) => path.join('.') === name)?.schemas;
    expect(said('kind')).toEqual([{ enum: ['rent', 'own'] }, { const: 'rent' }]);
    expect(said('where')).toEqual([{ $ref: '#/$defs/place' }, form.$defs.place]);
    expect(said('children')).toEqual([form.properties.children]);
  });

  it('takes one turn of a schema that refers to itself', () => {
    const tree = { properties: { child: { $ref: '#' } } };
    expect(fieldsOf(tree).map(({ path }) => path.join('.'))).toEqual(['child', 'child.child']);
    expect(appliedSchemas({ $ref: '#' })).toHaveLength(2);
  });
});
