import { schemaType } from '#journey';
import { assignable } from './assignable.js';

it('compares what is given with what a contract asks for', () => {
  const asked = schemaType({
    type: 'object',
    required: ['who', 'on', 'rent'],
    properties: {
      who: { type: 'string' },
      on: { type: 'string', format: 'date' },
      rent: { type: 'number' },
      kind: { enum: ['rent'] },
    },
  });
  const given = schemaType({
    type: 'object',
    required: ['who', 'on', 'kind', 'more'],
    properties: {
      who: { type: 'string', format: 'cpr' },
      on: { type: 'string', format: 'date' },
      rent: { type: 'number' },
      kind: { enum: ['rent', 'own'] },
      more: { type: 'integer' },
    },
  });
  expect(assignable(given, asked).map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
    'who is person, but text is asked for',
    'rent may be absent, but is required',
    'kind is one of rent, own, but one of rent is asked for',
    'more is not asked for',
  ]);
});
