import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isObject, type JsonSchema, mapSubschemas } from '#schema';
import { type ApiDocument, type Operation, standalone } from '../e2e/api/operations.js';

/** Says whether answers are what our OpenAPI document promises: all that it names, and nothing that it does not. */
export class AnswerSchemas {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #document: ApiDocument;
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #problem: ValidateFunction;

  constructor(document: ApiDocument) {
    addFormats.default(this.#ajv);
    const schemas = Object.entries(document.components.schemas).map(
      ([name, schema]) => [name, closed(schema)] as const,
    );
    this.#document = {
      ...document,
      components: { schemas: Object.fromEntries(schemas) },
    };
    this.#problem = this.#compile({ $ref: '#/components/schemas/Problem' });
  }

  /** What is wrong with a problem document; undefined when nothing is. */
  faultInProblem(body: unknown): string | undefined {
    return this.#faultBy(this.#problem, body);
  }

  /** What is wrong with a body; undefined when nothing is, or nothing is promised. */
  faultIn(operation: Operation, status: number, body: unknown): string | undefined {
    const schema = operation.responses[String(status)]?.content?.['application/json']?.schema;
    if (schema === undefined) return undefined;
    const name = `${operation.name} ${status}`;
    const validate = this.#compiled.get(name) ?? this.#compile(schema);
    this.#compiled.set(name, validate);
    return this.#faultBy(validate, body);
  }

  #compile(schema: JsonSchema): ValidateFunction {
    return this.#ajv.compile(standalone(this.#document, schema) as object);
  }

  #faultBy(validate: ValidateFunction, body: unknown): string | undefined {
    return validate(body) ? undefined : this.#ajv.errorsText(validate.errors, { dataVar: '' });
  }
}

/** Objects whose members are named have no others: what is not documented is not sent. */
function closed(schema: JsonSchema): JsonSchema {
  if (!isObject(schema)) return schema;
  const inside = mapSubschemas(schema, (part, to) =>
    to === 'members' || to === 'items' ? closed(part) : part,
  );
  return isObject(schema['properties']) ? { additionalProperties: false, ...inside } : inside;
}
