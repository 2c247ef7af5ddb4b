import type { ServiceCatalogue, Words } from '#journey';
import { type Compensation, type DispatchRecord, DispatchStatus } from '../journey-record.js';

export interface CancellationPreview {
  /** In the order they will be carried out: last done, first undone. */
  readonly compensations: readonly Compensation[];
  /** What was done and stays done, with the reason to be told before confirming. */
  readonly irreversible: readonly { readonly service: string; readonly reason: Words }[];
}

/** Without an answer yet, it may have been done all the same; undoing what was never done is harmless by contract. */
const PERHAPS_DONE: ReadonlySet<string> = new Set([
  DispatchStatus.answered,
  DispatchStatus.late,
  DispatchStatus.pending,
  DispatchStatus.accepted,
  DispatchStatus.parked,
  DispatchStatus.stopped,
]);

/** What cancelling means for what was dispatched so far. */
export function previewCancellation(
  dispatches: readonly DispatchRecord[],
  catalogue: ServiceCatalogue,
): CancellationPreview {
  const compensations: Compensation[] = [];
  const irreversible: { service: string; reason: Words }[] = [];
  const lastFirst = [...dispatches].sort((a, b) => b.seq - a.seq);
  for (const { id, service, status } of lastFirst) {
    const contract = catalogue.service(service);
    if (!contract || !PERHAPS_DONE.has(status)) continue;
    if (contract.compensation !== undefined) {
      compensations.push({ undoes: id, service: contract.compensation });
    } else if (contract.irreversible && status === DispatchStatus.answered) {
      irreversible.push({ service, reason: contract.irreversible });
    }
  }
  return { compensations, irreversible };
}
