import { type RegisterEvent, type Service } from './contract/contract.js';
import {
  type PersonNotation,
  type SchemaFault,
  type SchemaValidator,
  SchemaValidators,
} from './schema-validators.js';

/** Validators of requests, answers and events, compiled lazily from the contracts and cached. */
export class ContractValidators {
  readonly #schemas: SchemaValidators;
  readonly #compiled = new Map<string, SchemaValidator>();

  /** @param persons how persons stand in the bodies that are checked */
  constructor(persons: PersonNotation) {
    this.#schemas = new SchemaValidators(persons);
  }

  /** Validates a request against the service's contract. */
  request(service: Service, body: unknown): readonly SchemaFault[] {
    return this.#validator(`${service.id} request`, service.input)(body);
  }

  /** Validates an answer against the service's contract. */
  answer(service: Service, body: unknown): readonly SchemaFault[] {
    return this.#validator(`${service.id} answer`, service.answer)(body);
  }

  /** Validates the data of a register event against its contract. */
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
