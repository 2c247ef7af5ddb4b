import { type Language } from '#journey';
import { type Instant } from '#statechart';
import { dispatchId, parseDispatchId } from '../dispatch-id.js';
import { type DispatchStatus, isOpen, isOver } from '../journey-record.js';
import { type MessageRecord } from '../mailbox/message.js';
import {
  DEFAULT_SETTINGS,
  type DeliverySettlement,
  type MessageFilter,
  type MessageStore,
  type PageRequest,
} from '../ports.js';
import { newestFirst } from './newest-first.js';
import { type MemoryTables } from './memory-tables.js';

/** Mailboxes in memory, for scenarios and simulations. */
export class MemoryMessageStore implements MessageStore {
  readonly #tables: MemoryTables;

  constructor(tables: MemoryTables) {
    this.#tables = tables;
  }

  async find(journey: string, number: number, person: string): Promise<MessageRecord | undefined> {
    const message = this.#read(dispatchId(journey, -number));
    return message?.person === person ? message : undefined;
  }

  async pageOf(
    person: string,
    { journey, unread }: MessageFilter,
    { after, limit }: PageRequest,
  ): Promise<readonly MessageRecord[]> {
    const found = [...this.#tables.messages.keys()]
      .map(id => this.#read(id)!)
      .filter(
        message =>
          message.person === person &&
          (journey === undefined || message.journey === journey) &&
          (unread !== true || message.readAt === undefined),
      );
    const last = after && parseDispatchId(after.id);
    // Later ones have higher numbers, and their deliveries lower ones.
    const page = {
      limit,
      ...(after && last && { after: { at: after.at, id: dispatchId(last.journey, -last.seq) } }),
    };
    return newestFirst(found, row => ({ at: row.at, id: dispatchId(row.journey, row.number) }), page);
  }

  async markRead(journey: string, number: number, person: string, at: Instant): Promise<boolean> {
    const id = dispatchId(journey, -number);
    const message = this.#tables.messages.get(id);
    if (message?.person !== person) return false;
    this.#tables.messages.set(id, { readAt: at, ...message });
    return true;
  }

  async address(
    journey: string,
    number: number,
  ): Promise<(MessageRecord & { readonly language: Language }) | undefined> {
    const id = dispatchId(journey, -number);
    const message = this.#tables.messages.get(id);
    if (!message) return undefined;
    const { language } = this.#tables.settings.get(message.person) ?? DEFAULT_SETTINGS;
    this.#tables.messages.set(id, { language, labelled: this.#hasOthers(message), ...message });
    return { language, ...this.#read(id)! };
  }

  /** Whether the recipient takes part in other open journeys of the same kind. */
  #hasOthers({ journey, person }: Pick<MessageRecord, 'journey' | 'person'>): boolean {
    const { journeys, participants } = this.#tables;
    const definition = journeys.get(journey)?.definition;
    return [...journeys.values()].some(
      other =>
        other.id !== journey &&
        other.definition === definition &&
        !isOver(other) &&
        participants.get(other.id)?.some(one => one.person === person && !one.left),
    );
  }

  async settle(journey: string, number: number, settlement: DeliverySettlement): Promise<boolean> {
    const id = dispatchId(journey, -number);
    const delivery = this.#tables.dispatches.get(id);
    if (!delivery || !mayEnd(delivery.status, settlement.dispatch)) return false;
    const { at, dispatch, message, way, receivedOn, returned } = settlement;
    const { ringAt: _ringAt, ...ended } = delivery;
    this.#tables.dispatches.set(id, { ...ended, status: dispatch, settledAt: at });
    const { returned: _returned, ...before } = this.#tables.messages.get(id)!;
    this.#tables.messages.set(id, {
      ...before,
      status: message,
      ...(way !== undefined && { way }),
      ...(receivedOn !== undefined && { receivedOn }),
      ...(returned !== undefined && { returned }),
    });
    return true;
  }

  #read(id: string): MessageRecord | undefined {
    const message = this.#tables.messages.get(id);
    if (!message) return undefined;
    const record = this.#tables.journeys.get(message.journey);
    return structuredClone({
      ...message,
      ...(record && { definition: record.definition, hash: record.hash }),
    });
  }
}

function mayEnd(from: DispatchStatus, to: DeliverySettlement['dispatch']): boolean {
  if (isOpen(from)) return true;
  return to === 'stopped' ? false : from === 'stopped' || (from === 'answered' && to === 'refused');
}
