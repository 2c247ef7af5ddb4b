import {
  type ActionDefinition,
  carriesData,
  type Definition,
  everyState,
  isExpression,
  type Remembering,
} from '#journey';
import { appliedSchemas, type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { astOf } from '../ast-parts.js';
import { personSources, type PersonSource } from './person-sources.js';

/** Where participants name persons, as paths such as `move.partner`, and which other names and roles they go on to. */
export class GivenPersons {
  /** Paths below each name that is remembered from a participant's form. */
  readonly #fields = new Map<string, readonly string[]>();
  /** What a name that is computed, or a role that is given, may hold of it. */
  readonly #carried = new Map<string, Set<string>>();
  readonly #known = new Map<string, readonly PersonSource[]>();

  constructor(definition: Definition, rememberings: readonly Remembering[]) {
    for (const { name, state, transition, value } of rememberings) {
      if (value !== undefined || transition?.trigger.kind !== 'event') continue;
      const form = definition.forms[state.task?.form ?? ''];
      if (form === undefined || !carriesData(form, transition.trigger.event)) continue;
      const own = personPaths(form).map(path => [name, ...path].join('.'));
      if (own.length > 0) this.#fields.set(name, [...new Set([...(this.#fields.get(name) ?? []), ...own])]);
    }
    const handedOn = [
      ...rememberings.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }])),
      ...invitations(definition).flatMap(({ params: { role, person } }) =>
        typeof role === 'string' && person !== undefined ? [{ name: role, value: person }] : [],
      ),
    ];
    for (let more = true; more;) {
      more = false;
      for (const { name, value } of handedOn) {
        const carried = this.#carried.get(name) ?? new Set<string>();
        const before = carried.size;
        for (const source of this.sourcesOf(value))
          for (const given of this.heldBy(source)) carried.add(given);
        if (carried.size > 0) this.#carried.set(name, carried);
        more ||= carried.size > before;
      }
    }
  }

  /** Where the persons in a value come from. */
  sourcesOf(value: Json): readonly PersonSource[] {
    if (isExpression(value)) {
      let sources = this.#known.get(value);
      if (!sources) {
        const ast = astOf(value);
        sources = ast ? personSources(ast) : [];
        this.#known.set(value, sources);
      }
      return sources;
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.values(value as object).flatMap(part => this.sourcesOf(part as Json));
  }

  /** The fields of a participant's form that a source is, holds, is a part of, or was made from. */
  heldBy(source: PersonSource): readonly string[] {
    return [...this.fieldsAt(source), ...this.carriedBy(source[0] ?? '')];
  }

  /** The fields that a name was computed from, or a role was given by. */
  carriedBy(name: string): readonly string[] {
    return [...(this.#carried.get(name) ?? [])];
  }

  /** The names and roles that were made from such fields. */
  carriers(): readonly string[] {
    return [...this.#carried.keys()];
  }

  /** The same, of what is remembered under the very name. */
  fieldsAt(source: PersonSource): readonly string[] {
    const path = `${source.join('.')}.`;
    return (this.#fields.get(source[0] ?? '') ?? []).filter(
      field => `${field}.`.startsWith(path) || path.startsWith(`${field}.`),
    );
  }
}

function invitations(definition: Definition): ActionDefinition[] {
  return everyState(definition.machine)
    .flatMap(({ entry, exit, transitions }) => [
      ...entry,
      ...exit,
      ...transitions.flatMap(({ actions }) => actions),
    ])
    .filter(({ type }) => type === 'invite');
}

/** Where persons stand in the data of a form, in whichever branch. */
function personPaths(form: JsonSchema): readonly (readonly string[])[] {
  return appliedSchemas(form)
    .filter(({ schema }) => schema['format'] === 'cpr')
    .map(({ path }) => path);
}
