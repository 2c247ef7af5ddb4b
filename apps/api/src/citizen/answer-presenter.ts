import { Injectable } from '@nestjs/common';
import { iso } from '#calendar';
import { type Language } from '#journey';
import { BEYOND_NEWEST, caseReference, JourneyReader, type SentAnswer } from '#runtime';
import { type Json } from '#statechart';
import { limitOf, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { PersonExchange } from '../persons/person-exchange.js';
import { type AnswerDocument, type AnswerPage } from './answer-document.js';
import { sectionOf } from './describe-task.js';
import { EntryIds } from './entry-ids.js';
import { wordsFor } from './journey-presenter.js';
import { type ReaderWords } from './reader-words.js';

/** Presenter: what a person has sent, as they may read it again. */
@Injectable()
export class AnswerPresenter {
  constructor(
    private readonly reader: JourneyReader,
    private readonly persons: PersonExchange,
    private readonly entries: EntryIds,
  ) {}

  /** @throws RequestError `unknown-journey` */
  async page(journey: string, person: string, query: PageQuery, language: Language): Promise<AnswerPage> {
    const limit = limitOf(query);
    // A cursor of somebody else's leads nowhere.
    const before =
      query.after === undefined ? BEYOND_NEWEST : (this.entries.seqOf(journey, person, query.after) ?? 0);
    const { opened, answers } = await this.reader.answers(journey, person, { before, limit: limit + 1 });
    const words = wordsFor(opened, language);
    const { items, ...next } = pageUpTo(answers, limit, ({ seq }) => this.entries.idOf(journey, person, seq));
    return { items: await Promise.all(items.map(answer => this.#document(journey, answer, words))), ...next };
  }

  async #document(
    journey: string,
    { seq, at, task, event, data }: SentAnswer,
    words: ReaderWords,
  ): Promise<AnswerDocument> {
    const { compiled, reader } = words;
    const reference = caseReference(journey, compiled.definition.title.da);
    return {
      receipt: `${reference}/${this.entries.idOf(journey, reader.person, seq)}`,
      at: iso(at),
      task,
      ...sectionOf(task, words),
      title: words.taskTitle(task),
      event,
      label: words.taskEvent(task, event),
      fields: data === undefined ? [] : await this.#fields(journey, { at, task, data }, words),
    };
  }

  /** With what the reader may call each person in their place. */
  async #fields(
    journey: string,
    { at, task, data }: Pick<SentAnswer, 'at' | 'task'> & { readonly data: Json },
    words: ReaderWords,
  ): Promise<AnswerDocument['fields']> {
    const { compiled, reader, language } = words;
    const schema = compiled.formOf(task);
    const scope = { journey, task, viewer: reader.person };
    const shown = await this.persons.shown(schema, data, scope, words);
    const labels = new Map(shown.persons.map(({ value, label }) => [value, label]));
    const choices = compiled.choices(reader.state, at, task);
    return compiled.words.answer(task, shown.data, language, handle => labels.get(handle), choices);
  }
}
