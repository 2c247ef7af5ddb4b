import { idempotencyKey } from '../../apps/api/src/http/precondition/idempotency-key.js';
import { type Operation } from '../e2e/api/operations.js';
import { type AcknowledgedRequest } from '../faults/storm/callers.js';
import { type Figures } from './figures.js';
import { type Knowledge } from './knowledge.js';
import { type Answer, jsonOf, type Shot } from './shot.js';
import { judge, type VerdictParts } from './verdict.js';
import { type Wire } from './wire.js';

/** By name of the operation. */
const READS_DOCUMENT = /^GET .*\/documents\//;

export interface HostileClientParts {
  readonly wire: Wire;
  readonly operations: readonly Operation[];
  readonly verdict: VerdictParts;
  readonly figures: Figures;
  readonly knowledge: Knowledge;
}

/** Sends requests, judges every answer, and learns from those that succeed. */
export class HostileClient {
  /** Requests of citizens that changed something. */
  readonly acknowledged: AcknowledgedRequest[] = [];
  readonly #patterns: readonly (readonly [RegExp, Operation])[];
  readonly #parts: HostileClientParts;

  constructor(parts: HostileClientParts) {
    this.#parts = parts;
    this.#patterns = parts.operations.map(operation => [patternOf(operation.path), operation]);
  }

  /**
   * @param again whether it was cut off before
   * @returns the answer, if there was one
   */
  async fire(shot: Shot, again = false): Promise<Answer | undefined> {
    const { wire, figures, knowledge, verdict } = this.#parts;
    const operation = this.#operationOf(shot);
    const where = operation?.name ?? `${shot.method} elsewhere`;
    verdict.canaries.note(shot);
    const outcome = await wire.send(shot);
    figures.count(shot, operation, outcome);
    switch (outcome.kind) {
      case 'not sendable':
        return undefined;
      case 'hung':
        figures.fault('is not answered', where, shot);
        return undefined;
      case 'cut':
        // Whoever sends too much, or what is no request, may be cut short.
        if (shot.intent !== 'valid') return undefined;
        // So is who reads a document while it is replaced: what stands in its place is whole.
        if (!again && operation && READS_DOCUMENT.test(operation.name)) return this.fire(shot, true);
        figures.fault(`is cut off, ${outcome.why}`, where, shot);
        return undefined;
      case 'answered': {
        const { answer } = outcome;
        for (const fault of judge(shot, answer, operation, verdict)) figures.fault(fault, where, shot);
        knowledge.learn(shot, operation?.name, answer);
        this.#acknowledge(shot, operation, answer);
        return answer;
      }
    }
  }

  #operationOf({ method, path }: Shot): Operation | undefined {
    const bare = path.split('?')[0]!;
    const asked = method === 'HEAD' ? 'GET' : method;
    return this.#patterns.find(
      ([pattern, operation]) => operation.method === asked && pattern.test(bare),
    )?.[1];
  }

  #acknowledge(
    { method, path, sender, body, headers }: Shot,
    operation: Operation | undefined,
    { status, text }: Answer,
  ): void {
    if (method !== 'POST' || sender.standing !== 'citizen' || status >= 300) return;
    // Other operations heed no such header, whatever stands in it.
    const isKeyed = operation?.parameters.some(({ name }) => name === 'Idempotency-Key') ?? false;
    const header = headers['idempotency-key'];
    const key = isKeyed && typeof header === 'string' ? idempotencyKey(header) : undefined;
    this.acknowledged.push({
      person: sender.id,
      method,
      path: decodeURIComponent(path.split('?')[0]!).replace(/\/$/, ''),
      body: jsonOf(body?.toString() ?? ''),
      status,
      answer: jsonOf(text),
      ...(key !== undefined && { key }),
    });
  }
}

/** As Express matches: letters of either case, and perhaps a slash at the end. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i');
}
