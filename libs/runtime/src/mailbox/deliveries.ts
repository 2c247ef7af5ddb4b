import { receivedOn } from '#calendar';
import { type Outcome, type SettleRequest } from '../decide/settle.js';
import { unknownDispatch } from '../decide/refusal.js';
import { dispatchId } from '../dispatch-id.js';
import {
  type Alerts,
  type CalendarClock,
  type DeliverySettlement,
  type DispatchStore,
  type MessageStore,
} from '../ports.js';

export interface DeliveriesParts {
  readonly messages: MessageStore;
  readonly dispatches: DispatchStore;
  readonly alerts: Alerts;
  readonly calendar: CalendarClock;
}

/** What Digital Post answers. */
interface DeliveryAnswer {
  readonly channel: 'digital' | 'letter';
  readonly deliveredOn: string;
}

/**
 * Settles deliveries. What becomes of one changes its message and nothing else: the journey has long gone on, and never hears of it. Post
 * that comes back is seen by its recipient, in the mailbox, and told to ops.
 */
export class Deliveries {
  readonly #parts: DeliveriesParts;

  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
  }

  /**
   * @param number of the message
   * @throws RequestError `unknown-dispatch`
   */
  async settle(
    journey: string,
    number: number,
    { outcome }: SettleRequest,
  ): Promise<'settled' | 'duplicate'> {
    const { messages, dispatches, alerts, calendar } = this.#parts;
    const id = dispatchId(journey, -number);
    const settlement = { at: calendar.now(), ...settlementOf(outcome) };
    if (await messages.settle(journey, number, settlement)) {
      const { returned } = settlement;
      if (returned === undefined) return 'settled';
      const message = `message ${id} could not be delivered: ${returned}; its recipient sees so in their mailbox`;
      alerts.raise({ dispatch: id, code: 'message-returned', message });
      return 'settled';
    }
    if (await dispatches.find(id)) return 'duplicate';
    throw unknownDispatch(id);
  }
}

function settlementOf(outcome: Outcome): Omit<DeliverySettlement, 'at'> {
  switch (outcome.kind) {
    case 'answered': {
      const { channel, deliveredOn } = outcome.answer as unknown as DeliveryAnswer;
      const letter = channel === 'letter';
      const sent = { decided: deliveredOn, channel: letter ? 'letter' : 'digitalPost' } as const;
      return {
        dispatch: 'answered',
        message: 'delivered',
        way: sent.channel,
        receivedOn: receivedOn({ ...sent, recipient: 'citizen' }),
      };
    }
    case 'refused':
      return { dispatch: 'refused', message: 'returned', returned: outcome.refusal.code };
    case 'skipped':
      return { dispatch: 'stopped', message: 'returned', returned: 'skipped' };
  }
}
