import { checkAuthority } from './check-authority.js';
import { checkDeaths } from './check-deaths.js';
import { checkDisclosed } from './check-disclosed.js';
import { checkSchema } from './check-schema.js';
import { checkTells } from './check-tells.js';
import { checkNames } from './check-names.js';
import { checkTitles } from './check-titles.js';
import { checkCompensation } from './check-compensation.js';
import { type ContractSource } from './contract-source.js';
import { type Operation, type ReportedEvent } from './operation.js';
import { checkEvent } from './check-event.js';
import { type AuthorityExtension } from './written-contract.js';

/** A contract with its short forms expanded. */
export interface ExpandedContract {
  readonly authority: AuthorityExtension;
  readonly operations: readonly Operation[];
  readonly events: readonly ReportedEvent[];
}

/** Lints a contract beyond its schema: names that must agree, members that depend on each other. */
export function checkContract(contract: ExpandedContract, source: ContractSource): void {
  const { operations, events } = contract;
  checkAuthority(contract, source);
  checkRepeated(operations, source);
  checkTitles(contract, source);
  for (const operation of operations) {
    checkCompensation(operation, operations, source);
    checkRefusals(operation, source);
    checkAccepts(operation, source);
    checkDisclosed(operation, source);
    checkSchema(operation.request, source);
    checkSchema(operation.answer, source);
    checkNames(operation.answer, source);
    const answer = { name: operation.operationId, of: 'answer', body: operation.answer } as const;
    checkTells({ ...operation, ...answer, about: operation.request }, source);
    checkDeaths(answer, source);
  }
  for (const event of events) {
    checkEvent(event, source);
    checkSchema(event.data, source);
    checkNames(event.data, source);
    const data = { name: event.event, of: 'data', body: event.data } as const;
    checkTells({ ...event, ...data, about: event.data }, source);
    checkDeaths(data, source);
  }
}

function checkRepeated(operations: readonly Operation[], source: ContractSource): void {
  const ids = new Set<string>();
  const paths = new Set<string>();
  for (const { operationId, path, at } of operations) {
    if (ids.has(operationId)) {
      source.fault({
        path: [...at, 'operationId'],
        code: 'repeated-operation',
        message: `Two services are called ${operationId}.`,
        remedy: 'Give one of them another name.',
      });
    }
    if (paths.has(path)) {
      source.fault({
        path: [...at, 'path'],
        code: 'repeated-path',
        message: `Another service than ${operationId} is asked at ${path} already.`,
        remedy: 'Give it a path of its own.',
      });
    }
    ids.add(operationId);
    paths.add(path);
  }
}

/** `skipped` is reserved for operations staff, who go on without an answer. */
function checkRefusals({ operationId, refusals = {}, at }: Operation, source: ContractSource): void {
  if (!Object.hasOwn(refusals, 'skipped')) return;
  source.fault({
    path: [...at, 'x-service', 'refusals', 'skipped'],
    key: true,
    code: 'reserved-refusal',
    message: `${operationId} refuses with skipped, which means that operations went on without an answer.`,
    remedy: 'Give the refusal another code.',
  });
}

/** A service that answers later accepts by itself; where the 202 is written out, the two must agree. */
function checkAccepts({ operationId, answers, accepts, at }: Operation, source: ContractSource): void {
  if (!accepts || answers === 'later') return;
  source.fault({
    path: [...at, 'responses', '202'],
    key: true,
    code: 'accepts-but-answers-now',
    message: `${operationId} has a 202 response, but says that it answers now.`,
    remedy: 'Write answers: later, or take the 202 out.',
  });
}
