import { isObject, resolve } from '#schema';
import { type Json, type JsonObject } from '#statechart';

/** A `$ref` that is dangling, external or circular. */
export class ReferenceFault extends Error {
  constructor(
    readonly path: readonly (string | number)[],
    message: string,
  ) {
    super(message);
  }
}

/**
 * Dereferences a document: every `$ref` is replaced by its target.
 * Keywords beside a `$ref` win over what it points to.
 *
 * @throws ReferenceFault for a reference that is not local (`#/…`), is not there, or is circular
 */
export function inlineReferences(document: Json): Json {
  return inline(document, [], []);

  function inline(value: Json, path: readonly (string | number)[], within: readonly string[]): Json {
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((item, index) => inline(item, [...path, index], within));
    }
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    if (typeof reference !== 'string') return inlineEach(value, path, within);
    if (within.includes(reference)) {
      throw new ReferenceFault(path, `${reference} leads back to itself; a contract is written out in full`);
    }
    const beside = Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$ref'));
    const target = inline(find(reference, path), path, [...within, reference]);
    return isObject(target) ? { ...target, ...inlineEach(beside, path, within) } : target;
  }

  function inlineEach(
    value: JsonObject,
    path: readonly (string | number)[],
    within: readonly string[],
  ): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, inline(item ?? null, [...path, key], within)]),
    );
  }

  function find(reference: string, path: readonly (string | number)[]): Json {
    if (!reference.startsWith('#/')) {
      throw new ReferenceFault(path, `${reference} leaves the document; copy what it points to into it`);
    }
    const found = resolve(document, reference);
    if (found === undefined) throw new ReferenceFault(path, `${reference} is not in this document`);
    return found;
  }
}
