import { didYouMean, linearPattern, PatternError, type Source } from '#journey';
import { appliedSchemas, fieldsOf, isObject, listOf, pointerTo, propertiesOf, resolve } from '#schema';
import { everyValue } from '../bounds/every-value.js';
import { type Finding } from '../finding.js';
import { type Rule } from '../rule.js';

export const formInvalid: Rule = {
  code: 'form-invalid',
  title:
    'what a form requires is among its fields, its references lead somewhere, and its patterns can be matched',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const source of Object.values(sources.forms)) {
      yield* requiredFaults(source);
      yield* keywordFaults(source);
      yield* nameFaults(source);
    }
  },
};

function* requiredFaults(source: Source): Generator<Finding> {
  const fields = fieldsOf(source.value).map(({ path }) => path);
  const known = new Set(fields.map(pointerTo));
  const told = new Set<string>();
  for (const { schema, path, at } of appliedSchemas(source.value)) {
    for (const [index, name] of listOf(schema['required']).entries()) {
      const place = { source, path: [...at, 'required', index] };
      if (known.has(pointerTo([...path, String(name)])) || told.has(pointerTo(place.path))) continue;
      told.add(pointerTo(place.path));
      const beside = fields.filter(field => pointerTo(field.slice(0, -1)) === pointerTo(path));
      yield {
        place,
        message: `${String(name)} is required, and the form has no such field.`,
        remedy: didYouMean(
          String(name),
          beside.map(field => String(field.at(-1))),
          'Add it under properties.',
        ),
      };
    }
  }
}

/** A name is the name of a person in a field beside it. */
function* nameFaults(source: Source): Generator<Finding> {
  for (const { schema, at } of appliedSchemas(source.value)) {
    const fields = propertiesOf(schema);
    const persons = Object.keys(fields).filter(name => fields[name]?.['format'] === 'cpr');
    for (const [name, { 'x-names': person }] of Object.entries(fields)) {
      if (person === undefined || persons.includes(String(person))) continue;
      yield {
        place: { source, path: [...at, 'properties', name, 'x-names'] },
        message: `${name} is the name of the person in the field ${String(person)}, and there is no such person beside it.`,
        remedy: didYouMean(String(person), persons, 'Name a field beside it with format: cpr.'),
      };
    }
  }
}

/** Patterns and references, wherever a schema may stand. */
function* keywordFaults(source: Source): Generator<Finding> {
  for (const { value, path } of everyValue(source.value)) {
    const keyword = path.at(-1);
    if (typeof value === 'string' && keyword === 'pattern') yield* patternFaults(value, { source, path });
    if (isObject(value) && keyword === 'patternProperties') {
      for (const name of Object.keys(value)) yield* patternFaults(name, { source, path: [...path, name] });
    }
    if (typeof value === 'string' && keyword === '$ref' && resolve(source.value, value) === undefined) {
      yield {
        place: { source, path },
        message: `${value} leads nowhere.`,
        remedy: 'Refer to a part of this form, #/$defs/<name>.',
      };
    }
  }
}

function* patternFaults(pattern: string, place: Finding['place']): Generator<Finding> {
  try {
    linearPattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    yield {
      place,
      message: `The pattern ${pattern} of the form ${place.source.file} ${error.message}.`,
      remedy: 'Write it plainly: what may stand there, and how often; maxLength says how long.',
    };
  }
}
