import { type Diagnostic, schemaFaults, type Telling, type Words } from '#journey';
import { type Json, type JsonObject, type JsonSchema, propertiesOf } from '#schema';
import { checkContract } from './check-contract.js';
import { checkExamples } from './check-examples.js';
import { type Contract, type RegisterEvent, type Service } from './contract.js';
import { contractValidator } from './contract-schema.js';
import { ContractSource } from './contract-source.js';
import { extentOf } from './extent-of.js';
import { eventsOf, operationsOf } from './expand-contract.js';
import { inlineReferences, ReferenceFault } from './inline-references.js';
import { openingHours } from './opening-hours.js';
import { type Body, type Operation, type ReportedEvent } from './operation.js';
import { type AuthorityExtension, type WrittenContract } from './written-contract.js';

/**
 * Refusal of a request whose compensation came first: the authority does nothing. Every service that can be undone has it, so
 * no document repeats it.
 */
const WITHDRAWN: Words = {
  da: 'Anmodningen var allerede trukket tilbage.',
  en: 'The request had already been withdrawn.',
};

/** What a contract is read with. */
export interface ReadingOptions {
  /** What `shared.yaml` holds. */
  readonly shared: Json;
  /** Whether examples are validated, for which every schema must be compiled: half a second for all contracts. */
  readonly examples: boolean;
}

/** What is wrong with a contract, and the contract itself when enough of it could be read. */
export interface ContractReading {
  readonly authority: string;
  readonly contract?: Contract;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and validates one contract document: YAML, then its schema, then the rules across its fields.
 *
 * @param file relative to the folder of contracts, `<tier>/<authority>.yaml`
 */
export function readContract(file: string, text: string, options: ReadingOptions): ContractReading {
  const source = new ContractSource(file, text);
  const contract = contractFrom(source, options);
  const { authority, diagnostics } = source;
  return { authority, diagnostics, ...(contract && { contract }) };
}

function contractFrom(source: ContractSource, { shared, examples }: ReadingOptions): Contract | undefined {
  if (source.diagnostics.length > 0) return undefined;
  const value = inlined(source, shared);
  if (value === undefined) return undefined;
  const nameOf = source.nameOf.bind(source);
  source.diagnostics.push(...schemaFaults(source.yaml, contractValidator('contract'), { value, nameOf }));
  if (source.diagnostics.length > 0) return undefined;
  // The shape was just checked, so the parts that are read from here on are there.
  const document = value as unknown as WrittenContract;
  const operations = operationsOf(document, shared);
  const events = eventsOf(document);
  const authority = document.info['x-authority'];
  checkContract({ authority, operations, events }, source);
  if (examples && source.diagnostics.length === 0) checkExamples(operations, events, source);
  return {
    authority: authorityOf(authority),
    services: operations.map(operation => serviceOf(authority, operation)),
    events: events.map(event => registerEventOf(authority, event)),
  };
}

function inlined(source: ContractSource, shared: Json): Json | undefined {
  try {
    return inlineReferences(source.yaml.value, shared);
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error;
    const { path, message, remedy } = error;
    source.fault({ path, code: 'unknown-reference', message, remedy });
    return undefined;
  }
}

function authorityOf({ hours, holds, ...told }: AuthorityExtension): Contract['authority'] {
  return {
    ...told,
    ...(hours && { hours: openingHours(hours) }),
    ...(holds && {
      holds: Object.fromEntries(
        Object.entries(holds).map(([data, held]) => [
          data,
          { ...held, service: `${told.id}.${held.service}` },
        ]),
      ),
    }),
  };
}

function serviceOf(authority: AuthorityExtension, operation: Operation): Service {
  const { id, tier } = authority;
  const { operationId, compensation, undoes, refusals, tells, request, answer, at, accepts, ...told } =
    operation;
  const undone = compensation !== undefined && compensation !== 'none';
  return {
    ...told,
    id: `${id}.${operationId}`,
    authority: id,
    heldBy: extentOf(authority),
    tier,
    input: request.schema,
    answer: withExample(answer),
    ...(tells && { tells }),
    decides: decides(tells),
    categories: categoriesOf(request.schema),
    refusals: { ...refusals, ...(undone && { withdrawn: WITHDRAWN }) },
    ...(undone && { compensation: `${id}.${compensation}` }),
    ...(undoes && { undoes: `${id}.${undoes}` }),
    example: { input: request.example, answer: answer.example },
  };
}

function registerEventOf(
  authority: AuthorityExtension,
  { event, name, data, tells, mandates }: ReportedEvent,
): RegisterEvent {
  const { id, tier } = authority;
  return {
    id: `${id}.${event}`,
    authority: id,
    heldBy: extentOf(authority),
    tier,
    name,
    data: withExample(data),
    example: data.example,
    ...(tells && { tells }),
    decides: decides(tells),
    ...(mandates && { mandates }),
  };
}

/** Whether one of them is a decision that can be appealed. */
function decides(tells: readonly Telling[] = []): boolean {
  return tells.some(({ is, noAppeal }) => is === 'decision' && noAppeal === undefined);
}

/** OpenAPI keeps the example beside the schema; readers of the schema alone find it under `examples`. */
function withExample({ schema, example }: Body): JsonSchema {
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
