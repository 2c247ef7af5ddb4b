import { type Finding } from './finding.js';
import { type CheckContext } from './check-context.js';

/**
 * Cause of an unknown service or event: the contract of its authority has faults, which are told by themselves. Undefined
 * when its contract has none.
 */
export function brokenContract(
  { catalogue }: CheckContext,
  id: string,
): Pick<Finding, 'message' | 'remedy'> | undefined {
  const [fault] = catalogue.broken?.get(id.split('.')[0] ?? '') ?? [];
  return (
    fault && {
      message: `${id} is unknown, for the contract ${fault.file} is broken.`,
      remedy: 'Mend the contract first: its faults are told with those of all contracts.',
    }
  );
}
