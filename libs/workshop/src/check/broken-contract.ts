import { type Finding } from './finding.js';
import { type CheckContext } from './check-context.js';

/**
 * Cause of an unknown service or event: the contract of its authority cannot be read, and its faults are told by
 * themselves. Undefined when it could be read.
 */
export function brokenContract(
  { catalogue }: CheckContext,
  id: string,
): Pick<Finding, 'message' | 'remedy'> | undefined {
  const authority = id.split('.')[0] ?? '';
  const [fault] = catalogue.authority(authority) ? [] : (catalogue.broken?.get(authority) ?? []);
  return (
    fault && {
      message: `${id} is unknown, for the contract ${fault.file} is broken.`,
      remedy: 'Mend the contract first: its faults are told with those of all contracts.',
    }
  );
}
