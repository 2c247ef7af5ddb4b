import { dateAt, dateInWords } from '#calendar';
import { propertiesOf } from '#schema';
import { type Instant, type Json } from '#statechart';
import { type Language, type ServiceCatalogue } from '../catalogue.js';
import { type CompiledTask, compiledTemplates, filled } from '../compile/compiled-task.js';
import { type Definition, type FormTexts } from '../definition.js';
import { rememberings } from '../expression/environment-of.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { compileTemplate, knownValue } from '../expression/template.js';
import { type MessageEffect, type ReminderEffect, type UndoEffect } from '../journey-effect.js';
import { type StateDefinition, type OutcomeKind } from '../state-definition.js';
import { type Choice, labelsOf } from '../step/choices.js';
import { isRecord } from '../read/cursor.js';
import { type OpenTask } from '../step/open-tasks.js';
import { rolesOf } from '../step/roles-of.js';
import { isOfDocuments } from './is-of-documents.js';
import { generalReminder } from './general-reminder.js';
import { filledForm } from './filled-form.js';
import { offerWords } from './offer-words.js';
import { PersonNames, type Reader } from './person-names.js';
import { BEGINS_SENTENCE, kindInOurWords, sentenceCase } from './sentence-case.js';
import { filledText, isPlaceholderType, placeholdersIn, withoutValues } from './placeholder.js';
import { ValueOrigins, type ValueKind } from './value-origins.js';
import { type GivenValues, givenValues, LAST_DAY } from './value-places.js';
import { valueWords } from './value-words.js';

/** What is sent to somebody, as they read it. */
export interface WordedMessage {
  readonly subject: string;
  readonly body: string;
}

/** An open task, as somebody reads it. */
export interface WordedTask {
  readonly title: string;
  readonly help?: string;
  /** What it is about, in the order written. */
  readonly shows: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** What may be chosen, by field. */
  readonly choices: Readonly<Record<string, readonly { readonly value: Json; readonly label: string }[]>>;
  readonly form?: FormTexts;
  /** What happens if nothing is done. */
  readonly ifNothing?: string;
}

/** What the placeholders of a text stand for, by name. */
export type TextValues = Readonly<Record<string, Json>>;

/** What words are made from: parts of a compiled journey. */
interface Parts {
  readonly definition: Definition;
  readonly catalogue: ServiceCatalogue;
  readonly environment: ExpressionEnvironment;
  readonly states: ReadonlyMap<string, StateDefinition>;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
}

/**
 * Message catalogue: everything that a journey tells, put into words; the one way there is. Pure; it never throws, for a
 * definition may be older than what it is asked: what has no words is said by its name.
 */
export class JourneyWords {
  readonly names: PersonNames;
  readonly #parts: Parts;
  readonly #origins: ValueOrigins;
  readonly #given: GivenValues;
  readonly #kinds = new Map<Json, ValueKind>();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { definition, catalogue, environment } = parts;
    const all = rememberings(definition, catalogue);
    this.names = new PersonNames(definition, catalogue, environment, all);
    this.#origins = new ValueOrigins(definition, catalogue, environment, all);
    this.#given = givenValues(definition);
  }

  /** Subject and body of a message. */
  message({ text, with: values }: MessageEffect, language: Language, reader: Reader): WordedMessage {
    const { messages } = this.#texts(language);
    const { subject, body } = own(messages, text) ?? { subject: text, body: '' };
    const fill = this.#filler('messages', text, values, language, reader);
    return { subject: fill(subject), body: fill(body) };
  }

  /** Subject and body of a reminder: the task's own, else what is said in general. */
  reminder({ task, due }: ReminderEffect, language: Language, reader: Reader): WordedMessage {
    const compiled = this.#parts.tasks.get(task);
    // Due is the instant after the last on which it may be done.
    const lastDay = dateAt(due - 1);
    const values = {
      [LAST_DAY]: lastDay,
      ...(compiled && filled(compiled.with, this.#scope(reader))),
    };
    const fill = this.#filler('tasks', task, values, language, reader);
    const { title, reminder } = own(this.#texts(language).tasks, task) ?? { title: task };
    if (reminder) return { subject: fill(reminder.subject), body: fill(reminder.body) };
    const ifNothing = this.#ifNothing(compiled?.task.ifNothing, values, language, reader);
    return generalReminder(language, {
      title: fill(title),
      lastDay: dateInWords(lastDay)[language],
      ...(ifNothing !== undefined && { ifNothing }),
    });
  }

  /** Subject and body of the message that tells of an offer, which stands until an instant. */
  offer(name: string, until: Instant, language: Language): WordedMessage {
    return offerWords(own(this.#texts(language).offers, name) ?? { title: name, body: '' }, until, language);
  }

  /** Why a journey has cancelled itself. */
  undone(
    { text, with: values }: Pick<UndoEffect, 'text' | 'with'>,
    language: Language,
    reader: Reader,
  ): string {
    const { outcomes } = this.#texts(language);
    return this.#filler('outcomes', text, values, language, reader)(own(outcomes, text) ?? text);
  }

  /** One line on a state; undefined when there is nothing to say of it. */
  state(path: string, language: Language, reader: Reader): string | undefined {
    const text = own(this.#texts(language).states, path);
    if (text === undefined || !text.includes('{')) return text;
    return this.#filler(
      'states',
      path,
      this.#values(this.#parts.states.get(path)?.with, reader),
      language,
      reader,
    )(text);
  }

  /** What came of it where a final state says so; undefined for every other state. */
  outcome(
    path: string,
    language: Language,
    reader: Reader,
  ): { readonly is: OutcomeKind; readonly text: string } | undefined {
    const outcome = this.#parts.states.get(path)?.outcome;
    return outcome && this.reached(path, this.#values(outcome.with, reader), language, reader);
  }

  /** What an outcome is called when the values of its placeholders are in hand, as they were when it was reached. */
  reached(
    path: string,
    values: TextValues,
    language: Language,
    reader: Reader,
  ): { readonly is: OutcomeKind; readonly text: string } | undefined {
    const outcome = this.#parts.states.get(path)?.outcome;
    if (!outcome) return undefined;
    const { is, text } = outcome;
    const fill = this.#filler('outcomes', text, values, language, reader);
    return { is, text: fill(own(this.#texts(language).outcomes, text) ?? text) };
  }

  /** What will be so when a state is come to: what comes of it, else its own line; undefined while neither can be said in full. */
  ahead(path: string, language: Language, reader: Reader): string | undefined {
    const { outcomes, states } = this.#texts(language);
    const { outcome, with: given } = this.#parts.states.get(path) ?? {};
    const said = [
      ['outcomes', outcome?.text, own(outcomes, outcome?.text ?? ''), outcome?.with],
      ['states', path, own(states, path), given],
    ] as const;
    for (const [group, key, text, templates] of said) {
      if (text === undefined || key === undefined) continue;
      const values = this.#values(templates, reader);
      if (isKnown(text, values)) return this.#filler(group, key, values, language, reader)(text);
    }
    return undefined;
  }

  /** What tells the journey from others of its kind: the first label that the reader may read, whose guard holds and that is known in full. */
  label(language: Language, reader: Reader): string | undefined {
    const { definition, environment } = this.#parts;
    const roles = rolesOf(definition, reader.state.context, reader.person);
    const { labels, machine } = definition;
    for (const { guard, visibleTo = machine.visibleTo ?? roles, text: key, with: templates } of labels) {
      if (!roles.some(role => visibleTo.includes(role))) continue;
      const when = guard === undefined ? undefined : own(definition.conditions, guard)?.when;
      if (when !== undefined && knownValue(compileTemplate(when, environment), this.#scope(reader)) !== true)
        continue;
      const text = own(this.#texts(language).labels, key);
      const values = this.#values(templates, reader);
      if (text !== undefined && isKnown(text, values))
        return this.#filler('labels', key, values, language, reader)(text);
    }
    return undefined;
  }

  /** Title of a section. */
  section(key: string, language: Language): string {
    return own(this.#texts(language).sections, key) ?? key;
  }

  /** Title of a task that need not be open. */
  taskTitle(path: string, language: Language, reader: Reader): string {
    const title = own(this.#texts(language).tasks, path)?.title ?? path;
    return this.#filler('tasks', path, this.#taskValues(path, reader), language, reader)(title);
  }

  /** What is on the button of an event of a task that need not be open. */
  taskEvent(path: string, event: string, language: Language, reader: Reader): string {
    const form = this.#parts.tasks.get(path)?.task.form ?? '';
    const label = own(own(this.#texts(language).forms, form)?.events ?? {}, event) ?? event;
    return this.#filler('tasks', path, this.#taskValues(path, reader), language, reader)(label);
  }

  /** What happens if nothing is done about a task that need not be open. */
  ifNothing(path: string, language: Language, reader: Reader): string | undefined {
    const key = this.#parts.tasks.get(path)?.task.ifNothing;
    return this.#ifNothing(key, this.#taskValues(path, reader), language, reader);
  }

  /** An open task with its form. */
  task(open: OpenTask, language: Language, reader: Reader): WordedTask {
    const { task, form: formName, with: values } = open;
    const texts = this.#texts(language);
    const { title, help, shows } = own(texts.tasks, task) ?? { title: task, help: undefined, shows: {} };
    const fill = this.#filler('tasks', task, values, language, reader);
    const form = own(texts.forms, formName);
    const ifNothing = this.#ifNothing(open.ifNothing, values, language, reader);
    return {
      title: fill(title),
      ...(help !== undefined && { help: fill(help) }),
      shows: Object.entries(open.shows).map(([name, value]) => ({
        name,
        label: fill(own(shows, name) ?? name),
        value: this.#shown(value, this.#parts.tasks.get(task)?.task.shows[name], language, reader),
      })),
      choices: Object.fromEntries(
        Object.entries(open.choices).map(([field, choices]) => [
          field,
          choices.map(choice => this.#choice(choice, form?.fields[field]?.options, language, reader)),
        ]),
      ),
      ...(form && { form: filledForm(form, fill) }),
      ...(ifNothing !== undefined && { ifNothing }),
    };
  }

  /**
   * What was filled in of a form, field by field in its order.
   *
   * @param nameOf what each person in the data may be called
   * @param choices what could be chosen, by field: a number from a register is read by its label
   */
  answer(
    task: string,
    data: Json,
    language: Language,
    nameOf: (person: string) => string | undefined,
    choices: OpenTask['choices'] = {},
  ): WordedTask['shows'] {
    const { form = '' } = this.#parts.tasks.get(task)?.task ?? {};
    return this.#filledIn(form, data, language, nameOf, choices);
  }

  /** The same of what the journey was given. */
  given(data: Json, language: Language, nameOf: (person: string) => string | undefined): WordedTask['shows'] {
    return this.#filledIn(this.#parts.definition.takes ?? '', data, language, nameOf);
  }

  #filledIn(
    form: string,
    data: Json,
    language: Language,
    nameOf: (person: string) => string | undefined,
    choices: OpenTask['choices'] = {},
  ): WordedTask['shows'] {
    const fields = own(this.#texts(language).forms, form)?.fields ?? {};
    const asked = propertiesOf(own(this.#parts.definition.forms, form) ?? {});
    const sent = isRecord(data) ? data : {};
    return Object.entries(asked).flatMap(([name, schema]) => {
      const value = own(sent, name);
      if (value === undefined) return [];
      const { label = name, options: written } = own(fields, name) ?? {};
      const options = choices[name] ? { ...labelsOf(choices[name]), ...written } : written;
      const words = isOfDocuments(schema)
        ? ATTACHED[language]
        : valueWords(value, { language, nameOf, ...(options && { options }) });
      const isDay = schema['format'] === 'date' || schema['format'] === 'date-time';
      const kind = isDay ? 'date' : kindInOurWords(value);
      return [{ name, label: withoutValues(label), value: sentenceCase(words, kind) }];
    });
  }

  #choice(
    { value, label }: Choice,
    options: Readonly<Record<string, string>> | undefined,
    language: Language,
    reader: Reader,
  ): { readonly value: Json; readonly label: string } {
    const nameOf = (person: string): string | undefined => this.names.of(person, language, reader);
    return { value, label: valueWords(label, { language, nameOf, ...(options && { options }) }) };
  }

  #shown(value: Json, template: Json | undefined, language: Language, reader: Reader): string {
    const { type, options } = this.#kindOf(template);
    const nameOf = (person: string): string | undefined => this.names.of(person, language, reader);
    return sentenceCase(
      valueWords(value, {
        language,
        nameOf,
        ...(type && { type }),
        ...(options && { options: options[language] }),
      }),
      type ?? kindInOurWords(value),
    );
  }

  #ifNothing(
    key: string | undefined,
    values: TextValues,
    language: Language,
    reader: Reader,
  ): string | undefined {
    const text = own(this.#texts(language).outcomes, key ?? '');
    if (key === undefined || text === undefined) return undefined;
    return this.#filler('outcomes', key, values, language, reader)(text);
  }

  /** Fills in the placeholders of the texts under a key. */
  #filler(
    group: keyof GivenValues,
    key: string,
    values: TextValues,
    language: Language,
    reader: Reader,
  ): (text: string) => string {
    const nameOf = (person: string): string | undefined => this.names.of(person, language, reader);
    return text =>
      filledText(text, ({ name, type: written, start }) => {
        const type = isPlaceholderType(written) ? written : undefined;
        const options = this.#options(group, key, name)?.[language];
        const words = valueWords(Object.hasOwn(values, name) ? values[name] : undefined, {
          language,
          nameOf,
          ...(type && { type }),
          ...(options && { options }),
        });
        return BEGINS_SENTENCE.test(text.slice(0, start)) ? sentenceCase(words, type) : words;
      });
  }

  #options(group: keyof GivenValues, key: string, name: string): ValueKind['options'] {
    for (const given of this.#given[group].get(key) ?? []) {
      const { options } = this.#kindOf(given[name]);
      if (options) return options;
    }
    return undefined;
  }

  #kindOf(template: Json | undefined): ValueKind {
    if (template === undefined) return {};
    let kind = this.#kinds.get(template);
    if (!kind) this.#kinds.set(template, (kind = this.#origins.kindOf(template)));
    return kind;
  }

  /** Of a task that need not be open: what is known now. */
  #taskValues(path: string, reader: Reader): TextValues {
    const due = reader.state.context.tasks[path]?.due;
    const compiled = this.#parts.tasks.get(path);
    return {
      // Due is the instant after the last on which it may be done.
      ...(due !== undefined && { [LAST_DAY]: dateAt(Date.parse(due) - 1) }),
      ...(compiled && filled(compiled.with, this.#scope(reader))),
    };
  }

  #values(templates: TextValues | undefined, reader: Reader): TextValues {
    if (templates === undefined) return {};
    return filled(compiledTemplates(templates, this.#parts.environment), this.#scope(reader));
  }

  #scope({ state }: Reader) {
    return this.#parts.environment.scope(state.context);
  }

  #texts(language: Language) {
    return this.#parts.definition.texts[language];
  }
}

/** Whether a text can be said in full. */
function isKnown(text: string, values: TextValues): boolean {
  return placeholdersIn(text).every(({ name }) => Object.hasOwn(values, name));
}

const ATTACHED: Readonly<Record<Language, string>> = { da: 'Vedlagt', en: 'Attached' };

function own<T>(all: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(all, key) ? all[key] : undefined;
}
