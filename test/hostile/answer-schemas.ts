import { Ajv2020 } from 'ajv/dist/2020.js';
import { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type JsonSchema } from '#schema';
import { type ApiDocument, type Operation, standalone } from '../e2e/api/operations.js';

type Schema = Readonly<Record<string, unknown>>;

/** Says whether answers are what our OpenAPI document promises: all that it names, and nothing that it does not. */
export class AnswerSchemas {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #document: ApiDocument;
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #problem: ValidateFunction;

  constructor(document: ApiDocument) {
    addFormats.default(this.#ajv);
    const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
      name,
      closed(schema as Schema),
    ]);
    this.#document = {
      ...document,
      components: { schemas: Object.fromEntries(schemas) as Record<string, JsonSchema> },
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
function closed(schema: Schema): Schema {
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(isSchema(items) && { items: closed(items) }),
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          isSchema(property) ? closed(property) : property,
        ]),
      ),
      additionalProperties: additionalProperties ?? false,
    }),
  };
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
