import { DYN, type FieldType, typeKey, type ValueType } from './value-type.js';

/**
 * The type of what may be one or the other: fields that only one of two objects has become optional, and what
 * cannot be reconciled becomes `dyn`.
 */
export function mergeTypes(a: ValueType, b: ValueType): ValueType {
  if (typeKey(a) === typeKey(b)) return a;
  if (a.kind === 'object' && b.kind === 'object') return mergeObjects(a.fields, b.fields);
  if (a.kind === 'string' && b.kind === 'string') {
    return a.oneOf && b.oneOf
      ? { kind: 'string', oneOf: [...new Set([...a.oneOf, ...b.oneOf])] }
      : { kind: 'string' };
  }
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', of: mergeTypes(a.of, b.of) };
  if (a.kind === 'map' && b.kind === 'map') return { kind: 'map', of: mergeTypes(a.of, b.of) };
  const kinds = new Set([a.kind, b.kind]);
  if (kinds.has('int') && kinds.has('double')) return { kind: 'double' };
  return DYN;
}

function mergeObjects(
  a: Readonly<Record<string, FieldType>>,
  b: Readonly<Record<string, FieldType>>,
): ValueType {
  const fields: Record<string, FieldType> = {};
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [inA, inB] = [a[name], b[name]];
    if (inA && inB) {
      fields[name] = { type: mergeTypes(inA.type, inB.type), optional: inA.optional || inB.optional };
    } else {
      const only = (inA ?? inB) as FieldType;
      fields[name] = { type: only.type, optional: true };
    }
  }
  return { kind: 'object', fields };
}
