import { basename, dirname } from 'node:path/posix';
import { everySchema, isObject, propertiesOf } from '#schema';
import { type JsonObject } from '#statechart';
import { checkSchema } from './check-schema.js';
import { type ContractSource } from './contract-source.js';
import { DATA_CATEGORIES } from './data-category.js';
import {
  jsonBodyOf,
  type JsonBody,
  type OpenApiDocument,
  type OperationDocument,
} from './openapi-document.js';

/** Lints a contract beyond its schema: names that must agree, members that depend on each other. */
export function checkContract(document: OpenApiDocument, source: ContractSource): void {
  checkIdentity(document, source);
  const operations = new Map<string, OperationDocument>();
  for (const [path, { post }] of Object.entries(document.paths)) {
    const place = ['paths', path, 'post'];
    if (operations.has(post.operationId)) {
      source.fault(
        [...place, 'operationId'],
        `${post.operationId} stands twice; give each operation its own name`,
      );
    }
    operations.set(post.operationId, post);
  }
  for (const [path, { post }] of Object.entries(document.paths)) {
    const place = ['paths', path, 'post'];
    checkCompensation(post, operations, source, place);
    checkRefusals(post, source, place);
    checkDisclosed(post, source, place);
    checkLater(post, source, place);
    checkBody(post.requestBody, source, [...place, 'requestBody']);
    checkBody(post.responses['200'], source, [...place, 'responses', '200']);
  }
  checkHeld(document, operations, source);
  for (const [event, { post }] of Object.entries(document.webhooks ?? {})) {
    const place = ['webhooks', event, 'post', 'requestBody'];
    checkBody(post.requestBody, source, place);
    const { schema } = jsonBodyOf(post.requestBody);
    if (
      ![...everySchema(schema)].some(({ schema: part }) => isObject(part) && part['x-correlates'] === true)
    ) {
      source.fault(place, `no journey hears of ${event}; mark a person in it with x-correlates: true`);
    }
  }
}

function checkIdentity(document: OpenApiDocument, source: ContractSource): void {
  const { id, tier } = document.info['x-authority'];
  const expected = `${id.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}.yaml`;
  const place = ['info', 'x-authority'];
  if (basename(source.file) !== expected) {
    source.fault(
      [...place, 'id'],
      `the document of ${id} is called ${expected}, not ${basename(source.file)}`,
    );
  }
  if (dirname(source.file) !== tier) {
    source.fault([...place, 'tier'], `a document of tier ${tier} belongs in the folder ${tier}`);
  }
}

function checkCompensation(
  operation: OperationDocument,
  operations: ReadonlyMap<string, OperationDocument>,
  source: ContractSource,
  place: readonly string[],
): void {
  const { compensation, irreversible, effect, undoes } = operation['x-service'];
  const at = [...place, 'x-service'];
  if (undoes !== undefined) {
    if (operations.get(undoes)?.['x-service'].compensation !== operation.operationId) {
      source.fault([...at, 'undoes'], `${undoes} does not name ${operation.operationId} as its compensation`);
    }
    if (!propertiesOf(jsonBodyOf(operation.requestBody).schema)['undoes']) {
      source.fault([...place, 'requestBody'], 'a compensation takes a field "undoes", the request it undoes');
    }
  } else if (effect === 'none') {
    if (compensation ?? irreversible) source.fault(at, 'what has no effect has nothing to compensate');
  } else if (compensation === undefined) {
    source.fault(
      at,
      'say how it is undone: compensation, or compensation: none and irreversible with the reason',
    );
  } else if (compensation === 'none') {
    if (!irreversible) source.fault(at, 'say to the citizen in "irreversible" why it cannot be undone');
  } else if (operations.get(compensation)?.['x-service'].undoes !== operation.operationId) {
    source.fault(
      [...at, 'compensation'],
      `${compensation} is no operation of this document that says undoes: ${operation.operationId}`,
    );
  }
}

/** `skipped` is reserved for ops, who go on without an answer. */
function checkRefusals(operation: OperationDocument, source: ContractSource, place: readonly string[]): void {
  const { refusals = {} } = operation['x-service'];
  if (!Object.hasOwn(refusals, 'skipped')) return;
  source.fault(
    [...place, 'x-service', 'refusals', 'skipped'],
    'skipped is what ops do; give it another code',
  );
}

function checkDisclosed(
  operation: OperationDocument,
  source: ContractSource,
  place: readonly string[],
): void {
  const at = [...place, 'requestBody', 'content', 'application/json', 'schema'];
  const { schema } = jsonBodyOf(operation.requestBody);
  if (schema['type'] !== 'object' || schema['additionalProperties'] !== false) {
    source.fault(
      at,
      'a request is an object with additionalProperties: false, so that nothing else is disclosed',
    );
  }
  for (const [property, field] of Object.entries(propertiesOf(schema))) {
    const category = field['x-category'];
    if (typeof category !== 'string' || !(category in DATA_CATEGORIES)) {
      const known = Object.keys(DATA_CATEGORIES).join(', ');
      source.fault([...at, 'properties', property], `${property} needs an x-category, one of ${known}`);
    }
  }
}

function checkLater(operation: OperationDocument, source: ContractSource, place: readonly string[]): void {
  const later = operation['x-service'].answers === 'later';
  if (later !== (operation.responses['202'] !== undefined)) {
    source.fault([...place, 'responses'], 'a service has a 202 response if and only if it answers later');
  }
}

function checkBody(body: JsonBody, source: ContractSource, place: readonly string[]): void {
  checkSchema(jsonBodyOf(body).schema, source, [...place, 'content', 'application/json', 'schema']);
}

function checkHeld(
  document: OpenApiDocument,
  operations: ReadonlyMap<string, OperationDocument>,
  source: ContractSource,
): void {
  for (const [data, { service }] of Object.entries(document.info['x-authority'].holds ?? {})) {
    const operation = operations.get(service);
    const answer: Readonly<Record<string, JsonObject>> = operation
      ? propertiesOf(jsonBodyOf(operation.responses['200']).schema)
      : {};
    if (!(data in answer)) {
      source.fault(
        ['info', 'x-authority', 'holds', data],
        `${data} is held here, but ${service} is no operation whose answer has a field of that name`,
      );
    }
  }
}
