import { Injectable } from '@nestjs/common';
import { iso } from '#calendar';
import { type Caller } from '#identity';
import { type Language } from '#journey';
import {
  CalendarClock,
  CalendarFeedStore,
  DocumentStore,
  FeedbackStore,
  JourneyReader,
  RequestError,
  type RequestErrorCode,
  SecondChannels,
  SessionStore,
  SettingStore,
  WallClock,
} from '#runtime';
import { AnswerPresenter } from '../citizen/answer-presenter.js';
import { DisclosurePresenter } from '../citizen/disclosure-presenter.js';
import { type JourneyDocument } from '../citizen/journey-document.js';
import { JourneyPresenter } from '../citizen/journey-presenter.js';
import { MessagePresenter } from '../mailbox/message-presenter.js';
import { CorrectionPresenter } from '../corrections/correction-presenter.js';
import { MandatePresenter } from '../mandates/mandate-presenter.js';
import { OfferPresenter } from '../offers/offer-presenter.js';
import { type PageQuery } from '../paging/page-query.js';
import { type Page } from '../paging/page.js';
import { sessionDocument } from '../tokens/session-document.js';
import { type ExportDocument, type ExportedDraft, type ExportedJourney } from './export-document.js';

/** Most items of one list: a copy is made in memory. */
const MOST = 1_000;
const PAGE = 200;

/** Every page of a list. */
type ReadAll = <Item>(read: (query: PageQuery) => Promise<Page<Item>>) => Promise<readonly Item[]>;

/** Presenter: a copy of what is held on a person (GDPR art. 15(3)), made of the very lists that they can read. */
@Injectable()
export class ExportPresenter {
  constructor(
    private readonly journeys: JourneyPresenter,
    private readonly answers: AnswerPresenter,
    private readonly documents: DocumentStore,
    private readonly reader: JourneyReader,
    private readonly feedback: FeedbackStore,
    private readonly offers: OfferPresenter,
    private readonly secondChannels: SecondChannels,
    private readonly calendarFeeds: CalendarFeedStore,
    private readonly messages: MessagePresenter,
    private readonly disclosures: DisclosurePresenter,
    private readonly corrections: CorrectionPresenter,
    private readonly mandates: MandatePresenter,
    private readonly settings: SettingStore,
    private readonly sessions: SessionStore,
    private readonly calendar: CalendarClock,
    private readonly wall: WallClock,
  ) {}

  async of(caller: Caller, language: Language): Promise<ExportDocument> {
    let shortened = false;
    const all: ReadAll = async <Item>(read: (query: PageQuery) => Promise<Page<Item>>) => {
      const items: Item[] = [];
      let next: string | undefined;
      do {
        const page = await read({ limit: PAGE, ...(next !== undefined && { after: next }) });
        items.push(...page.items);
        next = page.next;
      } while (next !== undefined && items.length < MOST);
      if (next !== undefined) shortened = true;
      return items;
    };
    const { person } = caller;
    const journeys: ExportedJourney[] = [];
    for (const { id } of await all(query => this.journeys.list(caller, query, language))) {
      const held = await this.#heldIn(id, person, language, all).catch(unless('unknown-journey'));
      if (held) journeys.push(held);
    }
    const messages = await all(query => this.messages.page(caller, {}, query, language));
    const disclosures = await all(query => this.disclosures.page(caller, query, language));
    const corrections = await all(query => this.corrections.page(caller, query, language));
    const offers = await all(query => this.offers.page(caller, query, language));
    const settings = await this.settings.find(person);
    const name = await this.mandates.nameOf(person);
    const registeredDeath = await this.mandates.deathOf(person);
    const at = iso(this.calendar.now());
    const held = { journeys, messages, disclosures, corrections, offers, settings };
    const known = {
      at,
      shortened,
      ...(name !== undefined && { name }),
      ...(registeredDeath && { registeredDeath }),
      ...held,
    };
    // Whom else somebody may act for, and where that one has signed in, is nothing that is held on this person.
    if (caller.holder !== undefined) return known;
    const sessions = await this.sessions.of(person, this.wall.now());
    const secondChannel = await this.secondChannels.of(person);
    const feedSince = await this.calendarFeeds.since(person);
    return {
      ...known,
      mandates: await this.mandates.list(person, language),
      ...(secondChannel && { secondChannel }),
      ...(feedSince !== undefined && { calendarFeedSince: iso(feedSince) }),
      sessions: sessions.map(session => sessionDocument(session, caller)),
    };
  }

  async #heldIn(id: string, person: string, language: Language, all: ReadAll): Promise<ExportedJourney> {
    const journey = await this.journeys.one(id, person, language);
    return {
      journey,
      drafts: await this.#draftsOf(journey, person),
      feedbackGiven: await this.feedback.isGiven(id, person),
      answers: await all(query => this.answers.page(id, person, query, language)),
      documents: await this.documents.held(id, person),
    };
  }

  async #draftsOf({ id, tasks }: JourneyDocument, person: string): Promise<readonly ExportedDraft[]> {
    const saved = tasks.filter(({ draft }) => draft !== undefined);
    const drafts = await Promise.all(
      saved.map(async ({ task, title }): Promise<readonly ExportedDraft[]> => {
        const draft = await this.reader.draft(id, task, person).catch(unless('not-offered'));
        return draft ? [{ task, title, data: draft.data, savedAt: iso(draft.savedAt) }] : [];
      }),
    );
    return drafts.flat();
  }
}

/** What has gone since it was listed is not held any more, and is left out: a journey that was erased, the draft of a task that closed. */
function unless(gone: RequestErrorCode): (error: unknown) => undefined {
  return error => {
    if (!(error instanceof RequestError && error.code === gone)) throw error;
  };
}
