import { type CompiledJourney, type Words } from '#journey';
import { type Compensation, type DispatchRecord, DispatchStatus } from '../journey-record.js';
import { roleOf } from '../role-of.js';
import { isDelivery } from '../mailbox/message-number.js';

export interface CancellationPreview {
  /** In the order they will be carried out: last done, first undone. */
  readonly compensations: readonly Compensation[];
  /** What was done and stays done, with the reason to be told before confirming. */
  readonly irreversible: readonly {
    readonly service: string;
    readonly reason: Words;
    readonly state: string;
  }[];
}

/** The part of a preview that somebody in these roles may see. */
export function visibleOf(
  { compensations, irreversible }: CancellationPreview,
  compiled: CompiledJourney,
  roles: readonly string[],
): CancellationPreview {
  const visible = ({ state }: { readonly state?: string }): boolean =>
    state !== undefined && compiled.isVisible(state, roles);
  return { compensations: compensations.filter(visible), irreversible: irreversible.filter(visible) };
}

/** Dry run of a cancellation: what can be undone of what was dispatched so far, and what cannot. */
export function previewCancellation(
  all: readonly DispatchRecord[],
  compiled: CompiledJourney,
): CancellationPreview {
  const dispatches = all.filter(dispatch => !isDelivery(dispatch));
  // Unless the authority has refused it, it may have been done; undoing what was never done is harmless by contract.
  const perhapsDone = dispatches.filter(({ status }) => status !== DispatchStatus.refused);
  const states = new Map(dispatches.map(({ seq, state }) => [seq, state!]));
  const elsewhere = new Map(
    dispatches.flatMap(({ seq, service, authority }) =>
      authority === roleOf(service) ? [] : [[seq, { authority }] as const],
    ),
  );
  const certainlyDone = dispatches.filter(
    ({ status }) => status === DispatchStatus.answered || status === DispatchStatus.late,
  );
  return {
    compensations: compiled.compensations(perhapsDone).undo.map(({ undoes, service }) => ({
      undoes,
      service,
      state: states.get(undoes)!,
      ...elsewhere.get(undoes),
    })),
    irreversible: compiled
      .compensations(certainlyDone)
      .stays.map(({ seq, service, reason }) => ({ service, reason, state: states.get(seq)! })),
  };
}
