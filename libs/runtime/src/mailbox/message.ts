import { type Language, type WordedMessage } from '#journey';
import { type Instant, type Json } from '#statechart';

/** Message to a participant, as a step sends it. It is worded at once, so that it says tomorrow what was true today. */
export interface OutgoingMessage {
  readonly person: string;
  readonly role: string;
  /** Key of the definition's texts; `reminder` for a reminder, {@link OFFERED} for an offer. */
  readonly text: string;
  readonly content: MessageContent;
  /** It stands in the mailbox, and nobody is disturbed with it: it is not delivered. */
  readonly quiet?: true;
}

/** Text of the message that tells of an offer. No message of a definition has the name, for it has a space. */
export const OFFERED = 'an offer';

/** What a message says; sealed at rest. */
export interface MessageContent {
  /** In every language: which one they read is chosen when it is delivered. */
  readonly words: Readonly<Record<Language, WordedMessage>>;
  /** What tells its journey from others of its kind, as it was then. */
  readonly label?: Readonly<Record<Language, string>>;
  readonly asks?: MessageAsks;
  /** Where its journey is read. */
  readonly link?: string;
  /** Where a letter goes for somebody whom no register knows, in place of their mailbox. */
  readonly letter?: LetterAddress;
}

/** Subject as it is sent: with the label of the journey, where there were several of its kind. */
export function subjectOf({ words, label }: MessageContent, labelled: boolean, language: Language): string {
  const { subject } = words[language];
  return labelled && label ? `${subject} (${label[language]})` : subject;
}

/** Task that came with a message, for the person who gets it. */
export interface MessageAsks {
  /** Path of its state. */
  readonly task: string;
  /** Absent where it was not kept, in messages from before messages were worded when sent. */
  readonly title?: Readonly<Record<Language, string>>;
  /** The instant from which on it is too late. */
  readonly due?: Instant;
}

export interface LetterAddress {
  readonly name: string;
  /** On one line, as the address register writes it. */
  readonly address: string;
}

export const MessageStatus = {
  /** On its way. */
  sent: 'sent',
  /** In the recipient's digital mailbox, in the post to them, or kept here alone. */
  delivered: 'delivered',
  /** It could not be delivered, or came back. */
  returned: 'returned',
} as const;
export type MessageStatus = (typeof MessageStatus)[keyof typeof MessageStatus];

/** Way of a message to its recipient. `mailbox`: it stands here, and was sent no further. */
export type MessageWay = 'digitalPost' | 'letter' | 'mailbox';

/** Message as it is kept. */
export interface MessageRecord {
  /** Of one about a mandate that was given, or a correction: that one. */
  readonly journey: string;
  /** Within the journey; its delivery has the same, negative. */
  readonly number: number;
  /** Absent in a message about a mandate. */
  readonly definition?: string;
  /** Of the definition that its journey is pinned to; absent in a message about a mandate. */
  readonly hash?: string;
  readonly at: Instant;
  readonly person: string;
  readonly role: string;
  readonly text: string;
  /** Absent in a message from before messages were worded when sent. */
  readonly content?: MessageContent;
  /** Of a message from before: the values of its text. */
  readonly params?: Json;
  /** The language it was delivered in; absent until then. */
  readonly language?: Language;
  /** Its subject says which of several journeys it is about; absent until it is delivered. */
  readonly labelled?: boolean;
  readonly status: MessageStatus;
  /** Absent until it is known. */
  readonly way?: MessageWay;
  /** Day on which it counts as received. */
  readonly receivedOn?: string;
  /** Code of the reason why it was returned. */
  readonly returned?: string;
  readonly readAt?: Instant;
}
