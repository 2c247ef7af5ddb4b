import { type ServiceCatalogue, type Words } from '../catalogue.js';

/** A dispatch that was, or may have been, carried out. */
export interface DoneDispatch {
  readonly seq: number;
  readonly service: string;
}

export interface Compensations {
  /** Services to ask, in this order: what was done last is undone first. */
  readonly undo: readonly { readonly undoes: number; readonly service: string }[];
  /** What stays done, with the reason to tell before a cancellation is confirmed. */
  readonly stays: readonly { readonly seq: number; readonly service: string; readonly reason: Words }[];
}

/** Saga compensations of done dispatches, by the catalogue. A service that only reads has none. */
export function compensationsOf(catalogue: ServiceCatalogue, done: readonly DoneDispatch[]): Compensations {
  const undo: { undoes: number; service: string }[] = [];
  const stays: { seq: number; service: string; reason: Words }[] = [];
  for (const { seq, service } of [...done].sort((a, b) => b.seq - a.seq)) {
    const contract = catalogue.service(service);
    if (contract?.compensation !== undefined) undo.push({ undoes: seq, service: contract.compensation });
    else if (contract?.irreversible) stays.push({ seq, service, reason: contract.irreversible });
  }
  return { undo, stays };
}
