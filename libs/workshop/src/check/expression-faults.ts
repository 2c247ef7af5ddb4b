import { type ExpressionEnvironment, type FieldType, type Read, readsOf, type ValueType } from '#journey';
import { astOf } from './ast-parts.js';
import { didYouMean } from './did-you-mean.js';
import { type ExpressionUse, leadOf } from './expression-uses.js';
import { type Finding } from './finding.js';

/** What can be wrong with an expression, apart from its type not being the one asked for. */
export type ExpressionFaultCode =
  'expression-syntax' | 'unknown-name' | 'unknown-parameter' | 'unknown-field' | 'expression-type';

export interface LocatedFault extends Finding {
  readonly code: ExpressionFaultCode;
}

/** Compiles every expression; one that fails gives the first of its faults, names before types. */
export function expressionFaults(
  uses: readonly ExpressionUse[],
  environment: ExpressionEnvironment,
): LocatedFault[] {
  return uses.flatMap(use => {
    const compiled = environment.compile(use.text);
    if (compiled.ok) return [];
    const ast = astOf(use.text);
    const { message, start } = compiled.fault;
    const offset = leadOf(use.text) + start;
    if (!ast) {
      return [
        found(
          'expression-syntax',
          use,
          offset,
          message,
          () => 'Write it as CEL, such as = today > move.date.',
        ),
      ];
    }
    const wrong = unknownName(environment, use, readsOf(ast));
    if (wrong) return [wrong];
    return [
      found('expression-type', use, offset, message, () => 'Compare and add only what belongs together.'),
    ];
  });
}

function unknownName(
  { variables }: ExpressionEnvironment,
  use: ExpressionUse,
  reads: readonly Read[],
): LocatedFault | undefined {
  for (const { path, start } of reads) {
    const offset = leadOf(use.text) + start;
    let fields: Readonly<Record<string, FieldType>> = variables;
    for (const [depth, name] of path.entries()) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) return nameless(use, path, depth, offset, fields);
      const inside = fieldsOf(field.type);
      if (!inside) break;
      fields = inside;
    }
  }
  return undefined;
}

function fieldsOf(type: ValueType): Readonly<Record<string, FieldType>> | undefined {
  if (type.kind === 'object') return type.fields;
  if (type.kind === 'participant') {
    return {
      id: { type: { kind: 'string' }, optional: false },
      cpr: { type: { kind: 'person' }, optional: false },
    };
  }
  return undefined;
}

function nameless(
  use: ExpressionUse,
  path: readonly string[],
  depth: number,
  offset: number,
  fields: Readonly<Record<string, FieldType>>,
): LocatedFault {
  const name = path[depth] as string;
  const before = path.slice(0, depth).join('.');
  if (depth === 0) {
    const remedy = (): string =>
      didYouMean(name, Object.keys(fields), 'Remember it first, or declare it as a role.');
    return found('unknown-name', use, offset, `Nothing is called ${name}.`, remedy);
  }
  const at = offset + before.length + 1;
  if (before === 'parameters') {
    const remedy = (): string =>
      didYouMean(name, Object.keys(fields), 'Add it to parameters.yaml with its source.');
    return found('unknown-parameter', use, at, `There is no parameter ${name}.`, remedy);
  }
  const remedy = (): string => didYouMean(name, Object.keys(fields), `${before} has no such part.`);
  return found('unknown-field', use, at, `${before} has no field ${name}.`, remedy);
}

function found(
  code: ExpressionFaultCode,
  { place }: ExpressionUse,
  offset: number,
  message: string,
  /** Asked for only when it is told: the nearest name takes long to find among many. */
  remedy: () => string,
): LocatedFault {
  const sentence = message.endsWith('.') ? message : `${message}.`;
  return {
    code,
    place,
    offset,
    message: sentence.charAt(0).toUpperCase() + sentence.slice(1),
    get remedy() {
      return remedy();
    },
  };
}
