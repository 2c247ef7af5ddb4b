import { type Json } from '#statechart';
import { parameterType } from './parameter-values.js';
import { type Expression, ExpressionError, type ExpressionFault } from './expression.js';
import { type ExpressionEnvironment } from './expression-environment.js';
import { type Scope } from './scope.js';
import { DYN, type FieldType, type ValueType } from './value-type.js';

/** Whether a text is an expression: it begins with `=`. */
export function isExpression(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trimStart().startsWith('=');
}

export interface TemplateFault extends ExpressionFault {
  /** Keys and indexes from the template's root to the expression at fault. */
  readonly path: readonly (string | number)[];
}

export interface TemplateExpression {
  readonly path: readonly (string | number)[];
  readonly expression: Expression;
}

/** JSON in which texts that begin with `=` are expressions, at any depth; the rest is taken literally. */
export interface Template {
  readonly type: ValueType;
  readonly faults: readonly TemplateFault[];
  readonly expressions: readonly TemplateExpression[];
  /** The JSON with every expression evaluated; a member whose value is absent is left out. */
  fill(scope: Scope): Json | undefined;
}

/** Compiles every expression of a template. Never throws; a template with faults must not be filled. */
export function compileTemplate(template: Json, environment: ExpressionEnvironment): Template {
  const faults: TemplateFault[] = [];
  const expressions: TemplateExpression[] = [];
  const { type, fill } = compilePart(template, [], environment, faults, expressions);
  return { type, faults, expressions, fill };
}

/** The value of a template; undefined when an expression reads what is not there yet. */
export function knownValue(template: Template, scope: Scope): Json | undefined {
  if (template.expressions.some(({ expression }) => expression.isUnknown(scope))) return undefined;
  try {
    return template.fill(scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return undefined;
  }
}

interface Part {
  readonly type: ValueType;
  /** May come out as nothing at all. */
  readonly optional?: boolean;
  fill(scope: Scope): Json | undefined;
}

function compilePart(
  part: Json,
  path: readonly (string | number)[],
  environment: ExpressionEnvironment,
  faults: TemplateFault[],
  expressions: TemplateExpression[],
): Part {
  if (isExpression(part)) {
    const compiled = environment.compile(part);
    if (!compiled.ok) {
      // The text as written has the `=` and perhaps a space before the expression itself.
      const lead = part.length - part.replace(/^\s*=\s*/, '').length;
      const { message, start, end } = compiled.fault;
      faults.push({ path, message, start: start + lead, end: end + lead });
      return { type: DYN, fill: () => null };
    }
    const { expression } = compiled;
    expressions.push({ path, expression });
    return { type: expression.type, optional: expression.optional, fill: scope => expression.json(scope) };
  }
  if (Array.isArray(part)) {
    const items = (part as readonly Json[]).map((item, index) =>
      compilePart(item, [...path, index], environment, faults, expressions),
    );
    return {
      type: { kind: 'list', of: items[0]?.type ?? DYN },
      fill: scope => items.map(item => item.fill(scope)).filter(value => value !== undefined),
    };
  }
  if (typeof part === 'object' && part !== null) {
    return compileMembers(part as Readonly<Record<string, Json>>, path, environment, faults, expressions);
  }
  return { type: literalType(part), fill: () => part };
}

function compileMembers(
  members: Readonly<Record<string, Json>>,
  path: readonly (string | number)[],
  environment: ExpressionEnvironment,
  faults: TemplateFault[],
  expressions: TemplateExpression[],
): Part {
  const parts = Object.entries(members).map(
    ([name, member]) =>
      [name, compilePart(member ?? null, [...path, name], environment, faults, expressions)] as const,
  );
  const fields = parts.map(([name, { type, optional = false }]): [string, FieldType] => [
    name,
    { type, optional },
  ]);
  return {
    type: { kind: 'object', fields: Object.fromEntries(fields) },
    fill(scope) {
      const filled: Record<string, Json> = {};
      for (const [name, part] of parts) {
        const value = part.fill(scope);
        if (value !== undefined) filled[name] = value;
      }
      return filled;
    },
  };
}

function literalType(value: Json): ValueType {
  const type = parameterType(value);
  return type.kind === 'string' && typeof value === 'string' ? { kind: 'string', oneOf: [value] } : type;
}
