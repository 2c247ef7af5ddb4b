import { type Instant, type Json } from '#statechart';
import { type JourneyState } from '#journey';
import { type Between } from './between/between.js';

export const JourneyStatus = {
  /** Held out to somebody; nothing of it has begun. */
  offered: 'offered',
  /** It was held out, and never begun: declined, expired or withdrawn. */
  lapsed: 'lapsed',
  /** Under way. */
  active: 'active',
  /** Cancelled by a participant; what was done is being undone. */
  cancelling: 'cancelling',
  /** Ended by cancellation; everything that can be undone is undone. */
  cancelled: 'cancelled',
  /** Ended in a final state. */
  done: 'done',
  /** Stopped by a fault of ours; what arrives meanwhile is kept until ops resume it. */
  held: 'held',
} as const;
export type JourneyStatus = (typeof JourneyStatus)[keyof typeof JourneyStatus];

/** Progress of a cancellation (saga): the next compensation is dispatched when the current one has answered. */
export type Compensating = {
  /** Compensations still to come, in the order they will be dispatched. */
  readonly queue: readonly Compensation[];
  /** The compensation in flight. */
  readonly current?: Compensation & { readonly seq: number };
  /** Last number given to a dispatch; continues the chart's own. */
  readonly seq: number;
  /** Why, when the journey has cancelled itself. */
  readonly reason?: UndoReason;
};

/** Why a journey has cancelled itself, as its definition says it. */
export type UndoReason = {
  /** Key of a text under `outcomes`. */
  readonly text: string;
  /** Values of the text's `{placeholders}`. */
  readonly with: Readonly<Record<string, Json>>;
  /** What was done and cannot be undone: the services, and the states that asked. */
  readonly stays: readonly { readonly service: string; readonly state: string }[];
};

/** Compensating request: undoes the effect of an earlier dispatch. */
export type Compensation = {
  /** Number of the dispatch whose effect is undone. */
  readonly undoes: number;
  /** Service that undoes it, e.g. `cpr.withdrawMove`. */
  readonly service: string;
  /** The authority that was asked, which is asked again; absent where that is the role. */
  readonly authority?: string;
  /** Path of the state that asked for it; absent in cancellations begun before it was kept. */
  readonly state?: string;
};

/** Process state: everything that the next event is decided on, as stored (sealed with the journey's own key). */
export type RunState = {
  readonly chart: JourneyState;
  readonly compensating?: Compensating;
  /** Absent in a journey that is alone. */
  readonly between?: Between;
  /** The last entry that each role may see, by role; absent until a journey begun before it was kept moves again. */
  readonly seen?: Seen;
  /** Id of the assistance that was told of last. */
  readonly assisted?: string;
};

/** Read positions: number and instant of the last journal entry that each role, or a person alone, may see. */
export type Seen = Readonly<Record<string, { readonly seq: number; readonly at: Instant }>>;

/** Aggregate as loaded. `version` counts its journal entries: the last entry has `seq === version`. */
export interface JourneyRecord {
  readonly id: string;
  readonly definition: string;
  /** Content hash of the definition that the journey is pinned to. */
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly version: number;
  readonly startedAt: Instant;
  readonly state: RunState;
}

/** Whether it has ended, is being undone, or has not begun: nothing but compensations happens in it any more. */
export function isOver({ status }: Pick<JourneyRecord, 'status'>): boolean {
  return status !== JourneyStatus.active && status !== JourneyStatus.held;
}

/** Whether nothing happens in it ever again; what is being undone, held or only offered has not ended. */
export function hasEnded({ status }: Pick<JourneyRecord, 'status'>): boolean {
  return (
    status === JourneyStatus.done || status === JourneyStatus.cancelled || status === JourneyStatus.lapsed
  );
}

/** Event types of the journal: what moved a journey. */
export const JournalKind = {
  started: 'started',
  submitted: 'submitted',
  answered: 'answered',
  refused: 'refused',
  skipped: 'skipped',
  elapsed: 'elapsed',
  reported: 'reported',
  late: 'late',
  cancelled: 'cancelled',
  undone: 'undone',
  notUndone: 'not-undone',
  held: 'held',
  waiting: 'waiting',
  resumed: 'resumed',
  /** An authority has reported something, and the journey is held out to somebody. */
  offered: 'offered',
  declined: 'declined',
  /** A journey that this one starts has begun. */
  began: 'began',
  /** A journey that this one has started has ended, or could not begin. */
  ended: 'ended',
  /** The journey that started this one has heard of its end. */
  told: 'told',
  /** What it waits for has passed to another authority. */
  authorityChanged: 'authority-changed',
} as const;
export type JournalKind = (typeof JournalKind)[keyof typeof JournalKind];

export interface JournalEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: JournalKind;
  /** Who: a person id, `authority:<id>`, `ops:<subject>`, or absent for the clock. */
  readonly actor?: string;
  /** Who did it for the actor, under a mandate: a person id. */
  readonly holder?: string;
  /** The authority at which they work, of a caseworker who helped; absent under a mandate. */
  readonly holderAuthority?: string;
  /** Plain for ops: the task, service, timer or event type. Never content. */
  readonly subject: string;
  /** Names this event once and for all, so that a repeated delivery is recognised. */
  readonly origin?: string;
  /** State paths entered and left. Plain for ops. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Path of the state that it was about: whose task was done, which had asked or listened; for a compensation, the state whose request it undoes. */
  readonly state?: string;
  /** The roles that may see it, and whoever else may alone; absent in entries written before it was kept. */
  readonly seenBy?: readonly string[];
  /** What arrived, in full; sealed at rest. */
  readonly detail: Json;
}

/** Journal entry without its payload: all that a reader of the journey is told of. */
export type SeenEntry = Omit<JournalEntry, 'detail' | 'origin'> & {
  /** Code by which an authority refused. */
  readonly refusal?: string;
  /** Of the entry by which it was resumed: what it was given, in order. */
  readonly taken?: readonly SeenEntry[];
};

/** The code of the refusal that the detail of an entry holds. */
export function refusalIn(detail: Json): string | undefined {
  const { stimulus } = (detail ?? {}) as {
    readonly stimulus?: { readonly error?: { readonly code?: Json } };
  };
  const code = stimulus?.error?.code;
  return typeof code === 'string' ? code : undefined;
}

/** What a reader may be told of the detail of an entry. */
export function detailSeen(detail: Json): Pick<SeenEntry, 'refusal' | 'taken'> {
  const refusal = refusalIn(detail);
  const taken = takenIn(detail);
  return { ...(refusal !== undefined && { refusal }), ...(taken.length > 0 && { taken }) };
}

/** What a held journey was given when it was resumed: each entry as it would have been, had the journey not been held. */
export function takenIn(detail: Json): readonly SeenEntry[] {
  const { taken = [] } = (detail ?? {}) as { readonly taken?: readonly SeenEntry[] };
  return taken;
}

/** What an entry is of. That of one that has held or cancelled the journey stands in its subject. */
export function eventOf({
  kind,
  subject,
}: Pick<JournalEntry, 'kind' | 'subject'>): Pick<JournalEntry, 'kind' | 'subject'> {
  const [first, ...rest] = subject.split(' ');
  const isCause = (kind === JournalKind.held || kind === JournalKind.cancelled) && rest.length > 0;
  return isCause ? { kind: first as JournalKind, subject: rest.join(' ') } : { kind, subject };
}

export const DispatchStatus = {
  /** To be done, or being tried again. */
  pending: 'pending',
  /** The authority has accepted it and answers later. */
  accepted: 'accepted',
  answered: 'answered',
  /** By the authority itself, which has done nothing. */
  refused: 'refused',
  /** The journey left the state that asked for it, or ops skipped it: nobody waits for it, and it may have been done. */
  stopped: 'stopped',
  /** An answer came after it was stopped; kept, changed nothing. */
  late: 'late',
  /** Given up; ops must retry, skip or resolve it. */
  parked: 'parked',
} as const;
export type DispatchStatus = (typeof DispatchStatus)[keyof typeof DispatchStatus];

/** Statuses of a dispatch that is not settled. */
export const OPEN_STATUSES: readonly DispatchStatus[] = [
  DispatchStatus.pending,
  DispatchStatus.accepted,
  DispatchStatus.parked,
];

/** Whether a dispatch with this status is still to be settled. */
export function isOpen(status: DispatchStatus): boolean {
  return OPEN_STATUSES.includes(status);
}

export interface DispatchRecord {
  /** `<journey>-<seq>`, of a delivery `<journey>-m<number>`: the same id however often it is computed. */
  readonly id: string;
  readonly journey: string;
  readonly seq: number;
  readonly service: string;
  readonly authority: string;
  /** Path of the state whose `invoke` asked for it; absent for a compensation and a delivery. */
  readonly state?: string;
  /** Number of the dispatch that a compensation undoes. */
  readonly undoes?: number;
  readonly status: DispatchStatus;
  readonly attempt: number;
  readonly createdAt: Instant;
  /** When ops last asked for it to be tried again, by wall time; its attempts count from then. */
  readonly reopenedAt?: Instant;
  /** When the authority should have answered at the latest, by its published maximum time. */
  readonly dueAt?: Instant;
  readonly settledAt?: Instant;
  /** Code and message of the last failure; never content. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Null for a delivery: it gives what its message says. */
  readonly input: Json;
  /** Absent when nothing personal is in the input. */
  readonly disclosure?: Disclosure;
}

/**
 * Record of processing (GDPR art. 30): which personal data a dispatch gives to its authority. Names of data, never the data.
 */
export interface Disclosure {
  /** Persons whose data it is. */
  readonly persons: readonly string[];
  /** Categories of data, e.g. `identity`, `address`. */
  readonly categories: readonly string[];
  /** Legal ground, e.g. `CPR-loven § 12`. */
  readonly ground: string;
  /** Through whose act, and for whom, it was given under a mandate: person ids. With the authority of a caseworker who helped. */
  readonly acting?: { readonly holder: string; readonly person: string; readonly authority?: string };
}

export interface NewParticipant {
  readonly role: string;
  readonly person: string;
}
