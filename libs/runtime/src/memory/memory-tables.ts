import { type Instant } from '#statechart';
import {
  type DispatchRecord,
  type JournalEntry,
  type JourneyRecord,
  type NewParticipant,
} from '../journey-record.js';
import { type Correction } from '../corrections/correction.js';
import { type Assistance } from '../assistance/assistance.js';
import { type GivenMandate, type Mandate, withDeaths } from '../mandates/mandate.js';
import { type RegisteredDeath } from '../mandates/registered-death.js';
import { type RegisteredName } from '../mandates/registered-name.js';
import { type MessageRecord } from '../mailbox/message.js';
import {
  type DocumentHead,
  type DocumentPlace,
  type SecondChannel,
  type Draft,
  type Feedback,
  type NewCorrection,
  type SentCode,
  type SentText,
  type Settings,
} from '../ports.js';
import { roleOf } from '../role-of.js';

export interface JourneyRow extends JourneyRecord {
  readonly states: readonly string[];
  readonly movedAt: Instant;
}

export interface DispatchRow extends DispatchRecord {
  /** From when on it is rung, while it is pending. */
  readonly ringAt?: Instant;
}

export interface TimerRow {
  readonly journey: string;
  readonly seq: number;
  readonly due: Instant;
  readonly ringAt: Instant;
}

export type CorrectionRow = NewCorrection & Pick<Correction, 'answer'>;

export interface DocumentRow extends DocumentPlace {
  readonly head: DocumentHead;
  readonly content: Buffer;
  readonly sent: boolean;
}

/** Shared tables of the in-memory stores. */
export class MemoryTables {
  readonly journeys = new Map<string, JourneyRow>();
  /** Ids of journeys that are no more. */
  readonly erased = new Set<string>();
  /** By journey, in order of `seq`. */
  readonly journal = new Map<string, JournalEntry[]>();
  /** By dispatch id. */
  readonly dispatches = new Map<string, DispatchRow>();
  /** By journey and seq. */
  readonly timers = new Map<string, TimerRow>();
  /** By journey. */
  readonly participants = new Map<string, (NewParticipant & { readonly left?: true })[]>();
  /** By dispatch id of their delivery. */
  readonly messages = new Map<string, Omit<MessageRecord, 'definition' | 'hash'>>();
  /** By holder, person, basis and beginning. */
  readonly mandates = new Map<string, Mandate>();
  /** By person. */
  readonly registeredNames = new Map<string, RegisteredName>();
  /** By person. */
  readonly registeredDeaths = new Map<string, RegisteredDeath>();
  /** By id. */
  readonly assistances = new Map<string, Assistance>();
  readonly givenMandates = new Map<string, GivenMandate>();
  readonly corrections = new Map<string, CorrectionRow>();
  /** By person. */
  readonly secondChannels = new Map<
    string,
    { readonly channel: SecondChannel; readonly sent?: SentCode; readonly tries: number }
  >();
  readonly sentTexts = new Map<string, SentText>();
  readonly feedback: Feedback[] = [];
  readonly feedbackGivers: { readonly journey: string; readonly person: string }[] = [];
  readonly settings = new Map<string, Settings>();
  /** By person. */
  readonly calendarFeeds = new Map<string, { readonly secret: string; readonly since: Instant }>();
  /** By id. */
  readonly documents = new Map<string, DocumentRow>();
  /** By journey, task and person. */
  readonly drafts = new Map<string, Draft>();
  readonly pauses = new Map<
    string,
    { readonly paused: boolean; readonly reason: string; readonly by: string; readonly since: Instant }
  >();
}

/** Whether a dispatch waits, for its authority or that one's role is paused. */
export function isPaused({ pauses }: MemoryTables, { authority, service }: DispatchRow): boolean {
  return [authority, roleOf(service)].some(name => pauses.get(name)?.paused === true);
}

/** A mandate as the deaths of the two leave it. */
export function asRegistered<Kept extends Mandate>({ registeredDeaths }: MemoryTables, mandate: Kept): Kept {
  const [holder, person] = [mandate.holder, mandate.person].map(who => registeredDeaths.get(who) ?? {});
  return withDeaths(mandate, { holder: holder!, person: person! });
}

/** Composite key. */
export function rowKey(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}
