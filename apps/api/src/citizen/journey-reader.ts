import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CATALOGUE, JOURNEY_STORE } from '#assembly';
import { iso } from '#calendar';
import type { Definition, JsonSchema, Language, ServiceCatalogue } from '#journey';
import { Definitions, JourneyRuntime } from '#runtime';
import type { CancellationPreview, JourneyStore } from '#runtime';
import type { Json } from '#statechart';
import { entityTag } from '../http/entity-tag.js';
import { requestLanguage } from '../http/request-language.js';
import { PersonExchange } from '../persons/person-exchange.js';
import type { CancellationDocument } from './cancellation-document.js';
import { describeJourney } from './describe-journey.js';
import type { JourneyDocument, JourneyListItem, TaskDocument } from './journey-document.js';
import { DefinitionWords } from './words.js';

/** Reads journeys for one person, in their language. */
@Injectable()
export class JourneyReader {
  constructor(
    private readonly runtime: JourneyRuntime,
    private readonly definitions: Definitions,
    private readonly persons: PersonExchange,
    @Inject(JOURNEY_STORE) private readonly journeys: JourneyStore,
    @Inject(CATALOGUE) private readonly catalogue: ServiceCatalogue,
  ) {}

  /** The journey as a document, with `ETag` and `Content-Language` set on the response. */
  async answer(
    journey: string,
    person: string,
    request: Request,
    response: Response,
  ): Promise<JourneyDocument> {
    const language = requestLanguage(request);
    const view = await this.runtime.view(journey, person);
    const definition = await this.#definition(view.hash);
    const described = describeJourney(view, definition, this.catalogue, this.words(definition, language));
    const tasks = await Promise.all(described.tasks.map(task => this.#withHandles(task, journey, person)));
    const document = { ...described, tasks };
    response.set({
      ETag: entityTag(view.version, JSON.stringify(document)),
      'Content-Language': language,
      Vary: 'Accept-Language, Authorization',
      'Cache-Control': 'private, no-cache',
    });
    return document;
  }

  async list(person: string, language: Language): Promise<readonly JourneyListItem[]> {
    const items = new Map<string, JourneyListItem & { readonly roles: string[] }>();
    for (const { journey, definition: id, hash, status, role, startedAt } of await this.journeys.journeysOf([
      person,
    ])) {
      const definition = await this.#definition(hash);
      // Somebody who is only spoken of does not read the journey.
      if (definition.roles[role]?.subject) continue;
      const known = items.get(journey);
      if (known) known.roles.push(role);
      else {
        const { title } = this.words(definition, language);
        items.set(journey, {
          id: journey,
          definition: id,
          title,
          status,
          roles: [role],
          startedAt: iso(startedAt),
        });
      }
    }
    return [...items.values()];
  }

  async cancellation(
    preview: CancellationPreview,
    journey: string,
    person: string,
    request: Request,
    response: Response,
  ): Promise<CancellationDocument> {
    const { hash } = await this.runtime.view(journey, person);
    const words = this.words(await this.#definition(hash), requestLanguage(request));
    response.set({ 'Content-Language': words.language, Vary: 'Accept-Language' });
    return {
      undone: preview.compensations.map(({ service }) => ({
        service,
        text: words.service(service),
        authorityName: words.authority(this.catalogue.service(service)?.authority ?? service),
      })),
      irreversible: preview.irreversible.map(({ service, reason }) => ({
        service,
        text: words.service(service),
        reason: reason[words.language],
      })),
    };
  }

  words(definition: Definition, language: Language): DefinitionWords {
    return new DefinitionWords(definition, this.catalogue, language);
  }

  async #definition(hash: string): Promise<Definition> {
    return (await this.definitions.byHash(hash)).definition;
  }

  /** What a task is filled in with is meant for its reader, who gets neither numbers nor person ids. */
  async #withHandles(task: TaskDocument, journey: string, viewer: string): Promise<TaskDocument> {
    const schema = task.form?.schema as JsonSchema | undefined;
    if (task.prefill === undefined || schema === undefined) return task;
    const scope = { journey, task: task.task, viewer };
    const { prefill, persons } = await this.persons.shown(schema, task.prefill as Json, scope);
    return { ...task, prefill, ...(persons.length > 0 && { persons }) };
  }
}
