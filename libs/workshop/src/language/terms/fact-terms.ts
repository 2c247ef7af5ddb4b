import { describeType, DYN, schemaType, startedNames } from '#journey';
import { type CheckContext } from '../../check/check-context.js';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';
import { formHere } from './event-terms.js';
import { fieldTerms } from './field-terms.js';

/** What is remembered anywhere in the journey. */
export function factTerms({ context }: Spot): Term[] {
  if (!context) return [];
  const names = [...new Set(context.rememberings.map(({ name }) => name))];
  return [...otherFacts(context), ...names.map(name => factTerm(context, name))];
}

/** What the journey was given at its start, and the journeys that it starts. */
function otherFacts({ definition, environment }: CheckContext): Term[] {
  const names = [
    ...startedNames(definition.machine).map(name => [name, 'A journey that is started.'] as const),
    ...(definition.takes === undefined
      ? []
      : [['given', 'What the journey was given at its start.'] as const]),
  ];
  return names.map(([name, about]) => {
    const detail = describeType(environment.variables[name]?.type ?? DYN);
    return { name, kind: 'fact', detail, about: () => `**${name}**: ${detail}\n\n${about}` };
  });
}

function factTerm(context: CheckContext, name: string): Term {
  const type = context.environment.variables[name]?.type;
  const first = context.rememberings.find(remembering => remembering.name === name);
  const states = [
    ...new Set(context.rememberings.flatMap(each => (each.name === name ? [each.state.path] : []))),
  ];
  const words = type ? describeType(type) : 'anything';
  return {
    name,
    kind: 'fact',
    detail: words,
    about: () =>
      `**${name}**: ${words}\n\nRemembered in ${states.map(path => path || 'the whole journey').join(', ')}.`,
    declared: () => first && keyPlace(context.definition.sources.main, first.action.at),
  };
}

/** The fields of the form that the cursor is in the file of. */
export function ownFieldTerms({ ownForm: schema, file }: Spot): Term[] {
  return schema ? fieldTerms(schemaType(schema), {}, { file, line: 1, column: 1 }) : [];
}

/** The fields of the form around the cursor. */
export function formFieldTerms(spot: Spot): Term[] {
  const form = formHere(spot);
  const schema = form === undefined ? undefined : spot.context?.definition.forms[form];
  return schema ? fieldTerms(schemaType(schema), {}, { file: `forms/${form}.yaml`, line: 1, column: 1 }) : [];
}
