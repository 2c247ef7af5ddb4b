import { isPeriod } from '#calendar';
import { didYouMean, MUNICIPALITIES, parameterType, type Place } from '#journey';
import { type Json } from '#statechart';
import { type CheckContext } from '../check-context.js';
import { localValues } from '../local-values.js';
import { mayBeShorter } from '../periods/compare-periods.js';
import { type Rule } from '../rule.js';

const unknownMunicipality: Rule = {
  code: 'unknown-municipality',
  title: 'an overlay is named by the code of a municipality',
  severity: 'error',
  *find({ definition: { sources } }) {
    for (const [code, source] of Object.entries(sources.overlays)) {
      if (MUNICIPALITIES.has(code)) continue;
      yield {
        place: { source, path: [] },
        message: `No municipality has the code ${code}.`,
        remedy: didYouMean(
          code,
          MUNICIPALITIES.keys(),
          'Name the file by its code, such as overlays/0101.yaml.',
        ),
      };
    }
  },
};

const unusedOverlay: Rule = {
  code: 'unused-overlay',
  title: 'a journey with overlays says which municipality the citizen belongs to',
  severity: 'warning',
  *find({ definition: { sources, place } }) {
    for (const source of place === undefined ? Object.values(sources.overlays) : []) {
      yield {
        place: { source, path: ['parameters'] },
        key: true,
        message: 'These values are used nowhere, for the journey does not say where the citizen lives.',
        remedy: 'Add place to the version, such as place: = home.municipality.',
      };
    }
  },
};

const notLocal: Rule = {
  code: 'not-local',
  title: 'a municipality changes only what the law leaves to it',
  severity: 'error',
  *find({ definition }) {
    const { overlays, parameters, sources } = definition;
    const local = Object.keys(parameters).filter(name => parameters[name]?.local);
    for (const [code, overlay] of Object.entries(overlays)) {
      for (const name of Object.keys(overlay)) {
        const source = sources.overlays[code];
        if (!source || local.includes(name)) continue;
        const place = { source, path: ['parameters', name] };
        yield Object.hasOwn(parameters, name)
          ? {
              place,
              key: true,
              message: `${name} is not left to the municipalities: it is not marked local.`,
              remedy: 'Take it out here, or mark the parameter local, with bounds and the law that says so.',
            }
          : {
              place,
              key: true,
              message: `There is no parameter ${name}.`,
              remedy: didYouMean(name, local, 'Name a parameter that is marked local.'),
            };
      }
    }
  },
};

const outOfBounds: Rule = {
  code: 'out-of-bounds',
  title: 'values of a local parameter lie within its bounds',
  severity: 'error',
  *find(context) {
    for (const { name, value, place } of boundedValues(context)) {
      const { least, most } = context.definition.parameters[name]?.local ?? {};
      for (const [bound, isLeast] of [
        [least, true],
        [most, false],
      ] as const) {
        if (bound === undefined) continue;
        if (!isComparable(value, bound)) {
          yield {
            place,
            message: `${name} is ${String(value)}, which cannot be held against its bound ${String(bound)}.`,
            remedy: 'Write the value and its bounds alike: all numbers, all periods or all dates.',
          };
        } else if (isLeast ? isLess(value, bound) : isLess(bound, value)) {
          yield {
            place,
            message: `${name} is ${String(value)}, and ${isLeast ? 'the least' : 'the most'} that it may be is ${String(bound)}.`,
            remedy: 'Write a value within the bounds, or correct the bounds by the law that says them.',
          };
        }
      }
    }
  },
};

/** Every value of a parameter that has bounds, of the whole country and of each municipality. */
function* boundedValues({ definition }: CheckContext): Generator<{
  readonly name: string;
  readonly value: Json;
  readonly place: Place;
}> {
  const { parameters, sources } = definition;
  for (const [name, { local, values }] of Object.entries(parameters)) {
    for (const [index, { value }] of local && sources.parameters ? values.entries() : []) {
      yield {
        name,
        value,
        place: { source: sources.parameters!, path: [name, 'values', index, 'value'] },
      };
    }
  }
  for (const { name, value, place } of localValues(definition)) {
    yield { name, value: value.value, place: { ...place, path: [...place.path, 'value'] } };
  }
}

function isComparable(one: Json, other: Json): boolean {
  const [first, second] = [parameterType(one).kind, parameterType(other).kind];
  const isNumber = typeof one === 'number' && typeof other === 'number';
  return isNumber || (first === second && (first === 'period' || first === 'date'));
}

function isLess(one: Json, other: Json): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one < other;
  const [first, second] = [String(one), String(other)];
  return isPeriod(first) ? mayBeShorter(first, second) : first < second;
}

/** Where a journey is decides on its parameters, and so cannot follow from them. */
export const circularPlace: Rule = {
  code: 'circular-place',
  title: 'where a citizen lives does not follow from a parameter',
  severity: 'error',
  *find(context) {
    const { place } = context.definition;
    const at = place?.search(/\bparameters\b/) ?? -1;
    if (at < 0) return;
    yield {
      place: context.at('place'),
      offset: at,
      message: 'The place is read from a parameter, and parameters differ from place to place.',
      remedy: 'Read it from what a register has answered, such as = home.municipality.',
    };
  },
};

/** The rules about what municipalities do differently. */
export const OVERLAY_RULES: readonly Rule[] = [unknownMunicipality, unusedOverlay, notLocal, outOfBounds];
