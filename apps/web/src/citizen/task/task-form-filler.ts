import { Injectable } from '@nestjs/common';
import { type Json, type JsonObject, listOf } from '#schema';
import { type AskedField } from '../../forms/asked-field.js';
import { readForm } from '../../forms/read-form.js';
import { storable } from '../../forms/storable.js';
import { type Posted } from '../../http/posted.js';
import { type Visit } from '../../http/visit.js';
import { ApiProblem, isProblem } from '../../rest/api-problem.js';
import { type EarlierAnswerDocument } from '../../rest/documents.js';
import { TaskApi } from '../../rest/task-api.js';
import { type FormFault, formFaults } from './form-faults.js';
import { type OpenedTask, dataWithout } from './opened-task.js';

/** Name of the hidden inputs that say which fields were shown. */
export const SHOWN = 'shown';

/** A page of a form once it has been posted. */
export interface FilledPage {
  /** All that is filled in, this page included. */
  readonly data: JsonObject;
  /** What does not fit on it. */
  readonly faults: readonly FormFault[];
}

/** Fills in a task, page by page: what is typed goes into the draft, which the API keeps. */
@Injectable()
export class TaskFormFiller {
  constructor(private readonly tasks: TaskApi) {}

  /** Keeps a page as it was posted. What cannot be kept is said. */
  async keep(visit: Visit, opened: OpenedTask, page: number, posted: Posted): Promise<FilledPage> {
    const { form, place, data: before } = opened;
    const shown = new Set(posted.texts(SHOWN));
    const fields = form.everyFieldOf(page).filter(({ name, readOnly }) => shown.has(name) && !readOnly);
    const typed = fields.filter(({ kind }) => kind !== 'document' && kind !== 'documents');
    const rest = dataWithout(before, new Set(typed.map(({ name }) => name)));
    const attached = await this.#attach(visit, opened, fields, posted);
    const data = { ...rest, ...readForm(typed, posted), ...attached.data } as JsonObject;
    try {
      await this.tasks.saveDraft(visit, place, storable(form.fields, data));
      return { data, faults: attached.faults };
    } catch (error) {
      if (!isProblem(error, 422)) throw error;
      return { data, faults: [...attached.faults, ...formFaults(error, namesOf(fields))] };
    }
  }

  /** What does not fit of what is filled in; empty when it could be sent. */
  async faults(
    visit: Visit,
    { form, task, place }: OpenedTask,
    data: JsonObject,
  ): Promise<readonly FormFault[]> {
    const event = task.events.find(({ withData }) => withData)?.event;
    if (event === undefined) return [];
    try {
      await this.tasks.check(visit, place, { event, data: form.sent(data) });
      return [];
    } catch (error) {
      if (isProblem(error, 422)) return formFaults(error, namesOf(form.fields));
      throw error;
    }
  }

  /** Fills a field in with what was answered in another case. */
  async take(
    visit: Visit,
    { place, data, form }: OpenedTask,
    { field, value }: EarlierAnswerDocument,
  ): Promise<void> {
    await this.tasks.saveDraft(visit, place, storable(form.fields, { ...data, [field]: value as Json }));
  }

  /** Takes the last document of a field away. */
  async detach(visit: Visit, { place, data, form }: OpenedTask, name: string): Promise<void> {
    const field = form.fields.find(known => known.name === name);
    if (field?.kind !== 'document' && field?.kind !== 'documents') return;
    const left = field.kind === 'document' ? [] : listOf(data[name]).slice(0, -1);
    await this.tasks.detach(visit, place, field.kind === 'document' ? name : `${name}.${left.length}`);
    const kept = dataWithout(data, new Set([name])) as JsonObject;
    await this.tasks.saveDraft(
      visit,
      place,
      storable(form.fields, left.length > 0 ? { ...kept, [name]: left } : kept),
    );
  }

  async #attach(visit: Visit, { place, data }: OpenedTask, fields: readonly AskedField[], posted: Posted) {
    const attached: Record<string, Json> = {};
    const faults: FormFault[] = [];
    for (const field of fields) {
      const { name } = field;
      const file = field.kind === 'document' || field.kind === 'documents' ? posted.file(name) : undefined;
      if (!file) continue;
      const before = field.kind === 'documents' ? listOf(data[name]) : [];
      try {
        const at = field.kind === 'documents' ? `${name}.${before.length}` : name;
        const { id } = await this.tasks.attach(visit, place, at, file);
        attached[name] = field.kind === 'documents' ? [...before, id] : id;
      } catch (error) {
        if (!isProblem(error, 413, 422)) throw error;
        faults.push({ field: name, ...refusalOf(error, field) });
      }
    }
    return { data: attached, faults };
  }
}

function refusalOf(problem: ApiProblem, { label }: AskedField): Omit<FormFault, 'field'> {
  const atField = problem.errors[0]?.detail ?? problem.document?.detail ?? problem.message;
  return { text: `${label}: ${atField}`, atField };
}

const namesOf = (fields: readonly AskedField[]): readonly string[] => fields.map(({ name }) => name);
