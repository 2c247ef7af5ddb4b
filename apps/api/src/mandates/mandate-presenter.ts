import { Injectable } from '@nestjs/common';
import { bearerOf, type Caller } from '#identity';
import { type Language } from '#journey';
import { type Mandate, Mandates } from '#runtime';
import { PersonExchange } from '../persons/person-exchange.js';
import { describeMandate } from './describe-mandate.js';
import { type MandatesDocument } from './mandate-documents.js';

/** Presenter: a person's own mandates, whomever they act for. Who else may act for that person is not theirs to know. */
@Injectable()
export class MandatePresenter {
  constructor(
    private readonly mandates: Mandates,
    private readonly persons: PersonExchange,
  ) {}

  async list(caller: Caller, language: Language): Promise<MandatesDocument> {
    const reader = bearerOf(caller);
    const all = await this.mandates.of(reader);
    const described = (of: readonly Mandate[]) =>
      Promise.all(
        of.map(async mandate => {
          const other = mandate.holder === reader ? mandate.person : mandate.holder;
          return describeMandate(mandate, reader, await this.persons.nameOf(other), language);
        }),
      );
    const [held, given] = await Promise.all([
      described(all.filter(({ holder }) => holder === reader)),
      described(all.filter(({ holder }) => holder !== reader)),
    ]);
    return { held, given };
  }
}
