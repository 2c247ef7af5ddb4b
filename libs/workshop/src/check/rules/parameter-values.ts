import { isPeriod } from '#calendar';
import { describeType, parameterType, type ParameterValue, type Place, type ValueType } from '#journey';
import { type CheckContext } from '../check-context.js';
import { localValues } from '../local-values.js';
import { type Rule } from '../rule.js';

/** What was meant as a period: counts with units, or a beginning of one. */
const PERIOD_LIKE = /^[-+]?(p(t?\d+[ymwdhs]?)*|(\d+[ymwdhs])+)$/i;

export const parameterTypes: Rule = {
  code: 'parameter-types',
  title: 'all values of a parameter are of one type',
  severity: 'error',
  *find(context) {
    for (const { name, value, first, against, place } of parameterValues(context)) {
      const [type, expected] = [parameterType(value.value), parameterType(first.value)];
      if (kindOf(type) === kindOf(expected)) continue;
      yield {
        place,
        message: `${name} is ${describeType(type)} from ${value.from}, but ${describeType(expected)} ${against}.`,
        remedy: `Write ${describeType(expected)} here too.`,
      };
    }
  },
};

export const notAPeriod: Rule = {
  code: 'not-a-period',
  title: 'a value that looks like a period is one',
  severity: 'error',
  *find(context) {
    for (const { name, value, place } of parameterValues(context)) {
      const written = value.value;
      if (typeof written !== 'string' || isPeriod(written) || !PERIOD_LIKE.test(written)) continue;
      const [meant = '14D'] = /(\d+[ymwdhs])+$/i.exec(written) ?? [];
      yield {
        place,
        message: `${name} is ${written}, which is not a period.`,
        remedy: `Write it as ISO 8601 does, such as P${meant.toUpperCase()}.`,
      };
    }
  },
};

export const negativeParameter: Rule = {
  code: 'negative-parameter',
  title: 'no amount or number of the law is less than nothing',
  severity: 'error',
  *find(context) {
    for (const { name, value, place } of parameterValues(context)) {
      if (typeof value.value !== 'number' || value.value >= 0) continue;
      yield {
        place,
        message: `${name} is ${value.value}, which is less than nothing.`,
        remedy: 'Write the amount or number without its sign.',
      };
    }
  },
};

/** Every value of a parameter, the local ones after those of the whole country. */
function* parameterValues({ definition }: CheckContext): Generator<{
  readonly name: string;
  readonly value: ParameterValue;
  readonly first: ParameterValue;
  /** Where the first value stands, in words. */
  readonly against: string;
  readonly place: Place;
}> {
  const { parameters, sources } = definition;
  const source = sources.parameters;
  if (!source) return;
  for (const { name, value, place } of localValues(definition)) {
    const first = parameters[name]?.values[0];
    const against = 'in the whole country';
    if (first) yield { name, value, first, against, place: { ...place, path: [...place.path, 'value'] } };
  }
  for (const [name, { values }] of Object.entries(parameters)) {
    for (const [index, value] of values.entries()) {
      const place = { source, path: [name, 'values', index, 'value'] };
      yield { name, value, first: values[0] ?? value, against: 'before', place };
    }
  }
}

function kindOf({ kind }: ValueType): string {
  return kind === 'int' || kind === 'double' ? 'number' : kind;
}
