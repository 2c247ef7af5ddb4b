import { type CompiledJourney } from '#journey';
import { type Json } from '#statechart';
import { RequestError } from './errors.js';
import { type JourneyViews } from './journey-views.js';
import { type Clock, type DraftStore } from './ports.js';

export interface TaskDraftsParts {
  readonly drafts: DraftStore;
  readonly clock: Clock;
}

/** What participants have filled in so far of the tasks that are open to them, as they typed it (decisions/0007). */
export class TaskDrafts {
  readonly #views: JourneyViews;
  readonly #parts: TaskDraftsParts;

  constructor(views: JourneyViews, parts: TaskDraftsParts) {
    this.#views = views;
    this.#parts = parts;
  }

  /** @throws RequestError `unknown-journey`, `not-offered`, `invalid` when it could be part of no answer to the task */
  async save(journey: string, task: string, person: string, data: Json): Promise<void> {
    const { compiled, form } = await this.#openTo(journey, task, person);
    const fields = compiled.draftErrors(form, data);
    if (fields.length > 0) {
      throw new RequestError('invalid', `what was sent could be no part of the form '${form}'`, fields);
    }
    if (!(await this.#parts.drafts.save(journey, task, person, data))) throw notOpen(journey, task);
  }

  /**
   * @returns undefined when nothing has been saved
   * @throws RequestError `unknown-journey`, `not-offered`
   */
  async find(journey: string, task: string, person: string): Promise<Json | undefined> {
    await this.#openTo(journey, task, person);
    return this.#parts.drafts.find(journey, task, person);
  }

  async #openTo(
    journey: string,
    task: string,
    person: string,
  ): Promise<{ readonly compiled: CompiledJourney; readonly form: string }> {
    const { record, compiled, roles } = await this.#views.open(journey, person);
    // A journey that is held waits for us: what is filled in meanwhile is kept.
    const over = record.status !== 'active' && record.status !== 'held';
    const open = over ? [] : compiled.openTasks(record.state.chart, this.#parts.clock.now());
    const mine = open.find(known => known.task === task && known.persons.includes(person));
    if (!mine || !compiled.isVisible(task, roles)) throw notOpen(journey, task);
    return { compiled, form: mine.form };
  }
}

function notOpen(journey: string, task: string): RequestError {
  return new RequestError('not-offered', `task '${task}' is not open to you in journey ${journey}`);
}
