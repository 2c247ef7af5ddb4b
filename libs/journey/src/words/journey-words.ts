import { dateAt } from '#calendar';
import { type Json } from '#statechart';
import { type Language } from '../catalogue.js';
import { type Definition } from '../definition.js';
import { type MessageEffect, type ReminderEffect } from '../journey-effect.js';
import { type JourneyState, type PersonId } from '../journey-state.js';
import { type TaskDefinition } from '../state-definition.js';
import { everyState } from '../state-index.js';
import { generalReminder } from './general-reminder.js';
import { PersonNames } from './person-names.js';
import { fillIn, isPlaceholderType } from './placeholder.js';
import { valueWords } from './value-words.js';

/** What is sent to somebody, as they read it. */
export interface WordedMessage {
  readonly subject: string;
  readonly body: string;
}

/** For whom something is put into words, and how the journey stands: who is named depends on both. */
export interface Reader {
  readonly person: PersonId;
  readonly state: JourneyState;
}

/** Values by the name of their placeholder. */
export type Values = Readonly<Record<string, Json>>;

/**
 * Message catalogue: everything that a journey tells, put into words. Pure; it never throws, for a definition may be older
 * than what it is asked: what has no words is said by its name.
 */
export class JourneyWords {
  readonly names: PersonNames;
  readonly #definition: Definition;
  readonly #tasks: ReadonlyMap<string, TaskDefinition>;

  constructor(definition: Definition) {
    this.#definition = definition;
    this.#tasks = new Map(
      everyState(definition.machine).flatMap(({ path, task }) => (task ? [[path, task]] : [])),
    );
    this.names = new PersonNames(definition);
  }

  /** Subject and body of a message. */
  message({ text, with: values }: MessageEffect, language: Language, reader: Reader): WordedMessage {
    const { subject, body } = this.#definition.texts[language].messages[text] ?? { subject: text, body: '' };
    return {
      subject: this.#filled(subject, values, language, reader),
      body: this.#filled(body, values, language, reader),
    };
  }

  /** Subject and body of a reminder: the task's own, else what is said in general. */
  reminder({ task, due }: ReminderEffect, language: Language, reader: Reader): WordedMessage {
    const texts = this.#definition.texts[language];
    // Due is the instant after the last on which it may be done.
    const values = { lastDay: dateAt(due - 1) };
    const filled = (text: string): string => this.#filled(text, values, language, reader);
    const ifNothing = texts.outcomes[this.#tasks.get(task)?.ifNothing ?? ''];
    return generalReminder(language, {
      title: filled(texts.tasks[task]?.title ?? task),
      lastDay: filled('{lastDay, date}'),
      ...(ifNothing !== undefined && { ifNothing: filled(ifNothing) }),
    });
  }

  #filled(text: string, values: Values, language: Language, reader: Reader): string {
    const nameOf = (person: PersonId): string | undefined => this.names.of(person, language, reader);
    return fillIn(text, ({ name, type }) =>
      valueWords(
        Object.hasOwn(values, name) ? values[name] : undefined,
        isPlaceholderType(type) ? type : undefined,
        language,
        nameOf,
      ),
    );
  }
}
