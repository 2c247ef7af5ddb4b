import { dateAt } from '#calendar';
import { type CompiledJourney } from '#journey';
import { RequestError } from './errors.js';
import { isBereaved } from './is-quiet.js';
import { type JourneyReader } from './journey-reader.js';
import { JourneyStatus } from './journey-record.js';
import { type JourneyView } from './journey-view.js';
import { type CalendarClock, type Feedback, type FeedbackStore } from './ports.js';

export interface JourneyFeedbackParts {
  readonly reader: JourneyReader;
  readonly feedback: FeedbackStore;
  readonly calendar: CalendarClock;
}

/** What of a journey decides whether somebody is asked. */
export type AskingJourney = Pick<JourneyView, 'id' | 'status' | 'bereaved'>;

const OVER: ReadonlySet<JourneyStatus> = new Set([JourneyStatus.done, JourneyStatus.cancelled]);

/**
 * *Satisfaction survey* at the end of a journey: each who took part is asked once how it went. Whoever has lost somebody is not to
 * grade it: nobody is asked after a loss, nor by a definition that knows one, for what comes after the end is not heard.
 */
export class JourneyFeedback {
  readonly #parts: JourneyFeedbackParts;

  constructor(parts: JourneyFeedbackParts) {
    this.#parts = parts;
  }

  /** Whether the person is asked now how it went. */
  async isAsked(
    { id, status, bereaved }: AskingJourney,
    { goesOnAfterLoss }: CompiledJourney,
    person: string,
  ): Promise<boolean> {
    if (!OVER.has(status) || bereaved || goesOnAfterLoss) return false;
    return !(await this.#parts.feedback.isGiven(id, person));
  }

  /** @throws RequestError `unknown-journey`; `not-offered` when they are not asked, or have said it before */
  async give(
    journey: string,
    person: string,
    { score, remark }: Pick<Feedback, 'score' | 'remark'>,
  ): Promise<void> {
    const { reader, feedback, calendar } = this.#parts;
    const { record, compiled } = await reader.open(journey, person);
    const { id, status, definition } = record;
    const asking = { id, status, bereaved: isBereaved(record, compiled) };
    const month = `${dateAt(calendar.now()).slice(0, 7)}-01`;
    const given = { definition, score, month, ...(remark !== undefined && { remark }) };
    if ((await this.isAsked(asking, compiled, person)) && (await feedback.give(journey, person, given)))
      return;
    throw new RequestError(
      'not-offered',
      `journey ${journey} does not ask this participant how it went: it goes on, there may have been a loss, or they have said it`,
    );
  }
}
