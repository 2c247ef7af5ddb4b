import { DispatchStatus } from '#runtime';
import { same } from './finding.js';
import { type Audit, idOf } from './journey-case.js';

const OPEN: ReadonlySet<string> = new Set([
  DispatchStatus.pending,
  DispatchStatus.accepted,
  DispatchStatus.parked,
]);

/** The dispatches that the journal gives are stored, and ended as the journal says: one that has no row is never done. */
export const auditStored: Audit = of => {
  const asked = of.replayed.dispatches.map(dispatch => {
    const { service, step, input, status } = dispatch;
    return { id: idOf(of, dispatch), service, step, input, status };
  });
  const stored = of.dispatches.map(({ id, service, step, input, status }) => {
    return { id, service, step, input, status: OPEN.has(status) ? 'open' : status };
  });
  return same('stored', 'dispatches', asked, stored);
};
