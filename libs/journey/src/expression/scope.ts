import { dateAt } from '#calendar';
import { type Json } from '#statechart';
import { type RoleDefinition } from '../definition.js';
import { type JourneyContext, type Participant, type PersonId } from '../journey-state.js';
import { CalendarDate, RoleHolder } from './cel-values.js';
import { type ValueReader } from './object-class.js';

/** The values an expression may name, each converted from the journey's JSON when first asked for. */
export interface Scope {
  readonly [name: string]: unknown;
}

/** What is bound besides the context: facts about to be remembered, and the refusal at hand. */
export interface Bindings {
  readonly facts?: Readonly<Record<string, Json | undefined>>;
  readonly refusal?: Json;
}

interface ScopeState {
  readonly context: JourneyContext;
  readonly bindings: Bindings;
  readonly known: Map<string, unknown>;
}

const STATE = Symbol('state');

/** Makes the class whose instances are scopes over a journey's context, with these facts and parameters. */
export function scopeClass(
  roles: Readonly<Record<string, Pick<RoleDefinition, 'many' | 'unregistered'>>>,
  readEither: ValueReader,
  facts: Readonly<Record<string, ValueReader>>,
  readRefusal: ValueReader,
  parametersOn: (today: string, begun: string, scope: Scope) => unknown,
): new (context: JourneyContext, bindings?: Bindings) => Scope {
  class JourneyScope {
    readonly [STATE]: ScopeState;
    constructor(context: JourneyContext, bindings: Bindings = {}) {
      this[STATE] = { context, bindings, known: new Map() };
    }
  }
  const define = (name: string, compute: (state: ScopeState, scope: Scope) => unknown): void => {
    // A fact or role that takes a name of the language is a fault the check tells of; the language's meaning stays.
    if (Object.hasOwn(JourneyScope.prototype, name)) return;
    Object.defineProperty(JourneyScope.prototype, name, {
      enumerable: true,
      get(this: JourneyScope) {
        const state = this[STATE];
        let value = state.known.get(name);
        if (value === undefined) {
          value = compute(state, this as unknown as Scope);
          if (value !== undefined) state.known.set(name, value);
        }
        return value;
      },
    });
  };
  const today = ({ context }: ScopeState): string => dateAt(Date.parse(context.now));

  define('now', ({ context }) => new Date(context.now));
  define('today', state => new CalendarDate(today(state)));
  define('parameters', (state, scope) =>
    parametersOn(today(state), state.context.begun ?? today(state), scope),
  );
  define('refusal', ({ bindings }) => present(bindings.refusal, readRefusal));
  for (const [name, { many, unregistered }] of Object.entries(roles)) {
    const read = unregistered && name !== 'applicant' ? readEither : holder;
    define(name, ({ context }) => holders(context.roles[name], many, read));
  }
  for (const [name, read] of Object.entries(facts)) {
    define(name, ({ context, bindings }) => {
      const bound = bindings.facts;
      return present(bound && name in bound ? bound[name] : context.facts[name], read);
    });
  }
  return JourneyScope as unknown as new (context: JourneyContext, bindings?: Bindings) => Scope;
}

/** The municipality that the journey was told to be in, where it was. */
export function placeIn(scope: Scope): string | undefined {
  return (scope as unknown as { readonly [STATE]: ScopeState })[STATE].context.place;
}

function present(json: Json | undefined, read: ValueReader): unknown {
  return json === undefined || json === null ? undefined : read(json);
}

function holders(
  role: JourneyContext['roles'][string] | undefined,
  many: boolean,
  read: ValueReader,
): unknown {
  if (role === undefined) return many ? [] : undefined;
  return Array.isArray(role)
    ? (role as Participant[]).map(each => read(either(each)))
    : read(either(role as Participant));
}

/** Their CPR number stands for a person only if they have one. */
function either({ person, name, address }: Participant): object {
  return name === undefined ? { id: person, cpr: person } : { id: person, name, address };
}

function holder(value: unknown): RoleHolder {
  return new RoleHolder((value as { readonly id: PersonId }).id);
}
