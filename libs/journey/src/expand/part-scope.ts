import { type Json, type JsonObject } from '#statechart';
import { type Place } from '../definition.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { type SourcePath } from '../source.js';
import { mapEntries } from './map-entries.js';
import { below } from './origins.js';

/** Lexical scope: in a part its own conditions, delays and ids come before those of the part it is in, and these before the journey's. */
export interface PartScope {
  readonly prefix: string;
  /** The scope of the part in which this one is used. */
  readonly around?: PartScope;
  readonly conditions: JsonObject;
  readonly delays: JsonObject;
  readonly ids: ReadonlySet<string>;
  /** The parts that it is in, the outermost first. */
  readonly within: readonly string[];
}

/** Where the expander stands: the state's path, its place in the expanded tree, and where it was written. */
export interface At {
  readonly path: string;
  readonly at: SourcePath;
  readonly written: Place;
  readonly scope: PartScope;
}

/** One step further in, in the expanded tree and in what was written. */
export function inside(here: At, key: string | number): At {
  return { ...here, at: [...here.at, key], written: below(here.written, [key]) };
}

/** The full name of a condition or delay: a part's own begins with the path of the state that the part has become. */
export function fullName(name: string, kind: 'conditions' | 'delays', scope: PartScope): string {
  const { prefix = '' } = declaring(name, kind, scope) ?? {};
  return prefix === '' ? name : `${prefix}.${name}`;
}

/** The nearest scope that has a condition or delay of the name. */
export function declaring(
  name: string,
  kind: 'conditions' | 'delays',
  scope: PartScope,
): PartScope | undefined {
  if (Object.hasOwn(scope[kind], name)) return scope;
  return scope.around && declaring(name, kind, scope.around);
}

/** A target; an id of the part is told apart from the same id at another use. */
export function targetIn(target: string, { ids, prefix }: PartScope): string {
  const id = /^#([^.]+)/.exec(target)?.[1];
  return id !== undefined && ids.has(id) ? `#${prefix}.${target.slice(1)}` : target;
}

/** What a part is given: a target by id in it is one of where the part is used, and not one of the part. */
export function argumentsIn(given: Json, scope: PartScope): Json {
  if (typeof given === 'string') return targetIn(given, scope);
  if (Array.isArray(given)) return (given as readonly Json[]).map(item => argumentsIn(item, scope));
  return isRecord(given) ? mapEntries(given, (key, member) => [key, argumentsIn(member, scope)]) : given;
}

/** The ids that states give themselves. */
export function stateIds(state: Json): Set<string> {
  if (!isRecord(state)) return new Set();
  const inner = Object.values(recordOf(state['states'])).flatMap(child => [...stateIds(child ?? null)]);
  return new Set([...(typeof state['id'] === 'string' ? [state['id']] : []), ...inner]);
}
