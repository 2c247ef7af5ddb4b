import { ApiProblem } from '../../rest/api-problem.js';
import { type ProblemDocument, type ProblemField } from '../../rest/documents.js';
import { formFaults } from './form-faults.js';

const problem = (...errors: readonly ProblemField[]) =>
  new ApiProblem(422, { errors } as unknown as ProblemDocument);

describe('faults of a form', () => {
  it('stand in the order of the form, the first of each field, at their fields without the label', () => {
    const faults = formFaults(
      problem(
        { pointer: '#/data/date', code: 'format', detail: 'Flyttedag: Skriv en dato.', label: 'Flyttedag' },
        {
          pointer: '#/data/date',
          code: 'formatMinimum',
          detail: 'Flyttedag: Vælg en senere dag.',
          label: 'Flyttedag',
        },
        {
          pointer: '#/data/pets',
          code: 'required',
          detail: 'Har du dyr? Svar ja eller nej.',
          label: 'Har du dyr?',
        },
        { pointer: '#/data/children/2', code: 'cpr', detail: 'Skriv et CPR-nummer.' },
      ),
      ['children', 'pets', 'date'],
    );
    expect(faults).toEqual([
      { field: 'children', text: 'Skriv et CPR-nummer.', atField: 'Skriv et CPR-nummer.' },
      { field: 'pets', text: 'Har du dyr? Svar ja eller nej.', atField: 'Svar ja eller nej.' },
      { field: 'date', text: 'Flyttedag: Skriv en dato.', atField: 'Skriv en dato.' },
    ]);
  });

  it('stand first when they are in no field', () => {
    const faults = formFaults(
      problem({ pointer: '#/data', code: 'minProperties', detail: 'Svar på noget.' }),
      [],
    );
    expect(faults).toEqual([{ text: 'Svar på noget.', atField: 'Svar på noget.' }]);
  });
});
