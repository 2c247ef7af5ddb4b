import { type ASTNode } from '@marcbachmann/cel-js';
import { type Json, type JsonSchema } from '#schema';
import { type Expression } from '../expression/expression.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { pathOf } from '../expression/has-path.js';
import { type Scope } from '../expression/scope.js';
import { type ValueType } from '../expression/value-type.js';

/** JSON Schema that the data of a form fits exactly when a condition holds, as a journey stands. */
export type AskedWhen = (scope: Scope) => JsonSchema;

/** A part of a condition that no JSON Schema says: characters from the start of the expression. */
export class UndecidableError extends Error {
  override readonly name = 'UndecidableError';
  constructor(readonly start: number) {
    super('a form cannot tell by itself whether this holds');
  }
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const LIMITS: Readonly<Record<string, readonly [number: string, moment: string]>> = {
  '<': ['exclusiveMaximum', 'formatExclusiveMaximum'],
  '<=': ['maximum', 'formatMaximum'],
  '>': ['exclusiveMinimum', 'formatExclusiveMinimum'],
  '>=': ['minimum', 'formatMinimum'],
};
const FORMATS: Readonly<Record<string, string>> = { date: 'date', timestamp: 'date-time' };
const COMPARED = ['string', 'int', 'double', 'bool', 'date', 'timestamp'];

/**
 * *Partial evaluation* of a condition on a form: what its own fields do not decide is computed as the journey stands, and
 * the rest becomes JSON Schema, so that every client shows a field when the server asks for it. A condition on a field
 * that is not there does not hold.
 */
export class OnlyIfCompiler {
  readonly #environment: ExpressionEnvironment;
  readonly #form: ValueType;

  /** @param environment of the journey, in which the fields of the form mean nothing */
  constructor(environment: ExpressionEnvironment, form: ValueType) {
    this.#environment = environment;
    this.#form = form;
  }

  /** @throws UndecidableError */
  compile({ ast, text }: Pick<Expression, 'ast' | 'text'>): AskedWhen {
    return this.#holds(ast, true, text);
  }

  #holds(node: ASTNode, wanted: boolean, text: string): AskedWhen {
    if (!this.#readsFields(node)) return this.#given(node, text, value => value === wanted);
    const held = (part: ASTNode, as = wanted): AskedWhen => this.#holds(part, as, text);
    switch (node.op) {
      case '&&':
      case '||':
        return combined(
          (node.op === '&&') === wanted,
          node.args.map(part => held(part)),
        );
      case '!_':
        return held(node.args, !wanted);
      case '?:': {
        const [condition, yes, no] = node.args;
        return combined(false, [
          combined(true, [held(condition, true), held(yes)]),
          combined(true, [held(condition, false), held(no)]),
        ]);
      }
      case 'id':
      case '.':
        return this.#compared(node, ['bool'], node, () => always({ const: wanted }));
      case 'call': {
        const [name, [asked]] = node.args;
        const path = name === '_is' && asked ? pathOf(asked) : undefined;
        if (!path) throw new UndecidableError(node.start);
        return always(wanted ? there(path, true) : { not: there(path, true) });
      }
      case '==':
      case '!=':
        return this.#equality(node.args, (node.op === '==') === wanted, text);
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.#order(node.args, wanted ? node.op : (OPPOSITE[node.op] as string), text);
      case 'in':
        return this.#membership(node.args, wanted, text);
      default:
        throw new UndecidableError(node.start);
    }
  }

  #equality(sides: readonly ASTNode[], equal: boolean, text: string): AskedWhen {
    const [field, other] = this.#sides(sides);
    const size = sizeOf(field);
    if (size) {
      const [from, to] = equal ? ['>=', '<='] : ['>', '<'];
      const bounds = [from, to].map(sign => this.#order([field, other], sign as string, text));
      return combined(equal, bounds);
    }
    return this.#compared(field, COMPARED, other, () =>
      this.#given(other, text, value => (equal ? { const: value } : { not: { const: value } })),
    );
  }

  #order(sides: readonly ASTNode[], sign: string, text: string): AskedWhen {
    const [field, other, turned] = this.#sides(sides);
    const limits = LIMITS[turned ? (TURNED[sign] as string) : sign] as readonly [string, string];
    const size = sizeOf(field);
    if (size) {
      return this.#compared(size, ['list', 'string'], other, kind =>
        this.#given(other, text, value =>
          sizeLimit(limits[0], Number(value), kind === 'list' ? 'Items' : 'Length'),
        ),
      );
    }
    return this.#compared(field, ['int', 'double', 'date', 'timestamp'], other, kind =>
      this.#given(other, text, value => {
        const format = FORMATS[kind];
        return format === undefined ? { [limits[0]]: value } : { format, [limits[1]]: value };
      }),
    );
  }

  #membership([one, list]: readonly ASTNode[], wanted: boolean, text: string): AskedWhen {
    if (!one || !list) throw new UndecidableError(0);
    const turn = (schema: JsonSchema): JsonSchema => (wanted ? schema : { not: schema });
    if (this.#readsFields(list)) {
      return this.#compared(list, ['list'], one, () =>
        this.#given(one, text, value => turn({ contains: { const: value } })),
      );
    }
    return this.#compared(one, COMPARED, list, () =>
      this.#given(list, text, value =>
        turn(Array.isArray(value) && value.length > 0 ? { enum: value } : false),
      ),
    );
  }

  /** A field of one of these kinds that is there and fits what is said of it. */
  #compared(
    field: ASTNode,
    kinds: readonly string[],
    other: ASTNode,
    fits: (kind: string) => AskedWhen,
  ): AskedWhen {
    const path = pathOf(field);
    const type = path && this.#typeAt(path);
    if (!type || !kinds.includes(type.kind)) throw new UndecidableError(field.start);
    if (other !== field && this.#readsFields(other)) throw new UndecidableError(other.start);
    const said = fits(type.kind);
    return scope => {
      const schema = said(scope);
      return schema === false ? false : there(path, schema);
    };
  }

  /** What reads a field first, then what it is held against, and whether that turns them round. */
  #sides([left, right]: readonly ASTNode[]): readonly [ASTNode, ASTNode, boolean] {
    if (!left || !right) throw new UndecidableError(0);
    return this.#readsFields(left) ? [left, right, false] : [right, left, true];
  }

  #given(node: ASTNode, text: string, schemaOf: (value: Json) => JsonSchema): AskedWhen {
    const expression = this.#environment.expression(text.slice(node.start, node.end));
    return scope => {
      const value = expression.known(scope);
      return value === undefined ? false : schemaOf(value);
    };
  }

  #readsFields(node: ASTNode): boolean {
    if (this.#form.kind !== 'object') return false;
    const path = pathOf(node);
    if (path) return Object.hasOwn(this.#form.fields, path[0] as string);
    return partsOf(node.args).some(part => this.#readsFields(part));
  }

  #typeAt(path: readonly string[]): ValueType | undefined {
    return path.reduce<ValueType | undefined>(
      (type, name) => (type?.kind === 'object' ? type.fields[name]?.type : undefined),
      this.#form,
    );
  }
}

function always(schema: JsonSchema): AskedWhen {
  return () => schema;
}

/** All of the conditions, or any of them; what is already decided is left out. */
function combined(all: boolean, parts: readonly AskedWhen[]): AskedWhen {
  return scope => {
    const schemas = parts.map(part => part(scope));
    if (schemas.includes(!all)) return !all;
    const open = schemas.filter(schema => schema !== all);
    if (open.length < 2) return open[0] ?? all;
    return all ? { allOf: open } : { anyOf: open };
  };
}

/** The member at a path is there and fits. */
function there(path: readonly string[], schema: JsonSchema): JsonSchema {
  return path.reduceRight<JsonSchema>(
    (inner, name) => ({ type: 'object', required: [name], properties: { [name]: inner } }),
    schema,
  );
}

function sizeLimit(limit: string, size: number, of: 'Items' | 'Length'): JsonSchema {
  switch (limit) {
    case 'minimum':
      return { [`min${of}`]: Math.max(size, 0) };
    case 'exclusiveMinimum':
      return { [`min${of}`]: Math.max(size + 1, 0) };
    case 'maximum':
      return size < 0 ? false : { [`max${of}`]: size };
    default:
      return size < 1 ? false : { [`max${of}`]: size - 1 };
  }
}

/** What `size(…)` or `….size()` counts. */
function sizeOf(node: ASTNode): ASTNode | undefined {
  if (node.op === 'call' && node.args[0] === 'size') return node.args[1][0];
  return node.op === 'rcall' && node.args[0] === 'size' ? node.args[1] : undefined;
}

function partsOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(partsOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}
