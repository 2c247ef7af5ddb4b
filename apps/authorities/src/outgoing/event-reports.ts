import { randomUUID } from 'node:crypto';
import { type RegisterEvent } from '#authorities';
import { iso } from '#calendar';
import { type CalendarClock } from '#runtime';
import { type JsonObject } from '#statechart';
import { type Credentials } from './credentials.js';
import { type Delivery, type Outbox } from './outbox.js';

/** A report on its way: its CloudEvents id, and what becomes of it. */
export interface EventReport {
  readonly id: string;
  readonly delivery: Promise<Delivery>;
}

export interface ReportOptions {
  /** The same event, with the same id, is sent again after it was taken. */
  readonly twice?: boolean;
  /** Unless given, one that no other report has. */
  readonly id?: string;
  /** The municipality or region that reports it; absent: the role. */
  readonly by?: string | undefined;
}

/** Reports register events as CloudEvents 1.0 in structured JSON. */
export class EventReports {
  readonly #outbox: Outbox;
  readonly #credentials: Credentials;
  readonly #clock: CalendarClock;

  constructor(outbox: Outbox, credentials: Credentials, clock: CalendarClock) {
    this.#outbox = outbox;
    this.#credentials = credentials;
    this.#clock = clock;
  }

  report(
    event: RegisterEvent,
    data: JsonObject,
    { twice = false, id = randomUUID(), by }: ReportOptions = {},
  ): EventReport {
    const credential = this.#credentials.of(event, by);
    const message: JsonObject = {
      specversion: '1.0',
      id,
      source: `urn:overgang:authority:${credential.signer}`,
      type: event.id,
      time: iso(this.#clock.now()),
      datacontenttype: 'application/json',
      data,
    };
    const send = (): Promise<Delivery> =>
      this.#outbox.deliver(credential, '/v1/events', 'application/cloudevents+json', message);
    const delivery = twice ? send().then(send) : send();
    return { id, delivery };
  }
}
