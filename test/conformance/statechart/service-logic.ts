import { type ActorLogic, type EventObject, type NonReducibleUnknown, type Snapshot } from 'xstate';

type ServiceEvent = EventObject & { readonly value?: unknown };
type ServiceSnapshot = Snapshot<unknown> & { readonly input: NonReducibleUnknown };

/** A live actor that is told from outside when to answer, and what. */
export const service: ActorLogic<ServiceSnapshot, ServiceEvent> = {
  getInitialSnapshot: (_, input) => ({ status: 'active', output: undefined, error: undefined, input }),
  transition(snapshot, { type, value }) {
    if (type === 'answer') return { ...snapshot, status: 'done', output: value, error: undefined };
    if (type === 'failure') return { ...snapshot, status: 'error', output: undefined, error: value };
    return snapshot;
  },
  getPersistedSnapshot: snapshot => snapshot,
};
