import { type JourneyEnd, type StartEffect } from '#journey';
import {
  type BeginNotice,
  type BegunJourney,
  type Between,
  type Notice,
  type OfferState,
  type StartedBy,
} from '#runtime';
import { type Instant } from '#statechart';

/** How a journey stands to others, folded from its journal by the written rules. */
export class ReplayedTies {
  between: Between | undefined;
  /** Journeys started by the entry in hand. */
  #starts: Omit<BeginNotice, 'number'>[] = [];

  offered(offer: OfferState): void {
    this.between = { begun: [], notices: [], offer };
  }

  taken(takenAt: Instant): void {
    const offer = { ...this.between!.offer!, takenAt };
    this.between = { ...this.between, offer };
  }

  startedBy(startedBy: StartedBy): void {
    this.between = { startedBy, begun: [], notices: [] };
  }

  starts({ number: start, journey: definition, person, given }: StartEffect): void {
    this.#starts.push({ kind: 'begin', start, definition, person, given });
  }

  /**
   * The entry has been taken: what it started is to be told, and its end to whoever started it. What cancels itself by the same step
   * starts nothing.
   */
  after(entry: number, isCancelled: boolean, ended: JourneyEnd | undefined): void {
    const { startedBy } = this.between ?? {};
    const told = [
      ...(isCancelled ? [] : this.#starts),
      ...(startedBy && ended ? [{ kind: 'ended', to: startedBy, ended } as const] : []),
    ];
    this.#starts = [];
    if (told.length === 0) return;
    const added = told.map((notice, item): Notice => ({ ...notice, number: entry * 1_000 + item }));
    this.#change(({ notices }) => ({ notices: [...notices, ...added] }));
  }

  began(begun: BegunJourney): void {
    this.#change(({ begun: before, notices }) => ({
      begun: [...before, begun],
      notices: notices.filter(notice => !isStart(notice, begun.start)),
    }));
  }

  ended(start: number | undefined): void {
    if (start === undefined) return;
    this.#change(({ begun, notices }) => ({
      begun: begun.filter(each => each.start !== start),
      notices: notices.filter(notice => !isStart(notice, start)),
    }));
  }

  told(number: number): void {
    this.#change(({ notices }) => ({ notices: notices.filter(notice => notice.number !== number) }));
  }

  #change(change: (ties: Required<Pick<Between, 'begun' | 'notices'>>) => Between): void {
    const { begun = [], notices = [] } = this.between ?? {};
    this.between = { ...this.between, begun, notices, ...change({ begun, notices }) };
  }
}

function isStart(notice: Notice, start: number): boolean {
  return notice.kind === 'begin' && notice.start === start;
}
