import { type CompiledJourney, type Language, type MessageEffect, type WordedMessage } from '#journey';
import { type Json } from '#statechart';
import { unknownMessage } from '../decide/refusal.js';
import { type Definitions } from '../definitions.js';
import { isQuiet } from '../is-quiet.js';
import { isOver, type JourneyRecord } from '../journey-record.js';
import {
  type CalendarClock,
  type JourneyStore,
  type MessageFilter,
  type MessageStore,
  type PageRequest,
  type SettingStore,
} from '../ports.js';
import { type MessageAsks, type MessageRecord, subjectOf } from './message.js';

export interface MailboxParts {
  readonly messages: MessageStore;
  readonly settings: SettingStore;
  readonly journeys: Pick<JourneyStore, 'load'>;
  readonly definitions: Definitions;
  readonly calendar: CalendarClock;
}

/** Message as its recipient reads it. */
export interface MailboxItem extends Omit<MessageRecord, 'content' | 'params' | 'language'> {
  /** Absent in a message about a mandate. */
  readonly compiled?: CompiledJourney;
  /** Of the words: the language it was delivered in, or until then, and where it is not delivered, the one they wish now. */
  readonly language: Language;
  readonly words: WordedMessage;
  /** What the journey was called when it was sent, and after a loss what it is called now. */
  readonly label?: Readonly<Record<Language, string>>;
  /** Whether the journey is after a loss now. */
  readonly quiet: boolean;
  /** What it asks of them, and whether they can still do it. */
  readonly asks?: MessageAsks & { readonly open: boolean };
}

/**
 * Query side of messages: what a person has been sent, in every journey. What was sent is theirs, whatever becomes of the journey or of
 * their role in it; what was sent to another does not exist for them.
 */
export class Mailbox {
  readonly #parts: MailboxParts;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** A page, newest first; `journey` narrows it to one. */
  async page(person: string, filter: MessageFilter, page: PageRequest): Promise<readonly MailboxItem[]> {
    return this.#read(await this.#parts.messages.pageOf(person, filter, page), person);
  }

  /** @throws RequestError `unknown-message`, also for another person's */
  async one(journey: string, number: number, person: string): Promise<MailboxItem> {
    const found = await this.#parts.messages.find(journey, number, person);
    if (!found) throw unknownMessage();
    return (await this.#read([found], person))[0]!;
  }

  /**
   * The person has read it. Reading again changes nothing.
   *
   * @throws RequestError `unknown-message`
   */
  async read(journey: string, number: number, person: string): Promise<void> {
    const { messages, calendar } = this.#parts;
    if (!(await messages.markRead(journey, number, person, calendar.now()))) throw unknownMessage();
  }

  async #read(found: readonly MessageRecord[], person: string): Promise<readonly MailboxItem[]> {
    if (found.length === 0) return [];
    const { settings, journeys, definitions } = this.#parts;
    const wished = (await settings.find(person)).language;
    const loaded = new Map<string, Promise<JourneyRecord | undefined>>();
    const journeyOf = (id: string): Promise<JourneyRecord | undefined> => {
      const loading = loaded.get(id) ?? journeys.load(id);
      loaded.set(id, loading);
      return loading;
    };
    return Promise.all(
      found.map(async ({ content, params, language = wished, ...message }): Promise<MailboxItem> => {
        const compiled = message.hash === undefined ? undefined : await definitions.byHash(message.hash);
        const isOld = content === undefined;
        const record = compiled && (await journeyOf(message.journey));
        const label = content?.label && labelNow(content.label, person, record, compiled);
        const asks = isOld ? reminderOf({ text: message.text, params: params ?? null }) : content.asks;
        return {
          ...message,
          ...(compiled && { compiled }),
          quiet: record !== undefined && isQuiet(record, compiled!),
          language,
          words: isOld
            ? wordedNow({ ...message, params: params ?? null }, record, compiled!, language)
            : {
                ...content.words[language],
                subject: subjectOf(
                  { ...content, ...(label && { label }) },
                  message.labelled ?? false,
                  language,
                ),
              },
          ...(label && { label }),
          ...(asks && compiled && { asks: { ...asks, open: this.#isOpen(asks, person, record, compiled) } }),
        };
      }),
    );
  }

  #isOpen(
    { task }: MessageAsks,
    person: string,
    record: JourneyRecord | undefined,
    compiled: CompiledJourney,
  ): boolean {
    if (!record || isOver(record)) return false;
    const open = compiled.openTasks(record.state.chart, this.#parts.calendar.now());
    return open.some(opened => opened.task === task && opened.persons.includes(person));
  }
}

type Label = NonNullable<MailboxItem['label']>;

/** After a loss nobody is led back to what a journey was called before; elsewhere it is called what it was when the message was sent. */
function labelNow(
  sent: Label,
  person: string,
  record: JourneyRecord | undefined,
  compiled: CompiledJourney | undefined,
): Label {
  if (!record || !compiled || !isQuiet(record, compiled)) return sent;
  const { chart } = record.state;
  if (compiled.rolesOf(chart, person).length === 0) return sent;
  const { words, definition } = compiled;
  const now = (language: Language): string =>
    words.label(language, { person, state: chart }) ?? definition.title[language];
  return { da: now('da'), en: now('en') };
}

type OldMessage = Pick<MessageRecord, 'person' | 'role' | 'text'> & { readonly params: Json };

/** Upcaster: a message from before messages were worded when sent, in the words of its definition. */
function wordedNow(
  { person, role, text, params }: OldMessage,
  record: JourneyRecord | undefined,
  { words, definition }: CompiledJourney,
  language: Language,
): WordedMessage {
  if (!record) return { subject: definition.title[language], body: '' };
  const reader = { person, state: record.state.chart };
  const reminded = reminderOf({ text, params });
  if (reminded) {
    return words.reminder({ type: 'reminder', role, persons: [person], ...reminded }, language, reader);
  }
  const values = params as MessageEffect['with'];
  return words.message(
    { type: 'message', to: role, persons: [person], text, with: values },
    language,
    reader,
  );
}

function reminderOf({
  text,
  params,
}: Pick<OldMessage, 'text' | 'params'>): Required<Omit<MessageAsks, 'title'>> | undefined {
  const { task, due } = (params ?? {}) as { readonly task?: Json; readonly due?: Json };
  return text === 'reminder' && typeof task === 'string' && typeof due === 'string'
    ? { task, due: Date.parse(due) }
    : undefined;
}
