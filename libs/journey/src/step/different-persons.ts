import { personsIn } from '../compile/compile-actions.js';
import { LANGUAGES, type Words } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type FieldError } from '../form/form-validator.js';
import { isRecord } from '../read/cursor.js';
import { type JourneyContext, type PersonId } from '../journey-state.js';
import { everyState } from '../state-index.js';
import { type ActionDefinition } from '../state-definition.js';
import { type Json } from '#statechart';

/** A field of what a participant sends that says who comes into a role, at once or later. */
interface NamedField {
  readonly field: readonly string[];
  readonly role: string;
}

/**
 * Separation of duties: which roles must be held by different persons, and where participants say who they are. Asked when somebody
 * is named, for later nobody could answer the refusal.
 */
export class DifferentPersons {
  /** Each pair once. */
  readonly #pairs: readonly (readonly [role: string, other: string])[];
  /** By id of a participant's transition. */
  readonly #named: ReadonlyMap<string, readonly NamedField[]>;
  readonly #definition: Definition;

  constructor(definition: Definition) {
    this.#definition = definition;
    this.#pairs = differentRoles(definition);
    this.#named = this.#pairs.length > 0 ? namedFields(definition) : new Map();
  }

  get isAsked(): boolean {
    return this.#pairs.length > 0;
  }

  /** The fields that name somebody for a role who has, or gets by the same data, one that must be another's. */
  fieldErrors(transition: string, data: Json, context: JourneyContext, form: string): FieldError[] {
    const named = (this.#named.get(transition) ?? []).map(({ field, role }) => ({
      field,
      role,
      persons: personsAt(data, field),
    }));
    const holders = (role: string): readonly PersonId[] => {
      const coming = named.filter(each => each.role === role).flatMap(({ persons }) => persons);
      const replaced = coming.length > 0 && !this.#definition.roles[role]?.many;
      return replaced ? coming : [...personsIn(context, role), ...coming];
    };
    return named.flatMap(({ field, role, persons }) => {
      const other = this.#others(role).find(each => holders(each).some(person => persons.includes(person)));
      return other === undefined ? [] : [this.#error(`/${field.join('/')}`, role, other, form)];
    });
  }

  /** What a step has made of the roles that it found different; the person may have been computed, so that no field is known. */
  stepErrors(before: JourneyContext, after: JourneyContext): FieldError[] {
    const same = ([role, other]: readonly [string, string], { roles }: JourneyContext): boolean =>
      personsIn({ roles }, role).some(person => personsIn({ roles }, other).includes(person));
    return this.#pairs
      .filter(pair => same(pair, after) && !same(pair, before))
      .map(([role, other]) => this.#error('', role, other));
  }

  #others(role: string): string[] {
    return this.#pairs.flatMap(([one, other]) => (one === role ? other : other === role ? one : []));
  }

  #error(path: string, role: string, other: string, form?: string): FieldError {
    const words = Object.fromEntries(
      LANGUAGES.map(language => {
        const { forms, roles } = this.#definition.texts[language];
        const label = form && forms[form]?.fields[path.slice(1).replaceAll('/', '.')]?.label;
        const [one, another] = [roles[role] ?? role, roles[other] ?? other];
        const sentence =
          language === 'da'
            ? `Den samme person kan ikke være både »${one}« og »${another}«. Angiv en anden.`
            : `The same person cannot be both “${one}” and “${another}”. Name somebody else.`;
        return [language, label ? `${label}: ${sentence}` : sentence];
      }),
    ) as unknown as Words;
    return { path, code: 'same-person', message: words.en, words };
  }
}

/** Pairs of roles that must be held by different persons, each pair once. */
export function differentRoles({ roles }: Definition): [role: string, other: string][] {
  const pairs = new Map<string, [string, string]>();
  for (const [role, { differsFrom }] of Object.entries(roles)) {
    for (const other of differsFrom ?? []) pairs.set([role, other].sort().join(' '), [role, other]);
  }
  return [...pairs.values()];
}

/** The fact and the field that `= fact.field` names; undefined for any other expression. */
export function fieldNamed(
  expression: Json | undefined,
): readonly [fact: string, ...field: string[]] | undefined {
  const [, path] = /^=\s*([A-Za-z]\w*(?:\.[A-Za-z]\w*)+)\s*$/.exec(String(expression)) ?? [];
  return path?.split('.') as [string, ...string[]] | undefined;
}

function namedFields({ machine, roles }: Definition): Map<string, NamedField[]> {
  const states = everyState(machine);
  const transitions = states.flatMap(state => state.transitions);
  const actions = [
    ...states.flatMap(({ entry, exit }) => [...entry, ...exit]),
    ...transitions.flatMap(each => each.actions),
  ];
  const invited = actions.flatMap(({ type, params: { role, person } }) => {
    const [fact, ...field] = (type === 'invite' && fieldNamed(person)) || [];
    return fact !== undefined && Object.hasOwn(roles, String(role))
      ? [{ fact, field, role: String(role) }]
      : [];
  });
  return new Map(
    transitions.flatMap(({ id, trigger, actions: own }) => {
      const kept = trigger.kind === 'event' ? own.flatMap(dataKept) : [];
      const named = invited.filter(({ fact }) => kept.includes(fact));
      return named.length > 0 ? [[id, named]] : [];
    }),
  );
}

/** The name under which an action keeps the data at hand. */
function dataKept({ type, params: { as, value, each } }: ActionDefinition): string[] {
  return type === 'remember' && value === undefined && each !== true ? [String(as)] : [];
}

function personsAt(data: Json, field: readonly string[]): PersonId[] {
  const value = field.reduce<Json | undefined>((at, name) => (isRecord(at) ? at[name] : undefined), data);
  const persons = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return persons.filter(person => typeof person === 'string');
}
