import { type Json } from '#statechart';
import { type Definition } from '../definition.js';
import { type Remembering } from './environment-of.js';
import { ExpressionEnvironment } from './expression-environment.js';
import { mergeTypes } from './merge-types.js';
import { namesIn } from './names-in.js';
import { compileTemplate } from './template.js';
import { DYN, typeKey, type ValueType } from './value-type.js';

/** So often is a value looked at again whose expressions fail, when a name that it reads takes on another type. */
const MOST_TRIES = 8;

/** A value that is computed when it is remembered, and the names that its expressions read. */
interface Computed {
  readonly remembering: Remembering;
  readonly read: ReadonlySet<string>;
  tries: number;
}

/**
 * Worklist over the remembered values that are computed from other facts, in the order in which the types of these become
 * known. What never compiles has any type.
 *
 * @param facts the types known so far, to which the others are added
 */
export function inferComputed(
  all: readonly Remembering[],
  facts: Record<string, ValueType>,
  { roles, parameters }: Definition,
): void {
  const computed = all.flatMap((remembering): Computed[] =>
    remembering.value === undefined ? [] : [{ remembering, read: namesIn(remembering.value), tries: 0 }],
  );
  const names = new Set(computed.map(({ remembering: { name } }) => name));
  const readers = new Map<string, Computed[]>();
  for (const each of computed) {
    for (const name of each.read) {
      const known = readers.get(name);
      if (known) known.push(each);
      else readers.set(name, [each]);
    }
  }
  const isKnown = (name: string): boolean => Object.hasOwn(facts, name) || !names.has(name);
  const left = new Set(computed);
  for (let round: Iterable<Computed> = computed; ;) {
    const ready = [...round].filter(
      each => left.has(each) && each.tries < MOST_TRIES && [...each.read].every(isKnown),
    );
    if (ready.length === 0) break;
    const read = [...new Set(ready.flatMap(each => [...each.read]))].filter(name =>
      Object.hasOwn(facts, name),
    );
    const known = Object.fromEntries(read.map(name => [name, facts[name] as ValueType]));
    const environment = new ExpressionEnvironment({ roles, facts: known, parameters });
    const changed = new Set<string>();
    for (const each of ready) {
      each.tries += 1;
      const { remembering } = each;
      const { type, faults } = compileTemplate(remembering.value as Json, environment);
      if (faults.length > 0) continue;
      left.delete(each);
      if (addFact(facts, remembering, type)) changed.add(remembering.name);
    }
    round = new Set([...changed].flatMap(name => readers.get(name) ?? []));
  }
  for (const { remembering } of left) addFact(facts, remembering, DYN);
}

/** Adds what a name may hold besides what is known of it. False when that was known already. */
export function addFact(
  facts: Record<string, ValueType>,
  { name, each }: Remembering,
  data: ValueType,
): boolean {
  const type: ValueType = each ? { kind: 'map', of: data } : data;
  const known = facts[name];
  if (known && typeKey(known) === typeKey(type)) return false;
  facts[name] = known ? mergeTypes(known, type) : type;
  return true;
}
