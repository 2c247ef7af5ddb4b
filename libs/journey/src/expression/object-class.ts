/** A class whose instances give the fields of a JSON object as CEL values, each converted when first asked for. */
export type ObjectClass = new (raw: object) => WrappedObject;

const RAW = Symbol('raw');

/** An object inside an expression. */
export abstract class WrappedObject {
  readonly [RAW]: object;
  constructor(raw: object) {
    this[RAW] = raw;
  }
}

/** The JSON an expression's object came from. */
export function rawOf(wrapped: WrappedObject): object {
  return wrapped[RAW];
}

export type ValueReader = (json: unknown) => unknown;

/**
 * Makes the class of one object type. cel-js tells types apart by constructor, and reads a field as a property:
 * a field that is absent or null gives undefined, which is how CEL's `has` and `.?` know.
 */
export function objectClass(readers: Readonly<Record<string, ValueReader>>): ObjectClass {
  const made = class extends WrappedObject {};
  for (const [name, read] of Object.entries(readers)) {
    if (name in WrappedObject.prototype) continue;
    const kept = Symbol(name);
    Object.defineProperty(made.prototype, name, {
      enumerable: true,
      get(this: WrappedObject & Record<symbol, unknown>) {
        const known = this[kept];
        if (known !== undefined) return known;
        const json = (this[RAW] as Record<string, unknown>)[name];
        if (json === undefined || json === null) return undefined;
        return (this[kept] = read(json));
      },
    });
  }
  return made;
}
