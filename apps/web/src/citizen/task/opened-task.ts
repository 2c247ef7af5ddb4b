import { Injectable } from '@nestjs/common';
import { parse } from 'content-disposition';
import { type Json, type JsonObject, listOf } from '#schema';
import { CitizenForm } from '../../forms/citizen-form.js';
import { type Visit } from '../../http/visit.js';
import { isProblem } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { type EarlierAnswerDocument, type JourneyDocument, type TaskDocument } from '../../rest/documents.js';
import { TaskApi, type TaskPlace } from '../../rest/task-api.js';
import { TaskNotOpen } from './task-not-open.js';

/** A task that is open to whoever visits, and what is filled in of it. */
export interface OpenedTask {
  readonly place: TaskPlace;
  readonly journey: JourneyDocument;
  readonly task: TaskDocument;
  readonly form: CitizenForm;
  /** What is filled in: by themselves, and before they began by the journey. */
  readonly data: JsonObject;
  readonly savedAt?: string;
  /** What they have answered in another case, for fields that are not filled in. */
  readonly earlier: readonly EarlierAnswerDocument[];
  /** Names of the documents that are attached, by field. */
  readonly documents: Readonly<Record<string, readonly string[]>>;
}

/** Reads a task for its pages. */
@Injectable()
export class TaskOpener {
  constructor(
    private readonly citizen: CitizenApi,
    private readonly tasks: TaskApi,
  ) {}

  /** @throws TaskNotOpen when it is not open to them any more; ApiProblem */
  async open(visit: Visit, place: TaskPlace): Promise<OpenedTask> {
    const journey = await this.citizen.journey(visit, place.journey);
    const task = journey.tasks.find(open => open.task === place.task);
    if (!task) throw new TaskNotOpen(journey);
    try {
      return await this.#filledIn(visit, { place, journey, task });
    } catch (error) {
      // It was closed after the journey had been read.
      if (isProblem(error, 409)) throw new TaskNotOpen(journey);
      throw error;
    }
  }

  async #filledIn(
    visit: Visit,
    { place, journey, task }: Pick<OpenedTask, 'place' | 'journey' | 'task'>,
  ): Promise<OpenedTask> {
    const form = new CitizenForm(task);
    const prefill = (task.prefill ?? {}) as JsonObject;
    const draft = task.form && (await this.tasks.draft(visit, place));
    const kept = draft?.savedAt === undefined ? prefill : (draft.data as JsonObject);
    const fixed = form.fields.filter(({ readOnly, name }) => readOnly && prefill[name] !== undefined);
    const data = { ...kept, ...Object.fromEntries(fixed.map(({ name }) => [name, prefill[name]])) };
    return {
      place,
      journey,
      task,
      form,
      data,
      ...(draft?.savedAt !== undefined && { savedAt: draft.savedAt }),
      earlier: await this.#earlier(visit, place, form, data),
      documents: await this.#documents(visit, place, form, data),
    };
  }

  async #earlier(visit: Visit, place: TaskPlace, form: CitizenForm, data: JsonObject) {
    if (!form.fields.some(({ hasMeaning }) => hasMeaning)) return [];
    const { items } = await this.tasks.earlierAnswers(visit, place);
    return items.filter(({ field }) => data[field] === undefined);
  }

  async #documents(visit: Visit, place: TaskPlace, form: CitizenForm, data: JsonObject) {
    const named = form.fields
      .filter(({ kind }) => kind === 'document' || kind === 'documents')
      .map(async ({ name, kind }) => {
        const places =
          kind === 'document' ? [name] : listOf(data[name]).map((_, index) => `${name}.${index}`);
        const isEmpty = data[name] === undefined;
        return [
          name,
          isEmpty ? [] : await Promise.all(places.map(at => this.#nameOf(visit, place, at))),
        ] as const;
      });
    return Object.fromEntries(await Promise.all(named));
  }

  async #nameOf(visit: Visit, place: TaskPlace, field: string): Promise<string> {
    try {
      const name = parse(await this.tasks.disposition(visit, place, field)).parameters['filename'];
      return name === undefined ? visit.words.form.file : String(name);
    } catch (error) {
      // It was taken away elsewhere; sending will say so.
      if (isProblem(error, 404)) return visit.words.form.file;
      throw error;
    }
  }
}

/** Data without some of its fields. */
export function dataWithout(data: JsonObject, names: ReadonlySet<string>): Record<string, Json | undefined> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name)));
}
