import { type ASTNode, type Environment, type ParseResult } from '@marcbachmann/cel-js';
import { type Overlay, type ParameterDefinition, type RoleDefinition } from '../definition.js';
import { type JourneyContext } from '../journey-state.js';
import { languageEnvironment } from './cel-functions.js';
import { CelTypes } from './cel-types.js';
import { Expression, type ExpressionFault, summaryOf } from './expression.js';
import { pathOf } from './has-path.js';
import { asWritten, useOwnFunctions } from './own-functions.js';
import { parametersInForce, parametersType } from './parameter-values.js';
import { type Bindings, placeIn, type Scope, scopeClass } from './scope.js';
import { DYN, type FieldType, REFUSAL, STRING, type ValueType } from './value-type.js';

/** Names that mean something in every expression and may therefore be no role and no fact. */
export const RESERVED_NAMES = ['today', 'now', 'parameters', 'refusal', 'cel', 'optional'] as const;

export interface Variables {
  readonly roles: Readonly<Record<string, RoleDefinition>>;
  readonly facts: Readonly<Record<string, ValueType>>;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  /** Expression: the municipality whose overlay holds; until it is known, the values of the whole country do. */
  readonly place?: string;
  /** By code of the municipality. */
  readonly overlays?: Readonly<Record<string, Overlay>>;
  /** Of the form that an expression stands in. */
  readonly fields?: Readonly<Record<string, FieldType>>;
}

export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ExpressionFault };

let language: Environment | undefined;

/** Somebody in a role that may be taken with or without a CPR number. */
const EITHER: ValueType = {
  kind: 'object',
  fields: {
    id: { type: STRING, optional: false },
    cpr: { type: { kind: 'person' }, optional: true },
    name: { type: STRING, optional: true },
    address: { type: DYN, optional: true },
  },
};

/** Typed symbol table: every name that the expressions of a definition may use. Parses, type-checks and caches them. */
export class ExpressionEnvironment {
  readonly #environment: Environment;
  readonly #types: CelTypes;
  readonly #scopes: new (context: JourneyContext, bindings?: Bindings) => Scope;
  readonly #compiled = new Map<string, Compiled>();
  readonly #named: Variables;
  /** The type of every name: roles, facts, `parameters`, `today`, `now` and `refusal`. */
  readonly variables: Readonly<Record<string, FieldType>>;
  /** Those of a form, which come before roles and facts. */
  readonly fields: Readonly<Record<string, FieldType>>;

  constructor(named: Variables) {
    const { roles, facts, parameters, overlays = {}, fields = {} } = named;
    this.#named = named;
    this.fields = fields;
    language ??= languageEnvironment();
    this.#environment = language.clone();
    this.#types = new CelTypes(this.#environment);
    const variables: Record<string, FieldType> = {
      today: { type: { kind: 'date' }, optional: false },
      now: { type: { kind: 'timestamp' }, optional: false },
      parameters: { type: parametersType(parameters), optional: false },
      refusal: { type: REFUSAL, optional: true },
    };
    for (const [name, field] of Object.entries(fields)) variables[name] ??= field;
    for (const [name, role] of Object.entries(roles)) {
      const holder: ValueType = role.unregistered && name !== 'applicant' ? EITHER : { kind: 'participant' };
      variables[name] ??= {
        type: role.many ? { kind: 'list', of: holder } : holder,
        optional: !role.many && name !== 'applicant',
      };
    }
    for (const [name, type] of Object.entries(facts)) variables[name] ??= { type, optional: true };
    for (const [name, { type }] of Object.entries(variables)) this.#register(name, type);
    this.variables = variables;

    const readers = Object.entries(facts).map(
      ([name, type]) => [name, this.#types.reader(type, name)] as const,
    );
    const readParameters = this.#types.reader(parametersType(parameters), 'parameters');
    let last: { today: string; begun: string; place?: string | undefined; values: unknown } | undefined;
    const isLocal = Object.keys(overlays).length > 0;
    const readEither = this.#types.reader(EITHER, 'participant');
    this.#scopes = scopeClass(
      roles,
      readEither,
      Object.fromEntries(readers),
      this.#types.reader(REFUSAL, 'refusal'),
      (today, begun, scope) => {
        const code = isLocal ? this.placeOf(scope) : undefined;
        if (last?.today !== today || last.begun !== begun || last.place !== code) {
          const overlay = overlays[code ?? ''];
          const values = readParameters(parametersInForce(parameters, today, begun, overlay));
          last = { today, begun, place: code, values };
        }
        return last.values;
      },
    );
  }

  /** The same names, and before them the fields of a form. What they hold is never asked: they are for {@link compile}. */
  within(fields: Readonly<Record<string, FieldType>>): ExpressionEnvironment {
    return new ExpressionEnvironment({ ...this.#named, fields });
  }

  /** Parses and type-checks an expression, written with or without its leading `=`. Never throws. */
  compile(text: string): Compiled {
    const source = text.replace(/^\s*=/, '').trim();
    let result = this.#compiled.get(source);
    if (!result) {
      result = this.#compileNew(source);
      this.#compiled.set(source, result);
    }
    return result;
  }

  /** An expression of a definition that was checked. */
  expression(text: string): Expression {
    const compiled = this.compile(text);
    if (!compiled.ok) throw new Error(`${text} was not checked: ${compiled.fault.message}`);
    return compiled.expression;
  }

  /** The values an expression is evaluated with. */
  scope(context: JourneyContext, bindings?: Bindings): Scope {
    return new this.#scopes(context, bindings);
  }

  /**
   * The code of the municipality; undefined while what it is read from is not known.
   *
   * @param place the expression that says it, unless that is the journey's
   */
  placeOf(scope: Scope, place?: string): string | undefined {
    const told = place === undefined ? placeIn(scope) : undefined;
    const text = place ?? this.#named.place;
    if (told !== undefined || text === undefined) return told;
    const code = this.expression(text).known(scope);
    return typeof code === 'string' ? code : undefined;
  }

  #compileNew(source: string): Compiled {
    let parsed: ParseResult;
    try {
      parsed = this.#environment.parse(useOwnFunctions(source));
    } catch (error) {
      return { ok: false, fault: faultOf(error, source) };
    }
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, fault: faultOf(checked.error, source) };
    const optional = /^optional<(.+)>$/.exec(checked.type ?? '');
    const type = this.#pathType(parsed.ast) ?? this.#types.typeOf(optional?.[1] ?? checked.type ?? 'dyn');
    return { ok: true, expression: new Expression(source, type, optional !== null, parsed) };
  }

  /** The type of `a.b.c`, which knows more than CEL's: the words a text may be. */
  #pathType(ast: ASTNode): ValueType | undefined {
    const [first = '', ...rest] = pathOf(ast) ?? [];
    let type = this.variables[first]?.type;
    for (const name of rest) type = type?.kind === 'object' ? type.fields[name]?.type : undefined;
    return type;
  }

  #register(name: string, type: ValueType): void {
    const celType = this.#types.nameOf(type, name);
    try {
      this.#environment.registerVariable(name, celType);
    } catch {
      // CEL's own words (`in`, `for`, `int`) cannot be names; an expression that uses one says so by itself.
    }
  }
}

function faultOf(error: unknown, source: string): ExpressionFault {
  const range =
    typeof error === 'object' && error !== null && 'range' in error
      ? (error.range as { start: number; end: number } | undefined)
      : undefined;
  const message = asWritten(
    summaryOf(error)
      .replaceAll('google.protobuf.Timestamp', 'timestamp')
      .replaceAll(/object:([\w.[\]]+)(?:#\d+)?/g, 'object $1'),
  );
  return { message, start: range?.start ?? 0, end: range?.end ?? source.length };
}
