import { environmentOf, type ParameterDefinition, type ValueType } from '#journey';
import { type Json } from '#statechart';
import { type CheckContext } from '../check/check-context.js';
import { type ExpressionUse } from '../check/expression-uses.js';

/** One value of each type that a parameter may have, the likeliest first. */
const CANDIDATES: readonly Json[] = ['P14D', 100, '2025-01-01', true, 'text'];

/** The types that decide what an expression may be used for; any type where none is given. */
const WANTED: Partial<Record<ExpressionUse['purpose'], readonly ValueType['kind'][]>> = {
  condition: ['bool'],
  period: ['period'],
  point: ['date', 'timestamp'],
};

/** Type inference by trial: the first value with which every expression that reads the parameter is sound. */
export function exampleParameter(name: string, { definition, catalogue, uses }: CheckContext): Json {
  if (definition.retention?.for === name) return 'P1Y';
  const reads = (text: string): boolean => new RegExp(`\\bparameters\\.${name}\\b`).test(text);
  const mine = uses.filter(({ text }) => reads(text));
  const others = mine.flatMap(({ text }) =>
    [...text.matchAll(/\bparameters\.(\w+)/g)].map(([, other = '']) => other),
  );
  // What is not known either may have any type.
  const unknown = others.filter(other => !Object.hasOwn(definition.parameters, other));
  const open = Object.fromEntries(unknown.map(other => [other, parameterOf(...CANDIDATES)]));
  const found = CANDIDATES.find(candidate => {
    const parameters = { ...open, ...definition.parameters, [name]: parameterOf(candidate) };
    const environment = environmentOf({ ...definition, parameters }, catalogue);
    return mine.every(({ text, purpose }) => {
      const compiled = environment.compile(text);
      const kinds = WANTED[purpose];
      return compiled.ok && (!kinds || [...kinds, 'dyn'].includes(compiled.expression.type.kind));
    });
  });
  return found ?? CANDIDATES[0] ?? null;
}

function parameterOf(...values: readonly Json[]): ParameterDefinition {
  const of = { from: '2000-01-01', source: '', confidence: 'doubtful' } as const;
  return { follows: 'day', title: { da: '', en: '' }, values: values.map(value => ({ ...of, value })) };
}
