import { dateInWords, isIsoDate } from '#calendar';
import { type Language, type Words } from '#journey';
import { isObject, type Json, type JsonSchema } from '#schema';
import { type LabelledField } from './problem-of.js';

type Sentence = (limit: Limit) => Words;

/** What the rule asks for, as the field's schema has it. */
interface Limit {
  readonly words: Words;
  readonly number: number;
  readonly schema: Readonly<Record<string, Json | undefined>>;
}

const said = (da: string, en: string): Sentence => {
  return ({ words }) => ({ da: da.replace('{}', words.da), en: en.replace('{}', words.en) });
};
const asFieldSays = said('Skriv det, som det står ved feltet.', 'Write it as the field says.');
const notAsked = said(
  'Lad det stå tomt: det bliver der ikke spurgt om.',
  'Leave it empty: it is not asked for.',
);
const tooMuch = said(
  'Skriv mindre: der er sendt mere, end der er plads til.',
  'Write less: there is no room for so much.',
);
const choose = said('Vælg en af mulighederne.', 'Choose one of the options.');
const text = (schema: Limit['schema']): boolean =>
  schema['type'] === undefined || schema['type'] === 'string';

/**
 * Error messages that say what would be right (GOV.UK Design System, error message), by the rule that is broken: keywords of JSON
 * Schema first, then rules of our own.
 */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: limit => instruction(limit),
  additionalProperties: notAsked,
  unevaluatedProperties: notAsked,
  notAsked,
  readOnly: said('Lad det stå, som det er vist.', 'Leave it as it is shown.'),
  dependentRequired: limit => instruction(limit),
  type: limit => instruction(limit),
  format: limit => instruction(limit),
  pattern: limit => instruction(limit),
  enum: choose,
  choice: said('Vælg en af dem, der er vist.', 'Choose one of those that are shown.'),
  const: limit =>
    limit.schema['const'] === true
      ? { da: 'Sæt kryds for at gå videre.', en: 'Tick it to continue.' }
      : said('Skriv {}.', 'Write {}.')(limit),
  minLength: limit =>
    limit.number <= 1
      ? instruction(limit)
      : said('Skriv mindst {} tegn.', 'Write at least {} characters.')(limit),
  maxLength: limit =>
    said(
      'Skriv højst {} tegn.',
      `Write at most {} ${limit.number === 1 ? 'character' : 'characters'}.`,
    )(limit),
  minimum: said('Skriv {} eller mere.', 'Write {} or more.'),
  exclusiveMinimum: said('Skriv mere end {}.', 'Write more than {}.'),
  maximum: said('Skriv {} eller mindre.', 'Write {} or less.'),
  exclusiveMaximum: said('Skriv mindre end {}.', 'Write less than {}.'),
  multipleOf: said('Skriv et tal, der går op i {}.', 'Write a multiple of {}.'),
  formatMinimum: said('Vælg {} eller en senere dag.', 'Choose {} or a later day.'),
  formatExclusiveMinimum: said('Vælg en dag efter {}.', 'Choose a day after {}.'),
  formatMaximum: said('Vælg {} eller en tidligere dag.', 'Choose {} or an earlier day.'),
  formatExclusiveMaximum: said('Vælg en dag før {}.', 'Choose a day before {}.'),
  minItems: said('Vælg mindst {}.', 'Choose at least {}.'),
  maxItems: said('Vælg højst {}.', 'Choose at most {}.'),
  uniqueItems: said('Nævn hver kun én gang.', 'Name each only once.'),
  hostile: said('Skriv det igen med almindelige tegn.', 'Write it again with ordinary characters.'),
  tooLarge: tooMuch,
  tooDeep: tooMuch,
  document: said('Vedhæft filen, før du sender.', 'Attach the file before you send.'),
  kind: said('Vælg en fil af en anden type.', 'Choose a file of another type.'),
  cprNumber: said('Skriv et CPR-nummer med ti cifre.', 'Write a CPR number of ten digits.'),
  day: said('Skriv en dato.', 'Write a date.'),
  ownNumber: said('Skriv nummeret på en anden end dig selv.', 'Write the number of somebody else than you.'),
  tooEarly: said('Vælg i dag eller en senere dag.', 'Choose today or a later day.'),
  tooLate: said('Vælg en dag inden for det næste år.', 'Choose a day within the next year.'),
  beforeBeginning: said('Vælg den første dag eller en senere dag.', 'Choose the first day or a later day.'),
  tooLong: said(
    'Vælg en dag, der er højst to år efter den første dag.',
    'Choose a day at most two years after the first day.',
  ),
  ungivable: said(
    'Vælg blandt de forløb, man kan give fuldmagt til.',
    'Choose among the journeys for which one can give a mandate.',
  ),
  notGiven: said(
    'Vælg blandt de oplysninger, som myndigheden har fået.',
    'Choose among the data that the authority was given.',
  ),
  cpr: said(
    'Skriv et CPR-nummer med ti cifre, eller vælg en af dem, vi foreslår.',
    'Write a CPR number of ten digits, or choose one of those that we suggest.',
  ),
};

/**
 * What is wrong with a field, in the reader's language: the field by its label, and what would be right. What we have no sentence
 * for is said in the rule's own words.
 */
export function fieldWords(field: LabelledField, language: Language): string {
  // These say the field by themselves.
  if (field.words) return field.words[language];
  const { code, label, message } = field;
  const limit = limitOf(field.schema, code);
  const sentence =
    SENTENCES[code]?.(limit)[language] ?? (label === undefined ? message : asFieldSays(limit)[language]);
  return label === undefined
    ? sentence
    : `${label.replace(/[.:]$/, '')}${/[?!]$/.test(label) ? '' : ':'} ${sentence}`;
}

/** What to do with a field that is empty, or holds something of another kind. */
function instruction({ schema }: Limit): Words {
  const { type, format, enum: options, const: only } = schema;
  if (only === true) return { da: 'Sæt kryds for at gå videre.', en: 'Tick it to continue.' };
  if (Array.isArray(options)) return choose(NOTHING);
  if (type === 'boolean') return { da: 'Svar ja eller nej.', en: 'Answer yes or no.' };
  if (type === 'array') return { da: 'Vælg mindst én.', en: 'Choose at least one.' };
  if (type === 'integer') return { da: 'Skriv et helt tal.', en: 'Write a whole number.' };
  if (type === 'number') return { da: 'Skriv et tal.', en: 'Write a number.' };
  if (format === 'date')
    return example(schema, 'Skriv en dato', 'Write a date', { da: '27. marts 2027', en: '27 March 2027' });
  if (format === 'email')
    return example(schema, 'Skriv en mailadresse', 'Write an e-mail address', {
      da: 'navn@eksempel.dk',
      en: 'name@example.dk',
    });
  if (format === 'cpr') return SENTENCES['cpr']!(NOTHING);
  if (format === 'document') return { da: 'Vedhæft en fil.', en: 'Attach a file.' };
  if (!text(schema)) return asFieldSays(NOTHING);
  if (schema['pattern'] !== undefined || format !== undefined)
    return example(schema, 'Skriv det i den rette form', 'Write it in the right form');
  return { da: 'Udfyld feltet.', en: 'Fill this in.' };
}

function example(schema: Limit['schema'], da: string, en: string, usual?: Words): Words {
  const { example: one, examples } = schema;
  const given = [one, ...(Array.isArray(examples) ? (examples as readonly Json[]) : [])].find(
    value => typeof value === 'string',
  );
  const words = usual ?? (given === undefined ? undefined : inWords(given));
  if (words === undefined) return { da: `${da}.`, en: `${en}.` };
  return { da: `${da}, f.eks. ${words.da}.`, en: `${en}, for example ${words.en}.` };
}

const NOTHING: Limit = { words: { da: '', en: '' }, number: 0, schema: {} };

function limitOf(schema: JsonSchema | undefined, code: string): Limit {
  if (!isObject(schema)) return NOTHING;
  const limit = schema[code];
  return { words: inWords(limit ?? ''), number: Number(limit), schema };
}

/** A limit as people write it: a day in words, a number with Danish separators. */
function inWords(limit: Json): Words {
  if (typeof limit === 'number') {
    return { da: limit.toLocaleString('da-DK'), en: limit.toLocaleString('en-GB') };
  }
  const written = String(limit);
  return isIsoDate(written) ? dateInWords(written) : { da: written, en: written };
}
