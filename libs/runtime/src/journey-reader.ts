import { type Definition, type OpenTask } from '#journey';
import { type BegunJourney } from './between/between.js';
import { type CancellationPreview, previewCancellation, visibleOf } from './decide/cancellation-preview.js';
import { refuseCancellation } from './decide/cancel.js';
import { openDispatches } from './decide/compensating.js';
import { refuseStrangers, unknownDispatch, unknownJourney } from './decide/refusal.js';
import { nothingFollows, previewSkip, type SkipPreview } from './decide/skip-preview.js';
import { isCorrection } from './corrections/correction.js';
import { type Definitions } from './definitions.js';
import { parseDispatchId } from './dispatch-id.js';
import { RequestError } from './errors.js';
import { isOver, type JourneyRecord, JourneyStatus } from './journey-record.js';
import { type JourneyView, type Now, viewOf } from './journey-view.js';
import { type OpenedJourney } from './opened-journey.js';
import { lastSeen } from './last-seen.js';
import { isDelivery } from './mailbox/message-number.js';
import {
  type CalendarClock,
  type DispatchStore,
  type Draft,
  type DraftStore,
  type JournalRange,
  type JourneyStore,
  type ViewRows,
  type WallClock,
} from './ports.js';
import { sentAnswer, type SentAnswer } from './sent-answers.js';
import { timelineOf, type TimelinePage } from './timeline.js';

export interface JourneyReaderParts {
  readonly journeys: JourneyStore;
  readonly dispatches: DispatchStore;
  readonly drafts: DraftStore;
  readonly definitions: Definitions;
  readonly calendar: CalendarClock;
  readonly wall: WallClock;
}

/** Most entries of the journal that a view shows; the earlier ones are read by the page. */
const RECENT = 100;
const NO_ROWS: ViewRows = { entries: [], dispatches: [], drafts: [], writtenTo: false };

/**
 * Query side (CQRS): a journey as one of its participants may see it, and nobody else. What a reading costs does not grow with the
 * journal. Each method throws RequestError `unknown-journey`, also for a journey the person does not take part in.
 */
export class JourneyReader {
  readonly #parts: JourneyReaderParts;

  constructor(parts: JourneyReaderParts) {
    this.#parts = parts;
  }

  async view(journey: string, person: string): Promise<JourneyView> {
    return this.viewOf(await this.#load(journey), person);
  }

  /**
   * Journeys as a list shows them: what asks authorities and what has happened is left out, and nothing but the journeys is read.
   * A journey that is gone, or is not the person's, is undefined.
   */
  async glances(journeys: readonly string[], person: string): Promise<readonly (JourneyView | undefined)[]> {
    const now = this.#now();
    return Promise.all(
      journeys.map(async journey => {
        const record = await this.#parts.journeys.load(journey);
        if (!record) return undefined;
        const compiled = await this.#parts.definitions.byHash(record.hash);
        const roles = compiled.rolesOf(record.state.chart, person);
        const opened = { record, compiled, person, roles };
        return roles.length === 0 ? undefined : viewOf(opened, NO_ROWS, now);
      }),
    );
  }

  /** The view of a record in hand, such as a command has returned: the journey itself is not read again. */
  async viewOf(record: JourneyRecord, person: string): Promise<JourneyView> {
    const opened = await this.#openedBy(record, person);
    const viewers = [...opened.roles, person];
    // Up to the record: what has come since is in the next view, and not in half of this one.
    const range = { before: record.version + 1, limit: RECENT };
    const rows = await this.#parts.journeys.viewRows(record.id, viewers, range, openDispatches(record.state));
    return viewOf(opened, rows, this.#now());
  }

  /**
   * What has happened that this person may see, oldest first: what came after an entry, or the last of what came before it. Up to the
   * record: what has come since may be for a role that it does not know yet.
   */
  async timeline(journey: string, person: string, range: JournalRange): Promise<TimelinePage> {
    const opened = await this.open(journey, person);
    const { record, compiled, roles } = opened;
    const page = { opened, status: record.status };
    const viewers = [...roles, person];
    // A listener who has everything costs no reading.
    if ('after' in range && range.after >= lastSeen(record, viewers).seq) {
      return { ...page, items: [], more: false };
    }
    const upTo = 'after' in range ? range : { ...range, before: Math.min(range.before, record.version + 1) };
    const rows = await this.#parts.journeys.viewRows(journey, viewers, upTo, []);
    const entries = rows.entries.filter(({ seq }) => seq <= record.version);
    const [first, last] = [entries[0]?.seq, entries.at(-1)?.seq];
    return {
      ...page,
      items: timelineOf(entries, person, roles, compiled),
      ...(first !== undefined && last !== undefined && { first, last }),
      more: rows.entries.length === range.limit || entries.length < rows.entries.length,
    };
  }

  /** What the person has sent, newest first; nobody else's. */
  async answers(
    journey: string,
    person: string,
    page: { readonly before: number; readonly limit: number },
  ): Promise<{ readonly opened: OpenedJourney; readonly answers: readonly SentAnswer[] }> {
    const opened = await this.open(journey, person);
    const entries = await this.#parts.journeys.submissionsOf(journey, person, page);
    return { opened, answers: entries.map(sentAnswer) };
  }

  /**
   * What the person has filled in so far of a task that is open to them.
   *
   * @returns undefined when nothing has been saved
   * @throws RequestError `not-offered`
   */
  async draft(journey: string, task: string, person: string): Promise<Draft | undefined> {
    this.openTask(await this.open(journey, person), task);
    return this.#parts.drafts.find(journey, task, person);
  }

  /**
   * What cancelling would undo and what it cannot, said before anyone confirms it; and which journeys that it has started go on.
   *
   * @throws RequestError `not-cancellable`, `journey-ended`, `journey-held`
   */
  async cancellation(
    journey: string,
    person: string,
  ): Promise<
    CancellationPreview & { readonly definition: Definition; readonly goesOn: readonly BegunJourney[] }
  > {
    const { record, compiled, roles } = await this.open(journey, person);
    refuseCancellation({ journey, person }, record, compiled, this.#parts.calendar.now());
    const preview = previewCancellation(await this.#parts.dispatches.ofJourney(journey), compiled);
    return {
      ...visibleOf(preview, compiled, roles),
      definition: compiled.definition,
      goesOn: record.state.between?.begun ?? [],
    };
  }

  /**
   * For ops: what skipping a dispatch would lead to, said before anyone does it.
   *
   * @throws RequestError `unknown-dispatch`, `unknown-journey`, `not-settleable`, `not-skippable`
   */
  async skipping(dispatch: string): Promise<SkipPreview> {
    const parsed = parseDispatchId(dispatch);
    if (!parsed) throw unknownDispatch(dispatch);
    if (isCorrection(parsed)) return nothingFollows(JourneyStatus.done);
    if (isDelivery(parsed)) {
      // That of a message about a mandate belongs to no journey.
      const sender = await this.#parts.journeys.load(parsed.journey);
      return nothingFollows(sender?.status ?? JourneyStatus.done);
    }
    const record = await this.#load(parsed.journey);
    const compiled = await this.#parts.definitions.byHash(record.hash);
    const dispatches = await this.#parts.dispatches.ofJourney(record.id);
    return previewSkip(parsed.seq, record, dispatches, compiled, this.#parts.calendar.now());
  }

  async open(journey: string, person: string): Promise<OpenedJourney> {
    return this.#openedBy(await this.#load(journey), person);
  }

  /**
   * A task that is open to the person. While a journey is held they may go on filling it in.
   *
   * @throws RequestError `not-offered`
   */
  openTask(opened: OpenedJourney, task: string): OpenTask {
    const found = this.findTask(opened, task);
    if (found) return found;
    const { id } = opened.record;
    throw new RequestError('not-offered', `task '${task}' is not open to you in journey ${id}`);
  }

  /** The same, and undefined when it is not open to them. */
  findTask({ record, compiled, person, roles }: OpenedJourney, task: string): OpenTask | undefined {
    const open = isOver(record) ? [] : compiled.openTasks(record.state.chart, this.#parts.calendar.now());
    const found = open.find(known => known.task === task && known.persons.includes(person));
    return found && compiled.isVisible(task, roles) ? found : undefined;
  }

  #now(): Now {
    return { at: this.#parts.calendar.now(), wall: this.#parts.wall.now() };
  }

  async #openedBy(record: JourneyRecord, person: string): Promise<OpenedJourney> {
    const compiled = await this.#parts.definitions.byHash(record.hash);
    refuseStrangers(record, compiled, person);
    return { record, compiled, person, roles: compiled.rolesOf(record.state.chart, person) };
  }

  async #load(journey: string): Promise<JourneyRecord> {
    const record = await this.#parts.journeys.load(journey);
    if (!record) throw unknownJourney(journey);
    return record;
  }
}
