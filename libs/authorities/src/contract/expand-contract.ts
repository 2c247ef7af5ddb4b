import { type SourcePath } from '#journey';
import { type Json, type JsonObject, valueAt } from '#schema';
import { type Body, type Operation, type ReportedEvent } from './operation.js';
import {
  type FullBody,
  type ShortBody,
  type WrittenCompensation,
  type WrittenContract,
  type WrittenOperation,
} from './written-contract.js';

/** The longest time that undoing takes, unless its contract says another. */
const UNDOING_TIME = 'P1D';

/** Every operation of a contract in order, each followed by the one that undoes it, then what all offer; short forms are written out. */
export function operationsOf(document: WrittenContract, shared: Json): readonly Operation[] {
  const own = Object.entries(document.paths).flatMap(([path, { post }]) => {
    const operation = expand(path, post, ['paths', path, 'post']);
    const { compensation } = post['x-service'];
    if (typeof compensation !== 'object') return [operation];
    return [operation, undoing(operation, compensation, shared)];
  });
  const common = (valueAt(shared, ['paths']) ?? {}) as unknown as WrittenContract['paths'];
  // What is wrong with one of them has no place in this document but its services as a whole.
  return [...own, ...Object.entries(common).map(([path, { post }]) => expand(path, post, ['paths']))];
}

/** Every event that an authority reports by itself; short forms are written out. */
export function eventsOf(document: WrittenContract): readonly ReportedEvent[] {
  return Object.entries(document.webhooks ?? {}).map(([event, { post }]) => {
    const at = ['webhooks', event, 'post'];
    const { 'x-tells': tells } = post;
    return {
      event,
      at,
      ...post['x-event'],
      ...(post.operationId !== undefined && { operationId: post.operationId }),
      ...(tells && { tells }),
      data: bodyOf(post['x-data'], [...at, 'x-data'], post.requestBody, [...at, 'requestBody']),
    };
  });
}

function expand(path: string, written: WrittenOperation, at: SourcePath): Operation {
  const { operationId, responses, 'x-service': service, 'x-tells': tells } = written;
  const { compensation, ...rest } = service;
  const answerAt = [...at, 'responses', '200'];
  return {
    ...rest,
    operationId,
    path,
    at,
    ...(compensation !== undefined && {
      compensation: typeof compensation === 'string' ? compensation : compensation.operationId,
    }),
    ...(tells && { tells }),
    request: bodyOf(written['x-request'], [...at, 'x-request'], written.requestBody, [...at, 'requestBody']),
    answer: bodyOf(written['x-answer'], [...at, 'x-answer'], responses?.['200'], answerAt),
    accepts: responses?.['202'] !== undefined,
  };
}

/** What undoes an operation: asked at once, on the same ground, with what is shared by all that undoes. */
function undoing(undone: Operation, written: WrittenCompensation, shared: Json): Operation {
  const at = [...undone.at, 'x-service', 'compensation'];
  const components = (kind: string, name: string): FullBody =>
    valueAt(shared, ['components', kind, name]) as unknown as FullBody;
  return {
    operationId: written.operationId,
    path: written.path ?? `${undone.path}/withdrawals`,
    at,
    name: written.name,
    ground: written.ground ?? undone.ground,
    answers: 'now',
    maximumTime: written.maximumTime ?? UNDOING_TIME,
    undoes: undone.operationId,
    ...(undone.task !== undefined && { task: undone.task }),
    request: bodyOf(undefined, at, components('requestBodies', 'Undo'), at),
    answer: bodyOf(undefined, at, components('responses', 'Undone'), at),
    accepts: false,
  };
}

/** The schema has let one of the two pass. */
function bodyOf(
  short: ShortBody | undefined,
  shortAt: SourcePath,
  full: FullBody | undefined,
  fullAt: SourcePath,
): Body {
  if (short) {
    const { required = [], properties, example } = short;
    const schema: JsonObject = { type: 'object', additionalProperties: false, required, properties };
    return { schema, example, schemaAt: shortAt, exampleAt: [...shortAt, 'example'] };
  }
  const { schema, example } = full!.content['application/json'];
  const at = [...fullAt, 'content', 'application/json'];
  return { schema, example, schemaAt: [...at, 'schema'], exampleAt: [...at, 'example'] };
}
