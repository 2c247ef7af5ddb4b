import { DispatchStatus } from '#runtime';
import { type DisclosureDocument } from './disclosure-document.js';

/** How far data have come on their way to whom they are given. */
export function stageOf(status: DispatchStatus): NonNullable<DisclosureDocument['stage']> {
  switch (status) {
    case DispatchStatus.pending:
    case DispatchStatus.parked:
      return 'underWay';
    case DispatchStatus.stopped:
      return 'unsure';
    default:
      return 'given';
  }
}
