import { Injectable } from '@nestjs/common';
import { dateAt, iso } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import { CalendarClock, OverviewReader } from '#runtime';
import { JourneyPresenter } from '../citizen/journey-presenter.js';
import { ReaderWords } from '../citizen/reader-words.js';
import { CorrectionPresenter } from '../corrections/correction-presenter.js';
import { MessagePresenter } from '../mailbox/message-presenter.js';
import { OfferPresenter } from '../offers/offer-presenter.js';
import { describePart, type OverviewPart } from './describe-overview.js';
import { joinParts } from './join-parts.js';
import { type OverviewDocument } from './overview-document.js';

/** So many messages stand in an overview, and so many offers. */
const LATEST = 5;
const OFFERS = 50;

/** Presenter: all that is somebody's, in their language. */
@Injectable()
export class OverviewPresenter {
  constructor(
    private readonly reader: OverviewReader,
    private readonly journeys: JourneyPresenter,
    private readonly messages: MessagePresenter,
    private readonly corrections: CorrectionPresenter,
    private readonly offers: OfferPresenter,
    private readonly clock: CalendarClock,
  ) {}

  async of(caller: Caller, language: Language): Promise<OverviewDocument> {
    const [{ complete, ...joined }, corrections, messages, offers] = await Promise.all([
      this.joined(caller, language),
      this.corrections.open(caller, language),
      this.messages.page(caller, {}, { limit: LATEST }, language),
      this.offers.page(caller, { limit: OFFERS }, language),
    ]);
    return {
      asOf: iso(this.clock.now()),
      complete,
      ...joined,
      corrections,
      offers: offers.items.filter(({ status }) => status === 'open'),
      messages: messages.items,
    };
  }

  /** What comes of the journeys alone. */
  async joined(
    caller: Pick<Caller, 'person' | 'mandates'>,
    language: Language,
  ): Promise<OverviewPart & { readonly complete: boolean }> {
    const { person } = caller;
    const now = this.clock.now();
    const { journeys, complete } = await this.reader.of(person, id => reaches(caller, id));
    const parts = journeys.map(journey => {
      const words = new ReaderWords(journey.compiled, journey.view.reader, language, dateAt(now));
      return describePart(journey, words, this.journeys.idOf(journey.view.id, person), now);
    });
    return { ...joinParts(parts), complete };
  }
}
