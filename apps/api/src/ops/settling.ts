import { Injectable } from '@nestjs/common';
import { AuthorityInbox } from '#authorities';
import {
  type DispatchRecord,
  DispatchStore,
  isOpen,
  JourneyReader,
  JourneyRuntime,
  type Outcome,
  RequestError,
  type SkipPreview,
} from '#runtime';
import { type JsonObject } from '#statechart';

/** Manual override: what ops say in an authority's place. It is checked as the authority's own words are, and kept with their name. */
@Injectable()
export class Settling {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly reader: JourneyReader,
    private readonly inbox: AuthorityInbox,
    private readonly dispatches: DispatchStore,
  ) {}

  /** @throws RequestError `unknown-dispatch`, `not-settleable`, `not-skippable` */
  async skip(id: string, reason: string, by: string): Promise<void> {
    await this.#open(id);
    await this.#settle(id, { kind: 'skipped' }, reason, by);
  }

  /**
   * What would follow, should it be skipped now.
   *
   * @throws RequestError `unknown-dispatch`, `not-settleable`, `not-skippable`
   */
  async skipping(id: string): Promise<SkipPreview> {
    await this.#open(id);
    return this.reader.skipping(id);
  }

  /** @throws RequestError `unknown-dispatch`, `not-settleable`, `invalid` when the answer does not fit the contract */
  async resolve(id: string, answer: JsonObject, reason: string, by: string): Promise<void> {
    const { service } = await this.#open(id);
    const reply = await this.inbox.reply(service, { outcome: 'answered', answer });
    await this.#settle(id, reply, reason, by);
  }

  async #open(id: string): Promise<DispatchRecord> {
    const dispatch = await this.dispatches.find(id);
    if (!dispatch) throw new RequestError('unknown-dispatch', `there is no dispatch '${id}'`);
    if (!isOpen(dispatch.status)) throw settled(id, dispatch.status);
    return dispatch;
  }

  async #settle(id: string, outcome: Outcome, reason: string, by: string): Promise<void> {
    const result = await this.runtime.settle({ dispatch: id, outcome, by, reason });
    if (result !== 'settled') throw settled(id, 'settled meanwhile');
  }
}

function settled(id: string, status: string): RequestError {
  return new RequestError('not-settleable', `dispatch ${id} is ${status}; nobody waits for an answer to it`);
}
