import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CATALOGUE, JOURNEY_STORE } from '#assembly';
import { iso } from '#calendar';
import { everyState } from '#journey';
import type { Definition, JsonSchema, Language, ServiceCatalogue } from '#journey';
import { Definitions, JourneyRuntime } from '#runtime';
import type { CancellationPreview, JourneyStore, JourneyView } from '#runtime';
import type { Json } from '#statechart';
import { entityTag } from '../http/entity-tag.js';
import { requestLanguage } from '../http/request-language.js';
import { keysetCursor } from '../paging/cursor.js';
import { limitOf, pageRequest } from '../paging/page-query.js';
import type { PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { PersonExchange } from '../persons/person-exchange.js';
import type { CancellationDocument } from './cancellation-document.js';
import { describeJourney } from './describe-journey.js';
import type { JourneyDocument, JourneyListItem } from './journey-document.js';
import type { JourneyPage } from './journey-page.js';
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
    const known = await this.#withNumbers(view, definition);
    const document = describeJourney(known, definition, this.catalogue, this.words(definition, language));
    response.set({
      ETag: entityTag(view.version, JSON.stringify(document)),
      'Content-Language': language,
      Vary: 'Accept-Language, Authorization',
      'Cache-Control': 'private, no-cache',
    });
    return document;
  }

  /** Somebody who is only spoken of does not read the journey; a page may hold fewer items than were asked for. */
  async list(person: string, query: PageQuery, language: Language): Promise<JourneyPage> {
    const found = await this.journeys.pageOf(person, pageRequest(query));
    const { items, ...next } = pageUpTo(found, limitOf(query), ({ journey, startedAt }) =>
      keysetCursor({ at: startedAt, id: journey }),
    );
    const described = items.map(async (item): Promise<JourneyListItem | undefined> => {
      const definition = await this.#definition(item.hash);
      const roles = item.roles.filter(role => !definition.roles[role]?.subject);
      if (roles.length === 0) return undefined;
      const { title } = this.words(definition, language);
      const { journey: id, definition: name, status, startedAt } = item;
      return { id, definition: name, title, status, roles, startedAt: iso(startedAt) };
    });
    return { items: (await Promise.all(described)).filter(item => item !== undefined), ...next };
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

  /**
   * The form of a task, which says where persons stand in its data; `true` for a task that does not exist, which the use case refuses.
   *
   * @throws RequestError `unknown-journey`
   */
  async formOf(journey: string, person: string, task: string): Promise<JsonSchema> {
    const { hash } = await this.runtime.view(journey, person);
    const definition = await this.#definition(hash);
    const form = everyState(definition.machine).find(({ path }) => path === task)?.task?.form;
    return (form === undefined ? undefined : definition.forms[form]) ?? true;
  }

  words(definition: Definition, language: Language): DefinitionWords {
    return new DefinitionWords(definition, this.catalogue, language);
  }

  async #definition(hash: string): Promise<Definition> {
    return (await this.definitions.byHash(hash)).definition;
  }

  /** What a task is prefilled with is meant for its reader, who knows persons by their numbers. */
  async #withNumbers(view: JourneyView, definition: Definition): Promise<JourneyView> {
    const tasks = await Promise.all(
      view.tasks.map(async task => {
        const prefill = await this.persons.numbersIn(
          definition.forms[task.form] ?? true,
          task.prefill as Json,
        );
        return { ...task, prefill: prefill as typeof task.prefill };
      }),
    );
    return { ...view, tasks };
  }
}
