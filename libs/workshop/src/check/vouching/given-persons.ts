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
import { actionsOf } from '../flow/effects.js';
import { rootOf } from '../flow/path-table.js';
import { personSources, type PersonSource } from './person-sources.js';

/** Taint sources: where participants name persons, as paths such as `move.partner`, and which other names and roles they go on to. */
export class GivenPersons {
  /** Paths below each name that is remembered from a participant's form. */
  readonly #fields = new Map<string, readonly string[]>();
  /** What a name that is computed, or a role that is given, may hold of it. */
  readonly #carried = new Map<string, Set<string>>();
  /** By the name that a field belongs to, the names and roles that may hold of it. */
  readonly #carriers = new Map<string, Set<string>>();
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
    const readers = new Map<string, Set<string>>();
    for (const { name, value } of handedOn) {
      for (const source of this.sourcesOf(value)) {
        const [from = ''] = source;
        for (const field of this.fieldsAt(source)) added(this.#carried, name, field);
        added(readers, from, name);
      }
    }
    // What a name carries is carried on by all that is computed from it.
    const changed = new Set(this.#carried.keys());
    for (const name of changed) {
      changed.delete(name);
      for (const reader of readers.get(name) ?? []) {
        for (const field of this.carriedBy(name))
          if (added(this.#carried, reader, field)) changed.add(reader);
      }
    }
    for (const [carrier, fields] of this.#carried) {
      for (const field of fields) added(this.#carriers, rootOf(field), carrier);
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

  /** Every field that holds a person. */
  fields(): readonly string[] {
    return [...this.#fields.values()].flat();
  }

  /** The names and roles that were made from what is remembered under a name. */
  carriersOf(name: string): readonly string[] {
    return [...(this.#carriers.get(name) ?? [])];
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

/** Adds to a multimap; false where it stands already. */
function added(map: Map<string, Set<string>>, key: string, item: string): boolean {
  const items = map.get(key) ?? new Set();
  if (items.has(item)) return false;
  map.set(key, items.add(item));
  return true;
}

function invitations(definition: Definition): ActionDefinition[] {
  return everyState(definition.machine)
    .flatMap(actionsOf)
    .filter(({ type }) => type === 'invite');
}

/** Where persons stand in the data of a form, in whichever branch. */
function personPaths(form: JsonSchema): readonly (readonly string[])[] {
  return appliedSchemas(form)
    .filter(({ schema }) => schema['format'] === 'cpr')
    .map(({ path }) => path);
}
