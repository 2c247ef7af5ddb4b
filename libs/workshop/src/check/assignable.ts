import { describeType, type ValueType } from '#journey';

/** Why a value of one type may not stand where another is asked for; `path` leads to the part at fault. */
export interface Mismatch {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * Assignability of types: why a given type does not fit the one asked for. A person fits only where a person is asked for, so that a CPR
 * number cannot slip into a field that is not marked as one; dates, periods and timestamps also fit plain text.
 */
export function assignable(given: ValueType, asked: ValueType, path: readonly string[] = []): Mismatch[] {
  if (given.kind === 'dyn' || asked.kind === 'dyn') return [];
  if (given.kind === 'object' && asked.kind === 'object') return fieldsAssignable(given, asked, path);
  if (given.kind === 'list' && asked.kind === 'list') return assignable(given.of, asked.of, path);
  if (given.kind === 'map' && asked.kind === 'map') return assignable(given.of, asked.of, path);
  if (given.kind === 'object' && asked.kind === 'map') {
    return Object.entries(given.fields).flatMap(([name, field]) =>
      assignable(field.type, asked.of, [...path, name]),
    );
  }
  if (scalarFits(given, asked)) return [];
  return [{ path, message: `is ${describeType(given)}, but ${describeType(asked)} is asked for` }];
}

function fieldsAssignable(
  given: ValueType & { kind: 'object' },
  asked: ValueType & { kind: 'object' },
  path: readonly string[],
): Mismatch[] {
  const mismatches: Mismatch[] = [];
  for (const [name, field] of Object.entries(asked.fields)) {
    const found = given.fields[name];
    if (found) mismatches.push(...assignable(found.type, field.type, [...path, name]));
    if (!field.optional && (!found || found.optional)) {
      const message = found ? 'may be absent, but is required' : 'is missing, but is required';
      mismatches.push({ path: [...path, name], message });
    }
  }
  for (const name of Object.keys(given.fields)) {
    if (!asked.fields[name]) mismatches.push({ path: [...path, name], message: 'is not asked for' });
  }
  return mismatches;
}

function scalarFits(given: ValueType, asked: ValueType): boolean {
  if (given.kind === 'string' && asked.kind === 'string') {
    return !given.oneOf || !asked.oneOf || given.oneOf.every(word => asked.oneOf?.includes(word));
  }
  if (given.kind === asked.kind) return true;
  if (given.kind === 'int' && asked.kind === 'double') return true;
  if (given.kind === 'participant' && asked.kind === 'person') return true;
  return asked.kind === 'string' && !asked.oneOf && ['date', 'period', 'timestamp'].includes(given.kind);
}
