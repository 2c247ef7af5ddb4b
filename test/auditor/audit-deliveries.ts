import { DELIVERY, type DispatchRecord, dispatchId, isOpen } from '#runtime';
import { type StoredMessage } from './accounts.js';
import { type Claim, none, same } from './finding.js';
import { type Audit, type JourneyCase, decided } from './journey-case.js';

/** What a message is while its delivery is so. */
const STATUS = { answered: 'delivered', refused: 'returned', stopped: 'returned' } as const;

/**
 * Everything that the journal gives to be written is kept for its reader, and has one delivery, which has one effect; nobody is
 * written anything else. What becomes of the delivery is what the message says.
 */
export const auditDeliveries: Audit = of => {
  const { compiled, replayed, messages, deliveries, posted, record } = of;
  const told = replayed.messages.map(({ number, person }) => ({ number, person }));
  const kept = messages.map(({ number, person }) => ({ number, person }));
  const isSent = compiled.catalogue.service(DELIVERY) !== undefined;
  const sent = messages.filter(({ way }) => isSent && way !== 'mailbox');
  const expected = sent.map(({ number }) => dispatchId(record.id, -number)).sort();
  const strange = posted.filter(({ key }) => !expected.includes(key)).map(({ key }) => key);
  return [
    ...same('delivery', 'messages', sorted(told), sorted(kept)),
    ...same('delivery', 'deliveries', expected, deliveries.map(({ id }) => id).sort()),
    ...none('delivery', 'what was written to nobody', strange),
    ...deliveries.flatMap(delivery => auditDelivery(of, delivery)),
  ];
};

function auditDelivery(of: JourneyCase, { id, seq, status, disclosure, error }: DispatchRecord): Claim[] {
  const message = of.messages.find(({ number }) => number === -seq);
  const entries = decided(of.posted, id);
  const [entry] = entries;
  const claims = [
    ...same('delivery', `status of the message of ${status} ${id}`, statusOf(status), message?.status),
    ...same(
      'delivery',
      `recipient in the disclosure of ${id}`,
      message && (isLetter(of, disclosure) ? [] : [message.person]),
      disclosure?.persons,
    ),
  ];
  if (entries.length > 1)
    claims.push(...same('delivery', `how often ${id} was delivered`, 1, entries.length));
  if (of.moment !== 'still' && (status === 'pending' || status === 'parked')) {
    claims.push(...same('delivery', id, 'no work left', `${status} ${error?.message ?? ''}`));
  }
  if (!entry) return claims;
  const digests = new Set(of.posted.filter(({ key }) => key === id).map(({ digest }) => digest));
  const recipient = (entry.input as { readonly recipient?: string } | undefined)?.recipient;
  return [
    ...claims,
    ...same('delivery', `what came under ${id}`, 1, digests.size),
    ...same(
      'delivery',
      `categories given with ${id}`,
      disclosure?.categories.toSorted(),
      [...new Set(entry.categories)].sort(),
    ),
    ...(recipient === undefined ? [] : same('delivery', `recipient of ${id}`, message?.person, recipient)),
  ];
}

/** A letter to a name and an address names nobody of a register; the ledger says whether it was one. */
function isLetter({ compiled }: JourneyCase, disclosure: DispatchRecord['disclosure']): boolean {
  const recipient = compiled.catalogue.service(DELIVERY)?.categories['recipient'];
  return disclosure !== undefined && recipient !== undefined && !disclosure.categories.includes(recipient);
}

function statusOf(status: DispatchRecord['status']): StoredMessage['status'] {
  return isOpen(status) ? 'sent' : STATUS[status as keyof typeof STATUS];
}

function sorted<T extends { readonly number: number }>(messages: readonly T[]): readonly T[] {
  return messages.toSorted((a, b) => a.number - b.number);
}
