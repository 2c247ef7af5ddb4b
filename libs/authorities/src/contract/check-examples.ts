import { schemaFaults } from '#journey';
import { SchemaValidators } from '../schema-validators.js';
import { type ContractSource } from './contract-source.js';
import { type Body, type Operation, type ReportedEvent } from './operation.js';

/** Validates the examples of a contract against their schemas. Compiling them is too slow for each start of a process. */
export function checkExamples(
  operations: readonly Operation[],
  events: readonly ReportedEvent[],
  source: ContractSource,
): void {
  const validators = new SchemaValidators('wire', { verbose: true });
  for (const { operationId, request, answer } of operations) {
    check(request, `request of ${operationId}`);
    check(answer, `answer of ${operationId}`);
  }
  for (const { event, data } of events) check(data, `event ${event}`);

  function check({ schema, example, exampleAt }: Body, what: string): void {
    const faults = schemaFaults(source.yaml, validators.validateFunction(schema), {
      value: example,
      at: exampleAt,
      nameOf: path => (path.length > 0 ? path.join('.') : 'it'),
    });
    for (const fault of faults) {
      const message = `The example of the ${what} does not fit its schema: ${fault.message}`;
      source.diagnostics.push({ ...fault, code: 'example-does-not-fit', message });
    }
  }
}
