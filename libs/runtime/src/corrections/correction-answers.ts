import { type ServiceCatalogue } from '#journey';
import { type Instant } from '#statechart';
import { type Outcome, type SettleRequest } from '../decide/settle.js';
import { unknownDispatch } from '../decide/refusal.js';
import { dispatchId } from '../dispatch-id.js';
import {
  type CalendarClock,
  type CorrectionSettlement,
  type CorrectionStore,
  type Doorbell,
  type WallClock,
} from '../ports.js';
import { ringLetters } from '../ring-letters.js';
import { CORRECTION, type CorrectionAnswer } from './correction.js';
import { correctionLetters } from './correction-letters.js';

export interface CorrectionAnswersParts {
  readonly corrections: CorrectionStore;
  readonly catalogue: ServiceCatalogue;
  readonly doorbell: Doorbell;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** What an authority answers to a correction, in its contract. */
interface CorrectedAnswer {
  readonly correctedOn: string;
  readonly words?: string;
  readonly told?: readonly string[];
}

/** Settles corrections: an answer is stored once, with what the person is written of it. No journey waits for one. */
export class CorrectionAnswers {
  readonly #parts: CorrectionAnswersParts;

  constructor(parts: CorrectionAnswersParts) {
    this.#parts = parts;
  }

  /** @throws RequestError `unknown-dispatch` */
  async settle(id: string, { outcome }: SettleRequest): Promise<'settled' | 'duplicate'> {
    const { corrections, calendar, doorbell } = this.#parts;
    const correction = await corrections.find(id);
    if (!correction) throw unknownDispatch(dispatchId(id, CORRECTION));
    const at = calendar.now();
    const answer = answerOf(outcome, at);
    const letters = correctionLetters(this.#parts, correction, at, answer);
    if (!(await corrections.settle(id, { dispatch: statusOf(outcome), answer, letters }))) return 'duplicate';
    ringLetters(doorbell, id, letters);
    return 'settled';
  }
}

function statusOf({ kind }: Outcome): CorrectionSettlement['dispatch'] {
  return kind === 'skipped' ? 'stopped' : kind;
}

function answerOf(outcome: Outcome, at: Instant): CorrectionAnswer {
  switch (outcome.kind) {
    case 'answered': {
      const { correctedOn, words, told } = outcome.answer as unknown as CorrectedAnswer;
      return {
        at,
        outcome: 'corrected',
        correctedOn,
        ...(words !== undefined && { words }),
        ...(told !== undefined && { told }),
      };
    }
    case 'refused': {
      const { code, detail } = outcome.refusal;
      return { at, outcome: 'refused', code, ...(detail !== undefined && { detail }) };
    }
    case 'skipped':
      return { at, outcome: 'undelivered' };
  }
}
