import { type ActorLogic, type EventObject, type NonReducibleUnknown, type Snapshot } from 'xstate';

type ServiceEvent = EventObject & { readonly value?: unknown };
export type ServiceSnapshot = Snapshot<unknown> & {
  readonly input: NonReducibleUnknown;
  readonly told: readonly unknown[];
};

/** A live actor that is told from outside when to answer, and what; it remembers what its machine sends to it. */
export const service: ActorLogic<ServiceSnapshot, ServiceEvent> = {
  getInitialSnapshot: (_, input) => ({
    status: 'active',
    output: undefined,
    error: undefined,
    input,
    told: [],
  }),
  transition(snapshot, { type, value }) {
    if (type === 'answer') return { ...snapshot, status: 'done', output: value, error: undefined };
    if (type === 'failure') return { ...snapshot, status: 'error', output: undefined, error: value };
    if (type === 'told') return { ...snapshot, told: [...snapshot.told, value] };
    return snapshot;
  },
  getPersistedSnapshot: snapshot => snapshot,
};
