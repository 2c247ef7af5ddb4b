import { dateAt } from '#calendar';
import { RequestError } from './errors.js';
import { type JourneyReader } from './journey-reader.js';
import { JourneyStatus } from './journey-record.js';
import { type CalendarClock, type Feedback, type FeedbackStore } from './ports.js';

export interface JourneyFeedbackParts {
  readonly reader: JourneyReader;
  readonly feedback: FeedbackStore;
  readonly calendar: CalendarClock;
}

/** What decides whether somebody is asked. */
export interface AskingJourney {
  readonly id: string;
  readonly status: JourneyStatus;
  /** Whether it may have come to a loss. */
  readonly knowsLoss: boolean;
}

const OVER: ReadonlySet<JourneyStatus> = new Set([JourneyStatus.done, JourneyStatus.cancelled]);

/**
 * *Satisfaction survey* at the end of a journey: each who took part is asked once how it went. Where a journey may come to a loss
 * nobody is asked: whoever has lost somebody is not to grade it.
 */
export class JourneyFeedback {
  readonly #parts: JourneyFeedbackParts;

  constructor(parts: JourneyFeedbackParts) {
    this.#parts = parts;
  }

  /** Whether the person is asked now how it went. */
  async isAsked({ id, status, knowsLoss }: AskingJourney, person: string): Promise<boolean> {
    return OVER.has(status) && !knowsLoss && !(await this.#parts.feedback.isGiven(id, person));
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
    const asking = { id, status, knowsLoss: compiled.knowsLoss };
    const month = `${dateAt(calendar.now()).slice(0, 7)}-01`;
    const given = { definition, score, month, ...(remark !== undefined && { remark }) };
    if ((await this.isAsked(asking, person)) && (await feedback.give(journey, person, given))) return;
    throw new RequestError(
      'not-offered',
      `journey ${journey} does not ask this participant how it went: it goes on, may come to a loss, or they have said it`,
    );
  }
}
