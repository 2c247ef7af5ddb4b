import { isPeriod } from '#calendar';
import { type Definition, pathOf } from '#journey';
import { astOf } from '../ast-parts.js';

/**
 * *Constant propagation*: how long a delay may last, as ISO 8601 periods. A period that is a parameter has one for each
 * dated value from the day the version takes effect.
 *
 * @returns undefined when the delay ends on a day, is computed, or has no period yet
 */
export function delayPeriods(definition: Definition, delay: string): readonly string[] | undefined {
  if (isPeriod(delay)) return [delay];
  const declared = Object.hasOwn(definition.delays, delay) ? definition.delays[delay]?.for : undefined;
  const ast = declared === undefined ? undefined : astOf(declared);
  if (!ast) return undefined;
  const [first, name = '', ...rest] = pathOf(ast) ?? [];
  if (first === 'parameters' && rest.length === 0) return parameterPeriods(definition, name);
  if (ast.op !== 'call' || ast.args[0] !== 'period') return undefined;
  const written: unknown = ast.args[1][0]?.args;
  return typeof written === 'string' && isPeriod(written) ? [written] : undefined;
}

function parameterPeriods(
  { parameters, effective }: Definition,
  name: string,
): readonly string[] | undefined {
  const values = Object.hasOwn(parameters, name) ? (parameters[name]?.values ?? []) : [];
  const periods = values.flatMap(({ until, value }) =>
    (until === undefined || until >= effective) && typeof value === 'string' && isPeriod(value) ? value : [],
  );
  return periods.length > 0 ? periods : undefined;
}
