import { type Words } from '#journey';
import { type JsonSchema, keysOf, propertiesOf } from '#schema';
import { type JsonObject } from '#statechart';
import { checkContract } from './check-contract.js';
import { type Contract, type RegisterEvent, type Service } from './contract.js';
import { ContractError } from './contract-error.js';
import { ContractSource } from './contract-source.js';
import { DOCUMENT_SCHEMA } from './document-schema.js';
import { inlineReferences, ReferenceFault } from './inline-references.js';
import { jsonBodyOf, type OpenApiDocument, type OperationDocument } from './openapi-document.js';
import { SchemaValidators } from './schema-validators.js';

/**
 * Refusal of a request whose compensation came first: the authority does nothing. Every service that can be undone has it, so
 * no document repeats it.
 */
const WITHDRAWN: Words = {
  da: 'Anmodningen var allerede trukket tilbage.',
  en: 'The request had already been withdrawn.',
};

const fitsDocument = new SchemaValidators('wire').compile(DOCUMENT_SCHEMA, 'named');

/**
 * Parses and validates one contract document: YAML, then its schema, then the rules across its fields.
 *
 * @param file relative to the folder of contracts, `<tier>/<authority>.yaml`
 * @throws ContractError with every fault and its place
 */
export function readContract(file: string, text: string): Contract {
  const source = new ContractSource(file, text);
  stopIfFaulty(source);
  const document = inlined(source);
  for (const { path, message } of fitsDocument(document)) source.fault(keysOf(path), message);
  stopIfFaulty(source);
  // The shape was just checked, so the parts that are read from here on are there.
  const openApi = document as unknown as OpenApiDocument;
  checkContract(openApi, source);
  stopIfFaulty(source);
  return contractOf(openApi);
}

function stopIfFaulty({ faults }: ContractSource): void {
  if (faults.length > 0) throw new ContractError(faults);
}

function inlined(source: ContractSource): unknown {
  try {
    return inlineReferences(source.value);
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error;
    source.fault(error.path, error.message);
    throw new ContractError(source.faults);
  }
}

function contractOf(document: OpenApiDocument): Contract {
  const { id, tier, name, unit, examplesAsOf, holds } = document.info['x-authority'];
  return {
    authority: {
      id,
      tier,
      name,
      examplesAsOf,
      ...(unit && { unit }),
      ...(holds && {
        holds: Object.fromEntries(
          Object.entries(holds).map(([data, held]) => [data, { ...held, service: `${id}.${held.service}` }]),
        ),
      }),
    },
    services: Object.entries(document.paths).map(([path, { post }]) => serviceOf(document, path, post)),
    events: Object.entries(document.webhooks ?? {}).map(([event, { post }]): RegisterEvent => {
      const { schema, example } = jsonBodyOf(post.requestBody);
      return {
        id: `${id}.${event}`,
        authority: id,
        tier,
        name: post['x-event'].name,
        data: withExample(schema, example),
        example,
      };
    }),
  };
}

function serviceOf(document: OpenApiDocument, path: string, operation: OperationDocument): Service {
  const { id, tier } = document.info['x-authority'];
  const { compensation, undoes, irreversible, effect, refusals, ...told } = operation['x-service'];
  const input = jsonBodyOf(operation.requestBody);
  const answer = jsonBodyOf(operation.responses['200']);
  return {
    id: `${id}.${operation.operationId}`,
    authority: id,
    tier,
    path,
    ...told,
    input: input.schema,
    answer: withExample(answer.schema, answer.example),
    categories: categoriesOf(input.schema),
    refusals: { ...refusals, ...(compensation && compensation !== 'none' && { withdrawn: WITHDRAWN }) },
    ...(compensation && compensation !== 'none' && { compensation: `${id}.${compensation}` }),
    ...(undoes && { undoes: `${id}.${undoes}` }),
    ...(effect && { effect }),
    ...(irreversible && { irreversible }),
    example: { input: input.example, answer: answer.example },
  };
}

/** OpenAPI keeps the example beside the schema; readers of the schema alone find it under `examples`. */
function withExample(schema: JsonObject, example: JsonObject): JsonSchema {
  return { ...schema, examples: [example] };
}

function categoriesOf(schema: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(propertiesOf(schema)).map(([property, { 'x-category': category }]) => [
      property,
      String(category),
    ]),
  );
}
