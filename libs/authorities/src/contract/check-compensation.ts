import { didYouMean } from '#journey';
import { propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Operation } from './operation.js';

/** Lints how a service is undone: by a service that says so, or not at all, for a reason that is told. */
export function checkCompensation(
  operation: Operation,
  operations: readonly Operation[],
  source: ContractSource,
): void {
  const { operationId, compensation, irreversible, effect, undoes } = operation;
  const at = [...operation.at, 'x-service'];
  if (undoes !== undefined) checkUndoes(operation, undoes, operations, source);
  else if (effect === 'none') {
    if (compensation === undefined && !irreversible) return;
    source.fault({
      path: [...at, 'effect'],
      code: 'undoing-of-nothing',
      message: `${operationId} only reads, so that there is nothing to undo.`,
      remedy: 'Take out compensation and irreversible, or effect: none.',
    });
  } else if (compensation === undefined) {
    source.fault({
      path: at,
      code: 'undoing-not-said',
      message: `The contract does not say how ${operationId} is undone.`,
      remedy: 'Add compensation, or compensation: none with the reason under irreversible, or effect: none.',
    });
  } else if (compensation === 'none') {
    if (irreversible) return;
    source.fault({
      path: [...at, 'compensation'],
      code: 'irreversible-without-reason',
      message: `${operationId} cannot be undone, but the citizen is not told why.`,
      remedy: 'Add irreversible with the reason in both languages.',
    });
  } else {
    const undoing = operations.find(other => other.operationId === compensation);
    if (undoing?.undoes === operationId) return;
    const others = operations.flatMap(other => (other.undoes === operationId ? [other.operationId] : []));
    source.fault({
      path: [...at, 'compensation'],
      code: 'unknown-compensation',
      message: undoing
        ? `${compensation} does not say that it undoes ${operationId}.`
        : `No service of this contract is called ${compensation}.`,
      remedy: undoing
        ? `Write undoes: ${operationId} there, or name another.`
        : didYouMean(compensation, others, 'Write the compensation out here, or add the service.'),
    });
  }
}

function checkUndoes(
  { operationId, at, request }: Operation,
  undoes: string,
  operations: readonly Operation[],
  source: ContractSource,
): void {
  const undone = operations.find(other => other.operationId === undoes);
  if (undone?.compensation !== operationId) {
    source.fault({
      path: [...at, 'x-service', 'undoes'],
      code: 'unknown-undone',
      message: undone
        ? `${undoes} does not name ${operationId} as its compensation.`
        : `${operationId} undoes ${undoes}, which is no service of this contract.`,
      remedy: undone ? `Write compensation: ${operationId} there.` : 'Name the service that it undoes.',
    });
  }
  if (Object.hasOwn(propertiesOf(request.schema), 'undoes')) return;
  source.fault({
    path: request.schemaAt,
    code: 'undoing-without-key',
    message: `${operationId} is not told which request it undoes.`,
    remedy: "Write requestBody: { $ref: '../shared.yaml#/components/requestBodies/Undo' }.",
  });
}
