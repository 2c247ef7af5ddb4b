import { type JsonSchema } from '#schema';
import { fieldWords } from './field-words.js';

const wrong = (code: string, schema: JsonSchema, label = 'Flyttedag') => ({
  path: '/data/field',
  code,
  message: 'must be right',
  label,
  schema,
});

describe('the words of a field that does not fit', () => {
  it.each<[string, JsonSchema, string, string]>([
    [
      'required',
      { type: 'string', format: 'date' },
      'Flyttedag: Skriv en dato, f.eks. 27. marts 2027.',
      'Flyttedag: Write a date, for example 27 March 2027.',
    ],
    ['required', { type: 'boolean' }, 'Flyttedag: Svar ja eller nej.', 'Flyttedag: Answer yes or no.'],
    ['required', { type: 'string' }, 'Flyttedag: Udfyld feltet.', 'Flyttedag: Fill this in.'],
    [
      'const',
      { type: 'boolean', const: true },
      'Flyttedag: Sæt kryds for at gå videre.',
      'Flyttedag: Tick it to continue.',
    ],
    [
      'enum',
      { enum: ['a', 'b'] },
      'Flyttedag: Vælg en af mulighederne.',
      'Flyttedag: Choose one of the options.',
    ],
    ['type', { type: 'integer' }, 'Flyttedag: Skriv et helt tal.', 'Flyttedag: Write a whole number.'],
    [
      'pattern',
      { type: 'string', pattern: '^\\d{6}$', example: '040215' },
      'Flyttedag: Skriv det i den rette form, f.eks. 040215.',
      'Flyttedag: Write it in the right form, for example 040215.',
    ],
    [
      'maximum',
      { type: 'number', maximum: 12500 },
      'Flyttedag: Skriv 12.500 eller mindre.',
      'Flyttedag: Write 12,500 or less.',
    ],
    [
      'formatMinimum',
      { type: 'string', format: 'date', formatMinimum: '2027-01-04' },
      'Flyttedag: Vælg mandag den 4. januar 2027 eller en senere dag.',
      'Flyttedag: Choose Monday 4 January 2027 or a later day.',
    ],
    [
      'maxLength',
      { type: 'string', maxLength: 200 },
      'Flyttedag: Skriv højst 200 tegn.',
      'Flyttedag: Write at most 200 characters.',
    ],
  ])('name it by its label, and say what would be right: %s of %j', (code, schema, da, en) => {
    expect(fieldWords(wrong(code, schema), 'da')).toBe(da);
    expect(fieldWords(wrong(code, schema), 'en')).toBe(en);
  });

  it('keep the question that a label asks', () => {
    const field = wrong('required', { type: 'boolean' }, 'Flytter en partner med?');
    expect(fieldWords(field, 'da')).toBe('Flytter en partner med? Svar ja eller nej.');
  });

  it('say what the rule says where there is no label and no sentence', () => {
    expect(fieldWords({ path: '/x', code: 'isUuid', message: 'must be a UUID' }, 'da')).toBe(
      'must be a UUID',
    );
  });
});
