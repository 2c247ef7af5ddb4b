import { Injectable } from '@nestjs/common';
import { Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Caller, reaches } from '#identity';
import { type Language } from '#journey';
import {
  BEYOND_NEWEST,
  CalendarClock,
  Definitions,
  JourneyFeedback,
  JourneyReader,
  type JourneyRecord,
  JourneyStore,
  type JourneyView,
  type OpenedJourney,
  type PersonJourney,
  readOn,
} from '#runtime';
import { EdgeError } from '../problem/edge-error.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { type CancellationDocument } from './cancellation-document.js';
import { describeHappening, describeItem, describeJourney, type EntryId } from './describe-journey.js';
import { EntryIds } from './entry-ids.js';
import { HolderNames } from './holder-names.js';
import {
  type HappenedPage,
  type JourneyDocument,
  type JourneyListItem,
  type JourneyPage,
} from './journey-document.js';
import { MessagePresenter } from '../mailbox/message-presenter.js';
import { keysetCursor } from '../paging/cursor.js';
import { limitOf, type PageQuery, pageRequest } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { withHandles } from './task-handles.js';
import { ReaderWords } from './reader-words.js';
import { DefinitionWords } from './words.js';

/** So many messages stand in a journey's document. */
const LATEST = 3;
/** No entry has this number. */
const NEVER = -1;

/** Presenter: journeys as documents for one person, in their language. */
@Injectable()
export class JourneyPresenter {
  constructor(
    private readonly reader: JourneyReader,
    private readonly definitions: Definitions,
    private readonly persons: PersonExchange,
    private readonly entries: EntryIds,
    private readonly journeys: JourneyStore,
    private readonly catalogue: Catalogue,
    private readonly messages: MessagePresenter,
    private readonly feedback: JourneyFeedback,
    private readonly calendar: CalendarClock,
    private readonly holders: HolderNames,
  ) {}

  /** The journey as a document. */
  async one(journey: string, person: string, language: Language): Promise<JourneyDocument> {
    return this.#present(await this.reader.view(journey, person), person, language);
  }

  /** The same of a journey that a command has just returned, which is not read again. */
  async of(record: JourneyRecord, person: string, language: Language): Promise<JourneyDocument> {
    return this.#present(await this.reader.viewOf(record, person), person, language);
  }

  async #present(view: JourneyView, person: string, language: Language): Promise<JourneyDocument> {
    const { id: journey } = view;
    const [compiled, holders, messages] = await Promise.all([
      this.definitions.byHash(view.hash),
      this.holders.of(view.happened, person),
      view.writtenTo ? this.messages.latest(person, journey, LATEST, language) : [],
    ]);
    const words = new ReaderWords(compiled, view.reader, language, this.#today(), holders);
    const described = describeJourney(view, messages, words, this.idOf(journey, person));
    const tasks = await Promise.all(
      described.tasks.map(task =>
        withHandles(task, this.persons, { journey, task: task.task, viewer: person }, words),
      ),
    );
    const isAsked = await this.feedback.isAsked(view, compiled, person);
    const feedback = isAsked && { feedback: `/v1/journeys/${journey}/feedback` };
    return { ...described, tasks, links: { ...described.links, ...feedback } };
  }

  /**
   * A page of what has happened, newest first.
   *
   * @param after id of the last entry of the page before; without it the page begins with the newest
   * @throws RequestError `unknown-journey`; EdgeError `invalid`
   */
  async happened(
    journey: string,
    person: string,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
    language: Language,
  ): Promise<HappenedPage> {
    const before = after === undefined ? BEYOND_NEWEST : this.entries.seqOf(journey, person, after);
    const range = { before: before ?? 0, limit };
    const { opened, items, first, more } = await this.reader.timeline(journey, person, range);
    if (before === undefined) throw unknownCursor();
    const words = wordsFor(opened, language, await this.holders.of(items, person));
    const idOf = this.idOf(journey, person);
    return {
      items: items.map(item => describeHappening(item, words, idOf)).reverse(),
      ...(more && first !== undefined && { next: idOf(first) }),
    };
  }

  /** The ids by which a reader knows the entries of a journal. */
  idOf(journey: string, person: string): EntryId {
    return this.entries.idsFor(journey, person);
  }

  /** The version that the caller read; one that no journey has for what is not theirs. */
  versionOf(journey: string, person: string, id: string | undefined): number | undefined {
    return id === undefined ? undefined : (this.entries.seqOf(journey, person, id) ?? NEVER);
  }

  /** Somebody who is only spoken of does not read the journey; a page may hold fewer items than were asked for. */
  async list(caller: Caller, query: PageQuery, language: Language): Promise<JourneyPage> {
    const { person } = caller;
    const keysetOf = ({ journey: id, startedAt: at }: PersonJourney) => ({ at, id });
    const found = await readOn(pageRequest(query), {
      read: page => this.journeys.pageOf(person, page),
      keysetOf,
      keep: all => all.filter(({ definition }) => reaches(caller, definition)),
    });
    const { items, ...next } = pageUpTo(found, limitOf(query), last => keysetCursor(keysetOf(last)));
    const glances = await this.reader.glances(
      items.map(({ journey }) => journey),
      person,
    );
    const described = glances.map(view => (view ? this.#item(view, language) : undefined));
    return { items: (await Promise.all(described)).filter(item => item !== undefined), ...next };
  }

  async #item(view: JourneyView, language: Language): Promise<JourneyListItem> {
    const compiled = await this.definitions.byHash(view.hash);
    return describeItem(view, new ReaderWords(compiled, view.reader, language, this.#today()));
  }

  /** Title of a journey, by its newest version; of one that has been withdrawn, its id. */
  async #titleOf(id: string, language: Language): Promise<string> {
    const latest = (await this.definitions.versions(id)).at(-1);
    return latest ? (await this.definitions.byHash(latest.hash)).definition.title[language] : id;
  }

  /** @throws RequestError `unknown-journey`, `not-cancellable`, `journey-ended`, `journey-held` */
  async cancellation(journey: string, person: string, language: Language): Promise<CancellationDocument> {
    const preview = await this.reader.cancellation(journey, person);
    const { definition, compensations, irreversible, goesOn } = preview;
    const words = new DefinitionWords(definition, this.catalogue, language, this.#today());
    return {
      undone: compensations.map(({ service, authority }) => ({
        service,
        text: words.doing(service, authority),
        authorityName: words.authority(authority ?? this.catalogue.service(service)?.authority ?? service),
      })),
      irreversible: irreversible.map(({ service, reason }) => ({
        service,
        text: words.service(service),
        reason: reason[words.language],
      })),
      goesOn: await Promise.all(
        goesOn.map(async begun => ({
          definition: begun.definition,
          title: await this.#titleOf(begun.definition, language),
          ...(begun.person === person && { journey: begun.journey }),
        })),
      ),
    };
  }

  #today(): string {
    return dateAt(this.calendar.now());
  }
}

/** The words of a journey that is open to somebody. */
export function wordsFor(
  { compiled, person, record }: OpenedJourney,
  language: Language,
  holders?: ReadonlyMap<string, string>,
): ReaderWords {
  return new ReaderWords(compiled, { person, state: record.state.chart }, language, undefined, holders);
}

function unknownCursor(): EdgeError {
  const field = { path: '/after', code: 'cursor', message: 'must be the `next` of the page before' };
  return new EdgeError('invalid', 'The page asked for follows none that you were given.', {
    fields: [field],
  });
}
