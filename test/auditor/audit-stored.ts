import { isOpen } from '#runtime';
import { same } from './finding.js';
import { type Audit, idOf } from './journey-case.js';

/** The dispatches that the journal gives are stored, and ended as the journal says: one that has no row is never done. */
export const auditStored: Audit = of => {
  const asked = of.replayed.dispatches.map(dispatch => {
    const { service, state, undoes, input, status } = dispatch;
    return { id: idOf(of, dispatch), service, state, undoes, input, status };
  });
  const stored = of.dispatches.map(({ id, service, state, undoes, input, status }) => {
    return { id, service, state, undoes, input, status: isOpen(status) ? 'open' : status };
  });
  return same('stored', 'dispatches', asked, stored);
};
