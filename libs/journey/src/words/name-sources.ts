import { ApplicableSchemas, isObject, type JsonSchema, type Json } from '#schema';
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type Remembering } from '../expression/environment-of.js';

/** Names the field beside it whose person this text is the name of. */
const NAMES = 'x-names';
/** Names the field beside it whose person has a protected name while this is true. */
const PROTECTS = 'x-protects';

/** Something remembered in which a name may stand, with the schema that says where. */
export interface NameSource {
  readonly fact: string;
  readonly schema: JsonSchema;
  /** Remembered for each of several persons. */
  readonly each: boolean;
  /** A participant told it, not an authority. */
  readonly given: boolean;
}

/** A name that was found, or that it is protected. */
export interface FoundName {
  readonly person: string;
  readonly name?: string;
  readonly isProtected: boolean;
}

/** Everything that is remembered as it came and whose schema speaks of names, in the order of the definition. */
export function nameSources(
  definition: Definition,
  catalogue: ServiceCatalogue,
  rememberings: readonly Remembering[],
): NameSource[] {
  return rememberings.flatMap(({ name, each, value, state, transition }) => {
    const { trigger } = transition ?? {};
    if (value !== undefined || !trigger) return [];
    const schema = (() => {
      switch (trigger.kind) {
        case 'event':
          return definition.forms[state.task?.form ?? ''];
        case 'answer':
          return catalogue.service(state.invokes[trigger.invoke]?.src ?? '')?.answer;
        case 'report':
          return catalogue.registerEvent(trigger.event)?.data;
        default:
          return undefined;
      }
    })();
    if (schema === undefined || !speaksOfNames(schema)) return [];
    return [{ fact: name, schema, each, given: trigger.kind === 'event' }];
  });
}

function speaksOfNames(schema: JsonSchema): boolean {
  const text = JSON.stringify(schema);
  return text.includes(`"${NAMES}"`) || text.includes(`"${PROTECTS}"`);
}

/** The names in what was remembered. */
export function foundNames({ schema, each }: NameSource, fact: Json | undefined): FoundName[] {
  const found: FoundName[] = [];
  const visit = (value: Json | undefined, schemas: ApplicableSchemas): void => {
    if (typeof value !== 'object' || value === null || schemas.none) return;
    const isList = Array.isArray(value);
    for (const [key, member] of Object.entries(value)) {
      const below = schemas.at(isList ? Number(key) : key);
      if (!isList) found.push(...said(member as Json, below, value as Readonly<Record<string, Json>>));
      visit(member as Json, below);
    }
  };
  const all = each && isObject(fact) ? Object.values(fact) : [fact];
  for (const one of all) visit(one, ApplicableSchemas.of(schema));
  return found;
}

function said(
  value: Json,
  schemas: ApplicableSchemas,
  beside: Readonly<Record<string, Json | undefined>>,
): FoundName[] {
  const of = (keyword: string): string[] =>
    schemas.textsOf(keyword).flatMap(field => {
      const person = beside[field];
      return typeof person === 'string' ? [person] : [];
    });
  if (typeof value === 'string' && value.trim() !== '') {
    return of(NAMES).map(person => ({ person, name: value, isProtected: false }));
  }
  return value === true ? of(PROTECTS).map(person => ({ person, isProtected: true })) : [];
}
