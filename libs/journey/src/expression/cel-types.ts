import { type Environment } from '@marcbachmann/cel-js';
import { AttachedFile, CalendarDate, CalendarPeriod, Person, RoleHolder, ValueError } from './cel-values.js';
import { objectClass, type ObjectClass, type ValueReader } from './object-class.js';
import { DYN, typeKey, type ValueType } from './value-type.js';

const TIMESTAMP = 'google.protobuf.Timestamp';

/** Carries value types into a CEL environment and back, and JSON values in. */
export class CelTypes {
  readonly #nameByKey = new Map<string, string>();
  readonly #typeByName = new Map<string, ValueType>();
  readonly #classByName = new Map<string, ObjectClass>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The CEL name of a type; an object type is registered under `place`, where it is met first. */
  nameOf(type: ValueType, place: string): string {
    switch (type.kind) {
      case 'timestamp':
        return TIMESTAMP;
      case 'list':
        return `list<${this.nameOf(type.of, `${place}[]`)}>`;
      case 'map':
        return `map<string, ${this.nameOf(type.of, `${place}[]`)}>`;
      case 'object':
        return this.#objectName(type, place);
      default:
        return type.kind;
    }
  }

  /** The value type of a CEL type name. */
  typeOf(name: string): ValueType {
    const known = this.#typeByName.get(name);
    if (known) return known;
    const list = /^list<(.+)>$/.exec(name);
    if (list) return { kind: 'list', of: this.typeOf(list[1] as string) };
    const map = /^map<string, (.+)>$/.exec(name);
    if (map) return { kind: 'map', of: this.typeOf(map[1] as string) };
    switch (name) {
      case 'bool':
      case 'int':
      case 'double':
      case 'string':
      case 'date':
      case 'period':
      case 'person':
      case 'document':
      case 'participant':
        return { kind: name };
      case TIMESTAMP:
        return { kind: 'timestamp' };
      default:
        return DYN;
    }
  }

  /** What turns JSON of a type into the value CEL works on. */
  reader(type: ValueType, place: string): ValueReader {
    switch (type.kind) {
      case 'int':
        return wholeNumber;
      case 'double':
        return Number;
      case 'date':
        return json => CalendarDate.parse(String(json));
      case 'period':
        return json => CalendarPeriod.parse(String(json));
      case 'timestamp':
        return json => new Date(String(json));
      case 'document':
        return json => new AttachedFile(String(json));
      case 'person':
        return json => new Person(String(json));
      case 'participant':
        return json => new RoleHolder((json as { person: string }).person);
      case 'list': {
        const read = this.reader(type.of, `${place}[]`);
        return json => (json as unknown[]).map(read);
      }
      case 'map': {
        const read = this.reader(type.of, `${place}[]`);
        return json =>
          Object.fromEntries(Object.entries(json as object).map(([key, value]) => [key, read(value)]));
      }
      case 'object': {
        const made = this.#classByName.get(this.#objectName(type, place)) as ObjectClass;
        return json => new made(json as object);
      }
      default:
        return json => json;
    }
  }

  #objectName(type: ValueType & { kind: 'object' }, place: string): string {
    const key = typeKey(type);
    const known = this.#nameByKey.get(key);
    if (known) return known;
    let name = `object:${place}`;
    for (let number = 2; this.#typeByName.has(name); number++) name = `object:${place}#${number}`;
    this.#nameByKey.set(key, name);
    this.#typeByName.set(name, type);
    const fields: Record<string, string> = {};
    const readers: Record<string, ValueReader> = {};
    for (const [field, { type: fieldType }] of Object.entries(type.fields)) {
      fields[field] = this.nameOf(fieldType, `${place}.${field}`);
      readers[field] = this.reader(fieldType, `${place}.${field}`);
    }
    const made = objectClass(readers);
    this.#classByName.set(name, made);
    this.#environment.registerType(name, { ctor: made, fields });
    return name;
  }
}

function wholeNumber(json: unknown): bigint {
  if (!Number.isInteger(json)) throw new ValueError('a number is not whole');
  return BigInt(json as number);
}
