import { type ServiceContract } from '#journey';
import { fieldOf, HIDDEN_PERSONS } from '../../../schema/test/hidden-persons.js';
import { disclosureOf } from './disclosure.js';

describe.each(HIDDEN_PERSONS)('a person under $keyword', ({ schema, data }) => {
  it('is named in the disclosure', () => {
    const contract = {
      input: fieldOf(schema),
      categories: { hidden: 'family' },
    } as unknown as ServiceContract;
    expect(disclosureOf(contract, { hidden: data('anna') })?.persons).toContain('anna');
  });
});

it('nothing personal given, nothing disclosed', () => {
  const contract = { input: true, categories: { other: 'family' } } as unknown as ServiceContract;
  expect(disclosureOf(contract, { hidden: 'anna' })).toBeUndefined();
});
