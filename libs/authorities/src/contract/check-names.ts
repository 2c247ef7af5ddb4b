import { didYouMean, LANGUAGES, type SourcePath } from '#journey';
import { everySchema, isObject, type JsonObject, listOf, propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Body } from './operation.js';

/** Fields that say something of the person in a field beside them, and the type they must have. */
const OF_PERSON = {
  'x-names': { type: 'string', words: 'the name of a person', fits: 'text' },
  'x-protects': { type: 'boolean', words: 'whether a person is protected', fits: 'true or false' },
} as const;

/** Lints what a body says of persons and of its values in words: names, protection, and the words of a choice. */
export function checkNames({ schema, schemaAt }: Body, source: ContractSource): void {
  for (const { schema: part, path } of everySchema(schema)) {
    if (!isObject(part)) continue;
    const fields = propertiesOf(part);
    for (const [name, field] of Object.entries(fields)) {
      const at = [...schemaAt, ...path, 'properties', name];
      for (const keyword of ['x-names', 'x-protects'] as const) {
        if (field[keyword] !== undefined) checkOfPerson(keyword, name, field, fields, at);
      }
      if (field['x-words'] !== undefined) checkWords(name, field, at);
    }
  }

  function checkOfPerson(
    keyword: keyof typeof OF_PERSON,
    name: string,
    field: JsonObject,
    fields: Readonly<Record<string, JsonObject>>,
    at: SourcePath,
  ): void {
    const { type, words, fits } = OF_PERSON[keyword];
    const person = String(field[keyword]);
    const persons = Object.keys(fields).filter(each => fields[each]?.['format'] === 'cpr');
    if (!persons.includes(person)) {
      source.fault({
        path: [...at, keyword],
        code: 'name-of-nobody',
        message: `${name} says ${words} in the field ${person}, and there is no person of that name beside it.`,
        remedy: didYouMean(person, persons, 'Name a field beside it with format: cpr.'),
      });
    }
    if (field['type'] === type) return;
    source.fault({
      path: [...at, keyword],
      code: 'name-of-wrong-type',
      message: `${name} cannot say ${words}, for it is not ${fits}.`,
      remedy: `Write type: ${type}, or take ${keyword} out.`,
    });
  }

  function checkWords(name: string, field: JsonObject, at: SourcePath): void {
    const words = isObject(field['x-words']) ? field['x-words'] : {};
    const values = (field['type'] === 'boolean' ? [true, false] : listOf(field['enum'])).map(String);
    const unsaid = values.filter(value => {
      const said = words[value];
      return !isObject(said) || LANGUAGES.some(language => typeof said[language] !== 'string');
    });
    const extra = Object.keys(words).filter(value => !values.includes(value));
    if (unsaid.length === 0 && extra.length === 0) return;
    source.fault({
      path: [...at, 'x-words'],
      code: 'words-of-values',
      message: `The words of ${name} are not those of its values: ${[...unsaid, ...extra].join(', ')}.`,
      remedy: 'Say each of its values in Danish and in English, and nothing else.',
    });
  }
}
