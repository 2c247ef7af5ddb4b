import { roleOf } from '../role-of.js';
import { type Told } from './told.js';

/** Clearing: what was to be paid is paid once there is a receipt from the same authority, which says how much it was. Newest first. */
export function withReceipts(told: readonly Told[]): Told[] {
  const cleared = new Set<Told>();
  const receipts = new Map<Told, Told>();
  for (const receipt of [...told].reverse()) {
    if (!receipt.paid || receipt.amount !== undefined) continue;
    const owed = told.find(
      payment =>
        isOwed(payment) && isBefore(payment, receipt) && !cleared.has(payment) && isOfSame(payment, receipt),
    );
    if (owed?.amount === undefined) continue;
    cleared.add(owed);
    receipts.set(receipt, { ...receipt, amount: owed.amount });
  }
  return told.filter(one => !cleared.has(one)).map(one => receipts.get(one) ?? one);
}

function isOwed({ is, paid, every, to }: Told): boolean {
  return is === 'payment' && !paid && every === undefined && to === 'authority';
}

function isBefore(payment: Told, receipt: Told): boolean {
  return payment.entry < receipt.entry;
}

function isOfSame(payment: Told, receipt: Told): boolean {
  return roleOf(payment.source) === roleOf(receipt.source);
}
