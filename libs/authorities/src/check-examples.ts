import { type JsonSchema } from '#schema';
import { type JsonObject } from '#statechart';
import { type Catalogue } from './catalogue.js';
import { SchemaValidators } from './schema-validators.js';

/** An example that does not fit its schema, or a schema that cannot be compiled. */
export interface ExampleFault {
  /** Id of the service or register event. */
  readonly id: string;
  readonly part: 'request' | 'answer' | 'data';
  readonly message: string;
}

/**
 * Validates every example of the catalogue against its schema. Compiling all schemas takes about a second, so it is part of
 * the tests and not of a start.
 */
export function checkExamples(catalogue: Catalogue): readonly ExampleFault[] {
  const validators = new SchemaValidators('wire');
  return [
    ...catalogue
      .services()
      .flatMap(({ id, input, answer, example }) => [
        ...check(id, 'request', input, example.input),
        ...check(id, 'answer', answer, example.answer),
      ]),
    ...catalogue.registerEvents().flatMap(({ id, data, example }) => check(id, 'data', data, example)),
  ];

  function check(
    id: string,
    part: ExampleFault['part'],
    schema: JsonSchema,
    example: JsonObject,
  ): readonly ExampleFault[] {
    try {
      return validators
        .compile(
          schema,
          'named',
        )(example)
        .map(({ path, message }) => ({ id, part, message: `${path} ${message}` }));
    } catch (error) {
      return [{ id, part, message: error instanceof Error ? error.message : String(error) }];
    }
  }
}
