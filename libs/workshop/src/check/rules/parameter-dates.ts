import { addPeriod, isIsoDate } from '#calendar';
import { type ParameterValue } from '#journey';
import { type Finding } from '../finding.js';
import { localValues } from '../local-values.js';
import { type Rule } from '../rule.js';
import { type CheckContext } from '../check-context.js';

/** A value with the one before it. */
interface Neighbours {
  readonly before: ParameterValue | undefined;
  readonly value: ParameterValue;
  readonly last: boolean;
  readonly fault: (member: string, message: string, remedy: string) => Finding;
}

function* neighbours({ definition: { parameters, sources } }: CheckContext): Generator<Neighbours> {
  const source = sources.parameters;
  if (!source) return;
  for (const [name, { values }] of Object.entries(parameters)) {
    if (values.some(({ from, until }) => !isIsoDate(from) || (until !== undefined && !isIsoDate(until))))
      continue;
    for (const [index, value] of values.entries()) {
      yield {
        before: values[index - 1],
        value,
        last: index === values.length - 1,
        fault: (member, message, remedy) => ({
          place: { source, path: [name, 'values', index, member] },
          message: `${name}: ${message}`,
          remedy,
        }),
      };
    }
  }
}

/** The same of what municipalities set: on days without a value that of the whole country holds. */
function localNeighbours({ definition }: CheckContext): Neighbours[] {
  return localValues(definition).map(({ name, value, before, place }) => ({
    before,
    value,
    last: false,
    fault: (member, message, remedy) => ({
      place: { ...place, path: [...place.path, member] },
      message: `${name}: ${message}`,
      remedy,
    }),
  }));
}

export const parameterGap: Rule = {
  code: 'parameter-gap',
  title: 'a parameter has a value on every day from the day the journey takes effect',
  severity: 'error',
  *find(context) {
    const { effective } = context.definition;
    for (const { before, value, last, fault } of neighbours(context)) {
      if (!before && value.from > effective) {
        yield fault(
          'from',
          `the first value begins on ${value.from}, after the journey takes effect on ${effective}.`,
          'Add the value that was in force before.',
        );
      }
      if (before?.until !== undefined && addPeriod(before.until, 'P1D') < value.from) {
        yield fault(
          'from',
          `no value is in force after ${before.until} and before ${value.from}.`,
          'Close the gap.',
        );
      }
      if (last && value.until !== undefined) {
        yield fault(
          'until',
          `no value is in force after ${value.until}.`,
          'Add the value that follows, or leave until out.',
        );
      }
    }
  },
};

export const parameterOverlap: Rule = {
  code: 'parameter-overlap',
  title: 'a parameter has one value on any day, the oldest first',
  severity: 'error',
  *find(context) {
    for (const { before, value, fault } of [...neighbours(context), ...localNeighbours(context)]) {
      if (value.until !== undefined && value.until < value.from) {
        yield fault(
          'until',
          `the value ends on ${value.until}, before it begins.`,
          'Correct one of the dates.',
        );
      }
      if (!before) continue;
      if (before.until === undefined) {
        yield fault(
          'from',
          `the value from ${before.from} has no end, so that this one is never in force.`,
          `Give that one an until, the day before ${value.from}.`,
        );
      } else if (value.from <= before.until) {
        yield fault(
          'from',
          `two values are in force on ${value.from}.`,
          'Let each begin the day after the other ends.',
        );
      }
    }
  },
};
