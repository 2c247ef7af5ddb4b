import { type OpsDispatch } from '../../../api/src/ops/ops-documents.js';
import { type LedgerEntry } from '../../../authorities/src/ledger/ledger-entry.js';

/**
 * *Reconciliation*: whether the journey and the authorities tell the same. Each dispatch that was answered or refused stands exactly
 * once in its authority's ledger, any other at most once, and the ledgers have nothing else.
 *
 * @returns what does not agree, in words
 */
export function disagreements(dispatches: readonly OpsDispatch[], ledger: readonly LedgerEntry[]): string[] {
  const faults: string[] = [];
  for (const { id, service, status } of dispatches) {
    const entries = ledger.filter(entry => entry.key === id && entry.kind !== 'duplicate');
    const settled = status === 'answered' || status === 'refused';
    if (entries.length > 1 || (settled && entries.length === 0)) {
      faults.push(`${service} (${id}) is ${status} here and stands ${entries.length} times in the ledger`);
    }
  }
  for (const { key, service } of ledger) {
    if (!dispatches.some(({ id }) => id === key))
      faults.push(`the ledger has ${service} (${key}), the journey has not`);
  }
  return faults;
}
