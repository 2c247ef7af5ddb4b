import { type RegisterEvent, type Service } from './contract.js';
import {
  type PersonNotation,
  type SchemaFault,
  type SchemaValidator,
  SchemaValidators,
} from './schema-validators.js';

/** Applies the contracts to bodies. Each schema is compiled when it is first needed, and kept. */
export class ContractValidators {
  readonly #schemas: SchemaValidators;
  readonly #compiled = new Map<string, SchemaValidator>();

  /** @param persons how persons stand in the bodies that are checked */
  constructor(persons: PersonNotation) {
    this.#schemas = new SchemaValidators(persons);
  }

  /** What in a request does not fit the service's contract. */
  request(service: Service, body: unknown): readonly SchemaFault[] {
    return this.#validator(`${service.id} request`, service.input)(body);
  }

  /** What in an answer does not fit the service's contract. */
  answer(service: Service, body: unknown): readonly SchemaFault[] {
    return this.#validator(`${service.id} answer`, service.answer)(body);
  }

  /** What in the data of a register event does not fit its contract. */
  data(event: RegisterEvent, body: unknown): readonly SchemaFault[] {
    return this.#validator(`${event.id} data`, event.data)(body);
  }

  #validator(key: string, schema: Service['input']): SchemaValidator {
    let validator = this.#compiled.get(key);
    if (!validator) {
      validator = this.#schemas.compile(schema);
      this.#compiled.set(key, validator);
    }
    return validator;
  }
}
