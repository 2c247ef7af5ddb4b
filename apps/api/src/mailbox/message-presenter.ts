import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { dateAt, iso } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import {
  DELIVERY,
  dispatchId,
  isOfCorrection,
  Mailbox,
  type MailboxItem,
  type MessageFilter,
  OFFERED,
  readOn,
  unknownMessage,
} from '#runtime';
import { DefinitionWords } from '../citizen/words.js';
import { limitOf, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { type MessageAsksDocument, type MessageDocument, type MessagePage } from './message-document.js';
import { MessageIds, type MessagePlace } from './message-ids.js';

/** Presenter: messages as documents for their recipient. */
@Injectable()
export class MessagePresenter {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly ids: MessageIds,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws EdgeError `invalid` when the cursor is none of ours */
  async page(
    caller: Caller,
    filter: MessageFilter,
    query: PageQuery,
    language: Language,
  ): Promise<MessagePage> {
    const { person } = caller;
    const limit = limitOf(query);
    const after = query.after === undefined ? undefined : this.ids.keysetOf(query.after, person);
    // A cursor of somebody else's leads nowhere.
    if (query.after !== undefined && after === undefined) return { items: [] };
    const found = await readOn(
      { limit: limit + 1, ...(after && { after }) },
      {
        read: page => this.mailbox.page(person, filter, page),
        keysetOf: ({ at, journey, number }) => ({ at, id: dispatchId(journey, -number) }),
        keep: all => all.filter(item => mayRead(caller, item)),
      },
    );
    const { items, ...next } = pageUpTo(found, limit, last =>
      this.ids.cursorOf(last.at, this.ids.idOf(last, person)),
    );
    return { items: items.map(item => this.#document(item, language)), ...next };
  }

  /** The latest in a journey, newest first. */
  async latest(
    person: string,
    journey: string,
    limit: number,
    language: Language,
  ): Promise<readonly MessageDocument[]> {
    const found = await this.mailbox.page(person, { journey }, { limit });
    return found.map(item => this.#document(item, language));
  }

  /** @throws RequestError `unknown-message` */
  async one(id: string, caller: Caller, language: Language): Promise<MessageDocument> {
    return this.#document(await this.#item(id, caller), language);
  }

  /** @throws RequestError `unknown-message` */
  async read(id: string, caller: Caller): Promise<void> {
    const { journey, number, person } = await this.#item(id, caller);
    await this.mailbox.read(journey, number, person);
  }

  async #item(id: string, caller: Caller): Promise<MailboxItem> {
    const { journey, number } = this.#placeOf(id, caller.person);
    const item = await this.mailbox.one(journey, number, caller.person);
    if (!mayRead(caller, item)) throw unknownMessage();
    return item;
  }

  #placeOf(id: string, person: string): MessagePlace {
    const place = this.ids.placeOf(id, person);
    if (place) return place;
    throw unknownMessage();
  }

  #document(item: MailboxItem, language: Language): MessageDocument {
    const { compiled, words, status, way, receivedOn, returned } = item;
    const texts = compiled && new DefinitionWords(compiled.definition, this.catalogue, language);
    const because = this.catalogue.service(DELIVERY)?.refusals[returned ?? '']?.[language];
    return {
      id: this.ids.idOf(item, item.person),
      ...(texts && {
        journey: {
          id: item.journey,
          title: texts.title,
          ...(item.label && { label: item.label[language] }),
          quiet: item.quiet,
        },
      }),
      sentAt: iso(item.at),
      language: item.language,
      ...words,
      ...(texts && item.asks && { asks: asksDocument(item.asks, texts) }),
      ...(item.text === OFFERED && { offer: item.journey }),
      ...(isOfCorrection(item) && { correction: item.journey }),
      unread: item.readAt === undefined,
      status,
      ...(way !== undefined && { way }),
      ...(receivedOn !== undefined && { receivedOn }),
      ...(because !== undefined && { returnedBecause: because }),
    };
  }
}

/** What is written about a mandate or a correction is the person's own, and nobody reads it for them. */
function mayRead(caller: Caller, { compiled }: MailboxItem): boolean {
  return compiled ? reaches(caller, compiled.definition.id) : caller.holder === undefined;
}

function asksDocument(
  { task, title, due, open }: NonNullable<MailboxItem['asks']>,
  words: DefinitionWords,
): MessageAsksDocument {
  // Due is the instant after the last on which it may be done.
  return {
    task,
    title: title?.[words.language] ?? words.task(task).title,
    ...(due !== undefined && { lastDay: dateAt(due - 1) }),
    open,
  };
}
