import { isPeriod } from '#calendar';
import { type DelayDefinition, type ParameterDefinition } from '#journey';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';
import { expressionOf } from '../../catalogue/names-in-reach.js';
import { withSource } from './declared-terms.js';

/** How long to wait: the declared delays, and the parameters that are periods. */
export function delayTerms(spot: Spot): Term[] {
  const definition = spot.context?.definition;
  const delays = Object.entries(definition?.delays ?? {}).map(([name, delay]): Term => ({
    name,
    kind: 'delay',
    detail: wordsOf(delay),
    about: () =>
      [withSource(`**${name}**: ${wordsOf(delay)}`, delay.source), ...parametersOf(spot, delay)].join(
        '\n\n---\n\n',
      ),
    declared: () => keyPlace(definition?.sources.main, ['delays', name]),
  }));
  const periods = parameterTerms(spot).filter(({ name }) => isPeriodical(definition?.parameters[name]));
  return [...delays, ...periods.filter(({ name }) => !Object.hasOwn(definition?.delays ?? {}, name))];
}

/** The dated values of the law, by name. */
export function parameterTerms({ context }: Spot): Term[] {
  const definition = context?.definition;
  return Object.entries(definition?.parameters ?? {}).map(([name, parameter]) => ({
    name,
    kind: 'parameter',
    detail: `${parameter.title.en}: ${newestOf(parameter)}`,
    about: () => aboutParameter(name, parameter),
    declared: () => keyPlace(definition?.sources.parameters, [name]),
  }));
}

function aboutParameter(name: string, { title, unit, values }: ParameterDefinition): string {
  const days = values.map(({ from, until, value, source, confidence }) => {
    const amount = `${String(value)}${unit ? ` ${unit}` : ''}`;
    return `- from ${from}${until ? ` until ${until}` : ''}: ${amount}, ${source} (${confidence})`;
  });
  return [`**${name}**: ${title.en}`, title.da, days.join('\n')].join('\n\n');
}

function newestOf({ values, unit }: ParameterDefinition): string {
  return `${String(values.at(-1)?.value ?? 'no value')}${unit ? ` ${unit}` : ''}`;
}

function isPeriodical(parameter: ParameterDefinition | undefined): boolean {
  return parameter?.values.some(({ value }) => typeof value === 'string' && isPeriod(value)) ?? false;
}

/** The values of the law that a delay is computed from. */
function parametersOf(spot: Spot, delay: DelayDefinition): string[] {
  const known = spot.context?.definition.parameters ?? {};
  return [...wordsOf(delay).matchAll(/\bparameters\.(\w+)/g)].flatMap(([, name = '']) => {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    return parameter ? [aboutParameter(name, parameter)] : [];
  });
}

function wordsOf({ until, from, for: period }: DelayDefinition): string {
  if (until) return `until ${expressionOf(until)}`;
  return from ? `from ${expressionOf(from)}` : `for ${expressionOf(period ?? '')}`;
}
