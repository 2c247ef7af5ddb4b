import { Injectable } from '@nestjs/common';
import { type JsonObject } from '#schema';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { ifMatch, keyed, part } from './citizen-api.js';
import {
  type AttachedDocument,
  type EarlierAnswersDocument,
  type JourneyDocument,
  type KeptDraft,
} from './documents.js';

/** A task of somebody's. */
export interface TaskPlace {
  readonly journey: string;
  readonly task: string;
}

/** What is sent of a task. */
export interface TaskReply {
  readonly event: string;
  readonly data?: JsonObject;
}

/** What the REST API has for tasks. Every method throws ApiProblem. */
@Injectable()
export class TaskApi {
  constructor(private readonly api: Api) {}

  draft = (visit: Visit, place: TaskPlace): Promise<KeptDraft> =>
    this.api.read(visit, `${pathOf(place)}/draft`);

  saveDraft = (visit: Visit, place: TaskPlace, data: JsonObject): Promise<void> =>
    this.api.read(visit, `${pathOf(place)}/draft`, { method: 'PUT', json: { data } });

  /** What the visitor has answered elsewhere to fields that mean the same. */
  earlierAnswers = (visit: Visit, place: TaskPlace): Promise<EarlierAnswersDocument> =>
    this.api.read(visit, `${pathOf(place)}/earlier-answers`);

  /** Refused as sending it would be; nothing is sent. */
  check = (visit: Visit, place: TaskPlace, answer: TaskReply): Promise<void> =>
    this.api.read(visit, `${pathOf(place)}/check`, { method: 'POST', json: answer });

  submit = (
    visit: Visit,
    place: TaskPlace,
    answer: TaskReply,
    { version, key }: { readonly version: string; readonly key: string },
  ): Promise<JourneyDocument> =>
    this.api.read(visit, pathOf(place), {
      method: 'POST',
      json: answer,
      headers: { ...keyed(key), ...ifMatch(version) },
    });

  /** @param field of an item of a list: `papers.0` */
  attach = (visit: Visit, place: TaskPlace, field: string, file: File): Promise<AttachedDocument> =>
    this.api.read(visit, `${pathOf(place)}/documents/${part(field)}`, {
      method: 'PUT',
      body: file,
      headers: {
        'Content-Type': file.type || 'application/octet-stream',
        // RFC 8187: any name fits into a header.
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
      },
    });

  /** The `Content-Disposition` of what is attached, which has its name. */
  disposition = async (visit: Visit, place: TaskPlace, field: string): Promise<string> => {
    const { headers } = await this.api.send(visit, `${pathOf(place)}/documents/${part(field)}`, {
      method: 'HEAD',
    });
    return headers.get('content-disposition') ?? '';
  };

  detach = (visit: Visit, place: TaskPlace, field: string): Promise<void> =>
    this.api.read(visit, `${pathOf(place)}/documents/${part(field)}`, { method: 'DELETE' });
}

function pathOf({ journey, task }: TaskPlace): string {
  return `/journeys/${part(journey)}/tasks/${part(task)}`;
}
