import { isObject, type Json, type JsonObject, resolve } from '#schema';
import { type SourcePath } from '#journey';

/** The file of what all contracts have in common, as a contract refers to it. */
const SHARED = '../shared.yaml';

/** A `$ref` that is dangling, external or circular. */
export class ReferenceFault extends Error {
  constructor(
    readonly path: SourcePath,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/**
 * Dereferences a document: every `$ref` is replaced by its target.
 * Keywords beside a `$ref` win over what it points to.
 *
 * @param shared what `../shared.yaml` holds
 * @throws ReferenceFault for a reference that is neither local (`#/…`) nor to what is shared, is not there, or is circular
 */
export function inlineReferences(document: Json, shared: Json): Json {
  return inline(document, { root: document, path: [], within: [] });

  function inline(value: Json, at: Position): Json {
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((item, index) =>
        inline(item, { ...at, path: [...at.path, index] }),
      );
    }
    if (!isObject(value)) return value;
    const reference = value['$ref'];
    if (typeof reference !== 'string') return inlineEach(value, at);
    const { root, fragment } = targetOf(reference, at);
    const target = `${root === shared ? SHARED : ''}${fragment}`;
    if (at.within.includes(target)) {
      throw new ReferenceFault(at.path, `${reference} leads back to itself.`, 'Write it out in full.');
    }
    const found = resolve(root, fragment);
    if (found === undefined) {
      const file = root === shared ? SHARED : 'this file';
      throw new ReferenceFault(at.path, `${reference} is not in ${file}.`, 'Add it there, or write it out.');
    }
    const { $ref: _, ...beside } = value;
    const inlined = inline(found, { root, path: at.path, within: [...at.within, target] });
    return isObject(inlined) ? { ...inlined, ...inlineEach(beside, at) } : inlined;
  }

  function inlineEach(value: JsonObject, at: Position): JsonObject {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        inline(item ?? null, { ...at, path: [...at.path, key] }),
      ]),
    );
  }

  function targetOf(reference: string, { root, path }: Position): { root: Json; fragment: string } {
    if (reference.startsWith('#/')) return { root, fragment: reference };
    if (reference.startsWith(`${SHARED}#/`))
      return { root: shared, fragment: reference.slice(SHARED.length) };
    throw new ReferenceFault(
      path,
      `${reference} leaves the file.`,
      `Refer to this file (#/…) or to ${SHARED}#/…, or write it out.`,
    );
  }
}

/** Where the walk is: in which file, at which path of the document, and within which references. */
interface Position {
  readonly root: Json;
  readonly path: SourcePath;
  readonly within: readonly string[];
}
