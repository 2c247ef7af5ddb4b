import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { ApiProblem } from './api-problem.js';
import {
  type AnswerDocument,
  type AnswerPage,
  type AuthorityContactPage,
  type CalendarFeedDocument,
  type CancellationDocument,
  type DefinitionDocument,
  type DefinitionPage,
  type DisclosurePage,
  type ExampleDocument,
  type ExportDocument,
  type FeedbackDocument,
  type GivenFeedback,
  type HappenedPage,
  type JourneyDocument,
  type JourneyPage,
  type MandateDocument,
  type MandateOrder,
  type MandatePreviewDocument,
  type MandatesDocument,
  type MessageDocument,
  type MessagePage,
  type NewCalendarFeedDocument,
  type OfferDocument,
  type OfferPage,
  type OverviewDocument,
  type ProofDocument,
  type SettingsDocument,
} from './documents.js';

/** Which part of a list is wanted. */
export interface ListQuery {
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** What the REST API has for citizens, but for tasks. Every method throws ApiProblem. */
@Injectable()
export class CitizenApi {
  constructor(private readonly api: Api) {}

  definitions = (visit: Visit, q?: string): Promise<DefinitionPage> =>
    this.api.read(visit, `/definitions${queryOf({ limit: 200, ...(q && { q }) })}`);

  definition = (visit: Visit, id: string): Promise<DefinitionDocument> =>
    this.api.read(visit, `/definitions/${part(id)}`);

  example = (visit: Visit, definition: string): Promise<ExampleDocument> =>
    this.api.read(visit, `/definitions/${part(definition)}/example`);

  feedbackOf = (visit: Visit, definition: string): Promise<FeedbackDocument> =>
    this.api.read(visit, `/definitions/${part(definition)}/feedback`);

  giveFeedback = (visit: Visit, journey: string, given: GivenFeedback): Promise<void> =>
    this.api.read(visit, `/journeys/${part(journey)}/feedback`, { method: 'POST', json: given });

  authorities = (visit: Visit): Promise<AuthorityContactPage> => this.api.read(visit, '/authorities');

  journeys = (visit: Visit, list: ListQuery = {}): Promise<JourneyPage> =>
    this.api.read(visit, `/journeys${queryOf(list)}`);

  journey = (visit: Visit, id: string): Promise<JourneyDocument> =>
    this.api.read(visit, `/journeys/${part(id)}`);

  /** As it is printed for its person by whoever helps them, which is told to that person. */
  letterOf = (visit: Visit, id: string): Promise<JourneyDocument> =>
    this.api.read(visit, `/journeys/${part(id)}`, { headers: { 'Overgang-Purpose': 'letter' } });

  /** @param confirm ids of journeys under way that the visitor was told of */
  start = (
    visit: Visit,
    definition: string,
    key: string,
    confirm: readonly string[],
  ): Promise<JourneyDocument> =>
    this.api.read(visit, '/journeys', {
      method: 'POST',
      json: { definition, ...confirmed(confirm) },
      headers: keyed(key),
    });

  happened = (visit: Visit, journey: string, list: ListQuery): Promise<HappenedPage> =>
    this.api.read(visit, `/journeys/${part(journey)}/happened${queryOf(list)}`);

  answers = (visit: Visit, journey: string, list: ListQuery = {}): Promise<AnswerPage> =>
    this.api.read(visit, `/journeys/${part(journey)}/answers${queryOf(list)}`);

  /** One of them, by the end of its number. */
  async answer(visit: Visit, journey: string, receipt: string): Promise<AnswerDocument> {
    let after: string | undefined;
    do {
      const page = await this.answers(visit, journey, { after });
      const found = page.items.find(answer => answer.receipt.endsWith(`/${receipt}`));
      if (found) return found;
      after = page.next;
    } while (after !== undefined);
    throw new ApiProblem(404);
  }

  cancellation = (visit: Visit, journey: string): Promise<CancellationDocument> =>
    this.api.read(visit, `/journeys/${part(journey)}/cancellation`);

  cancel = (visit: Visit, journey: string, version: string, key: string): Promise<JourneyDocument> =>
    this.api.read(visit, `/journeys/${part(journey)}/cancellation`, {
      method: 'POST',
      headers: { ...keyed(key), ...ifMatch(version) },
    });

  overview = (visit: Visit): Promise<OverviewDocument> => this.api.read(visit, '/overview');

  calendarFeed = (visit: Visit): Promise<CalendarFeedDocument> => this.api.read(visit, '/calendar');

  makeCalendarFeed = (visit: Visit): Promise<NewCalendarFeedDocument> =>
    this.api.read(visit, '/calendar', { method: 'POST' });

  withdrawCalendarFeed = (visit: Visit): Promise<void> =>
    this.api.read(visit, '/calendar', { method: 'DELETE' });

  /** The calendar itself, as it is sent on. */
  calendar = async (visit: Visit, secret: string): Promise<string> =>
    (await this.api.send(visit, `/calendar/${part(secret)}/calendar.ics`, {})).text();

  messages = (visit: Visit, list: ListQuery & { readonly journey?: string } = {}): Promise<MessagePage> =>
    this.api.read(visit, `/messages${queryOf(list)}`);

  message = (visit: Visit, id: string): Promise<MessageDocument> =>
    this.api.read(visit, `/messages/${part(id)}`);

  readMessage = (visit: Visit, id: string): Promise<void> =>
    this.api.read(visit, `/messages/${part(id)}/read`, { method: 'PUT' });

  offers = (visit: Visit): Promise<OfferPage> => this.api.read(visit, '/offers');

  offer = (visit: Visit, id: string): Promise<OfferDocument> => this.api.read(visit, `/offers/${part(id)}`);

  answerOffer = (
    visit: Visit,
    id: string,
    answer: 'take' | 'decline',
    key: string,
    confirm: readonly string[],
  ): Promise<OfferDocument> =>
    this.api.read(visit, `/offers/${part(id)}`, {
      method: 'POST',
      json: { answer, ...confirmed(confirm) },
      headers: keyed(key),
    });

  disclosures = (
    visit: Visit,
    list: ListQuery & { readonly journey?: string | undefined },
  ): Promise<DisclosurePage> => this.api.read(visit, `/disclosures${queryOf(list)}`);

  export = (visit: Visit): Promise<ExportDocument> => this.api.read(visit, '/export');

  proof = (visit: Visit): Promise<ProofDocument> => this.api.read(visit, '/disclosures/proof');

  mandates = (visit: Visit): Promise<MandatesDocument> => this.api.read(visit, '/mandates');

  previewMandate = (visit: Visit, order: MandateOrder): Promise<MandatePreviewDocument> =>
    this.api.read(visit, '/mandates/preview', { method: 'POST', json: order });

  giveMandate = (visit: Visit, order: MandateOrder, key: string): Promise<MandateDocument> =>
    this.api.read(visit, '/mandates', { method: 'POST', json: order, headers: keyed(key) });

  endMandate = (visit: Visit, id: string): Promise<void> =>
    this.api.read(visit, `/mandates/${part(id)}`, { method: 'DELETE' });

  settings = (visit: Visit): Promise<SettingsDocument> => this.api.read(visit, '/settings');

  saveSettings = (visit: Visit, settings: SettingsDocument): Promise<SettingsDocument> =>
    this.api.read(visit, '/settings', { method: 'PUT', json: settings });
}

/** One segment of a path. */
export const part = encodeURIComponent;

/** *Idempotency key* (draft-ietf-httpapi-idempotency-key-header). */
export const keyed = (key: string) => ({ 'Idempotency-Key': key });

/** *Optimistic concurrency*: the version of a journey that was read. */
export const ifMatch = (version: string) => ({ 'If-Match': `"${version}"` });

/** A query string of what is given. */
export function queryOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

function confirmed(confirm: readonly string[]): { readonly confirm?: readonly string[] } {
  return confirm.length > 0 ? { confirm } : {};
}
