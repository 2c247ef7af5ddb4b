import { describeType, type ValueType } from '#journey';
import { assignable } from './assignable.js';

/** One way in which what is sent differs from what a contract asks for. */
export interface InputFault {
  readonly kind: 'missing' | 'extra' | 'type' | 'person' | 'document';
  readonly path: readonly string[];
  readonly message: string;
}

/** Compares a service's input with the type its contract asks for, part by part. */
export function inputFaults(given: ValueType, asked: ValueType, path: readonly string[] = []): InputFault[] {
  if (given.kind !== 'object' || asked.kind !== 'object') {
    const what = path.join('.') || 'The input';
    const person = isPerson(given) && asked.kind !== 'person' && asked.kind !== 'dyn';
    if (person) {
      const message = `${what} is a person, but the contract asks for ${describeType(asked)}, not a CPR number.`;
      return [{ kind: 'person', path, message }];
    }
    if (given.kind === 'document' && asked.kind !== 'document' && asked.kind !== 'dyn') {
      const message = `${what} is a document, but the contract asks for ${describeType(asked)}.`;
      return [{ kind: 'document', path, message }];
    }
    return assignable(given, asked, path).map(mismatch => ({
      kind: 'type',
      path: mismatch.path,
      message: `${mismatch.path.join('.') || 'The input'} ${mismatch.message}.`,
    }));
  }
  const faults: InputFault[] = [];
  for (const [name, field] of Object.entries(asked.fields)) {
    const own = given.fields[name];
    const at = [...path, name];
    if (own) faults.push(...inputFaults(own.type, field.type, at));
    if (field.optional || (own && !own.optional)) continue;
    const message = own
      ? `${at.join('.')} may be absent, but the contract requires it.`
      : `${at.join('.')} is required by the contract, but not given.`;
    faults.push({ kind: own ? 'type' : 'missing', path: at, message });
  }
  for (const name of Object.keys(given.fields)) {
    if (asked.fields[name]) continue;
    const at = [...path, name];
    faults.push({ kind: 'extra', path: at, message: `${at.join('.')} is not asked for by the contract.` });
  }
  return faults;
}

function isPerson(type: ValueType): boolean {
  return type.kind === 'person' || type.kind === 'participant';
}
