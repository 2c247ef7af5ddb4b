import { isPeriod } from '#calendar';
import {
  didYouMean,
  type ExpressionEnvironment,
  type FieldType,
  type Read,
  readsOf,
  type Source,
  type ValueType,
} from '#journey';
import { astOf } from './ast-parts.js';
import { type ExpressionUse, leadOf } from './expression-uses.js';
import { functionWords } from './expressions/function-words.js';
import { type FaultWords, syntaxWords } from './expressions/syntax-words.js';
import { type Finding } from './finding.js';

/** What can be wrong with an expression, apart from its type not being the one asked for. */
export type ExpressionFaultCode =
  'expression-syntax' | 'unknown-name' | 'unknown-parameter' | 'unknown-field' | 'expression-type';

export interface LocatedFault extends Finding {
  readonly code: ExpressionFaultCode;
}

/** A date, and what is added to it or taken from it and is no period. */
const NO_PERIOD = /no such overload: (?:date|timestamp) [-+] (int|double|string)$/i;

/** Compiles every expression; one that fails gives the first of its faults, names before types. */
export function expressionFaults(uses: readonly ExpressionUse[], parameters?: Source): LocatedFault[] {
  return uses.flatMap(use => {
    const { environment } = use;
    const compiled = environment.compile(use.text);
    if (compiled.ok) return [];
    const ast = astOf(use.text);
    const { message, start } = compiled.fault;
    const offset = leadOf(use.text) + start;
    if (!ast) {
      const words = syntaxWords(use.text.slice(leadOf(use.text)), message, start);
      return [found('expression-syntax', use, offset, words.message, () => words.remedy)];
    }
    const wrong = unknownName(environment, use, readsOf(ast));
    if (wrong) return [wrong];
    const period = parameterThatIsNoPeriod(environment, message, readsOf(ast));
    if (period && parameters) return [noPeriod(period, parameters)];
    const words = functionWords(message) ?? operatorWords(message);
    const remedy = (): string => words?.remedy ?? 'Compare and add only what belongs together.';
    return [found('expression-type', use, offset, words?.message ?? message, remedy)];
  });
}

/** The parameter that stands where a date asks for a period and is none, when there is only one it can be. */
function parameterThatIsNoPeriod(
  { variables }: ExpressionEnvironment,
  message: string,
  reads: readonly Read[],
): string | undefined {
  const type = NO_PERIOD.exec(message)?.[1];
  const fields = variables['parameters'] && fieldsOf(variables['parameters'].type);
  const names = reads.flatMap(({ path: [first, name = ''] }) =>
    first === 'parameters' && type !== undefined && fields?.[name]?.type.kind === type ? [name] : [],
  );
  return names.length === 1 ? names[0] : undefined;
}

/** It is the value that is wrong, and not where it is read. */
function noPeriod(name: string, source: Source): LocatedFault {
  return {
    code: 'expression-type',
    place: { source, path: [name, 'values', 0, 'value'] },
    message: `${name} is added to a date or taken from one, and is no period.`,
    remedy: 'Write an ISO 8601 duration such as P14D.',
  };
}

/** What a date can be added to, in words. */
function operatorWords(message: string): FaultWords | undefined {
  if (!NO_PERIOD.test(message)) return undefined;
  return {
    message,
    remedy: "Only a period can be added to a date or taken from it: a parameter, or period('P14D').",
  };
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
      isPeriod(name)
        ? `Write period('${name}'); in a condition or delay make it a parameter.`
        : didYouMean(
            name,
            Object.keys(fields),
            `Remember it first, declare it as a role, or write '${name}' for a text.`,
          );
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
