import { Injectable } from '@nestjs/common';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { CalendarClock, Definitions, isInForce, type Mandate, Mandates } from '#runtime';
import { PersonExchange } from '../persons/person-exchange.js';
import { describeMandate } from './describe-mandate.js';
import {
  type MandateDocument,
  type MandatesDocument,
  type RegisteredDeathDocument,
} from './mandate-documents.js';

/** Presenter: mandates as documents for one of the two. */
@Injectable()
export class MandatePresenter {
  constructor(
    private readonly mandates: Mandates,
    private readonly persons: PersonExchange,
    private readonly definitions: Definitions,
    private readonly calendar: CalendarClock,
  ) {}

  async list(reader: string, language: Language): Promise<MandatesDocument> {
    const all = await this.mandates.of(reader);
    const mine = all.filter(({ holder }) => holder === reader);
    const [held, given] = await Promise.all([
      this.#described(mine, reader, language),
      this.#described(
        all.filter(({ holder }) => holder !== reader),
        reader,
        language,
      ),
    ]);
    return { held: held.map((mandate, at) => ({ ...mandate, person: mine[at]!.person })), given };
  }

  /** What registers call somebody, where that is kept for those who may act for them. */
  nameOf(person: string): Promise<string | undefined> {
    return this.mandates.nameOf(person);
  }

  /** What registers have told of somebody's death, day by day; undefined of most. */
  async deathOf(person: string): Promise<RegisteredDeathDocument | undefined> {
    const { died, reversed } = await this.mandates.deathOf(person);
    if (died === undefined) return undefined;
    return { died: dateAt(died), ...(reversed !== undefined && { reversed: dateAt(reversed) }) };
  }

  async one(mandate: Mandate, reader: string, language: Language): Promise<MandateDocument> {
    return (await this.#described([mandate], reader, language))[0]!;
  }

  async #described(
    mandates: readonly Mandate[],
    reader: string,
    language: Language,
  ): Promise<readonly MandateDocument[]> {
    const now = this.calendar.now();
    const titles = mandates.some(({ journeys }) => journeys !== 'all')
      ? await this.#titles(dateAt(now), language)
      : new Map<string, string>();
    return Promise.all(
      mandates.map(async mandate => {
        const number = await this.persons.nameOf(mandate.holder === reader ? mandate.person : mandate.holder);
        return describeMandate(mandate, { reader, number, titles, begun: isInForce(mandate, now), language });
      }),
    );
  }

  async #titles(today: string, language: Language): Promise<ReadonlyMap<string, string>> {
    const startable = await this.definitions.startable(today);
    const read = await Promise.all(startable.map(({ hash }) => this.definitions.byHash(hash)));
    return new Map(read.map(({ definition: { id, title } }) => [id, title[language]]));
  }
}
