import { type Json } from '#statechart';
import { type Place } from '../definition.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { type Source } from '../source.js';
import { type ExpansionFault } from './expansion.js';
import { below } from './origins.js';
import { type Arguments, substitute } from './substitute.js';

/** The parts that a journey may use, by name: its own, and those that all journeys share. */
export type Parts = Readonly<Record<string, Source>>;

/** Finds a part, or says that there is none. */
export function partNamed(
  name: string,
  parts: Parts,
  place: Place,
): { readonly source: Source; readonly value: Record<string, Json> } | { readonly fault: ExpansionFault } {
  const source = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (source && isRecord(source.value)) return { source, value: source.value };
  const known = Object.keys(parts);
  return {
    fault: {
      code: 'unknown-part',
      place,
      message: `There is no part ${name}.`,
      remedy:
        known.length > 0
          ? `Write parts/${name}.yaml, or use one of ${known.join(', ')}.`
          : `Write parts/${name}.yaml in the journey, or in journeys/parts for all of them.`,
    },
  };
}

/** What a use gives that the part does not take, and what the part takes and is not given. */
export function argumentFaults(
  name: string,
  part: Readonly<Record<string, Json>>,
  given: Readonly<Record<string, Json>>,
  place: Place,
  bound: readonly string[] = [],
): ExpansionFault[] {
  const takes = Object.keys(recordOf(part['takes']));
  const missing = takes.filter(
    taken => given[taken] === undefined && !bound.includes(taken) && defaultOf(part, taken) === undefined,
  );
  const extra = Object.keys(given).filter(each => !takes.includes(each));
  return [
    ...missing.map(taken => ({
      code: 'part-argument' as const,
      place,
      message: `The part ${name} takes ${taken}, and is not given it here.`,
      remedy: `Add ${taken} under with.`,
    })),
    ...extra.map(each => ({
      code: 'part-argument' as const,
      place: below(place, ['with', each]),
      message: `The part ${name} takes no ${each}.`,
      remedy: takes.length > 0 ? `It takes ${takes.join(', ')}.` : 'It takes nothing.',
    })),
  ];
}

/** *Default arguments*: what a part is given, and its own defaults for what it is not. A default may name what is taken before it. */
export function withDefaults(part: Readonly<Record<string, Json>>, given: Arguments): Arguments {
  const all: Record<string, Json> = { ...given };
  for (const taken of Object.keys(recordOf(part['takes']))) {
    const value = defaultOf(part, taken);
    if (all[taken] === undefined && value !== undefined) all[taken] = substitute(value, all, () => undefined);
  }
  return all;
}

function defaultOf(part: Readonly<Record<string, Json>>, taken: string): Json | undefined {
  return recordOf(recordOf(part['takes'])[taken])['default'];
}

/** What a use and its part both say. */
export function overridden(
  part: string,
  machine: Readonly<Record<string, Json>>,
  own: Readonly<Record<string, Json>>,
  place: Place,
): ExpansionFault[] {
  const twice = Object.keys(own).filter(key => key !== 'states' && machine[key] !== undefined);
  const states = isRecord(machine['states']) ? machine['states'] : {};
  const statesTwice = Object.keys(isRecord(own['states']) ? own['states'] : {}).filter(key =>
    Object.hasOwn(states, key),
  );
  return [...twice.map(key => [key]), ...statesTwice.map(key => ['states', key])].map(path => ({
    code: 'part-overridden',
    place: below(place, path),
    message: `The part ${part} has ${path.join(' ')} of its own.`,
    remedy: `Take ${path.at(-1)} out here, or give the part an argument for it.`,
  }));
}

/** A circle of parts, or more uses of them than a journey can have. */
export function inItself(part: string, deep: number, uses: number, place: Place): ExpansionFault {
  return {
    code: 'part-in-itself',
    place,
    message: `The part ${part} is used within itself, more than ${deep} parts deep, or more than ${uses} times.`,
    remedy: 'Let a part use only parts that do not lead back to it.',
  };
}
