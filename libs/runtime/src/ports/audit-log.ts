import { type Instant } from '#statechart';
import { type Keyset } from './page-request.js';

/** Audited actions of staff: their orders, and whom they looked at. */
export const AuditAction = {
  dispatchRetried: 'dispatch-retried',
  incidentRetried: 'incident-retried',
  dispatchSkipped: 'dispatch-skipped',
  dispatchResolved: 'dispatch-resolved',
  journeyResumed: 'journey-resumed',
  authorityPaused: 'authority-paused',
  authorityResumed: 'authority-resumed',
  definitionPublished: 'definition-published',
  definitionWithdrawn: 'definition-withdrawn',
  sessionOpened: 'session-opened',
  sessionsClosed: 'sessions-closed',
  boardOpened: 'board-opened',
  journeyRead: 'journey-read',
  journeysSearched: 'journeys-searched',
  dispatchesSearched: 'dispatches-searched',
  auditRead: 'audit-read',
  assistanceBegun: 'assistance-begun',
  assistanceEnded: 'assistance-ended',
  assistedLook: 'assisted-look',
  assistedStart: 'assisted-start',
  assistedFill: 'assisted-fill',
  assistedSend: 'assisted-send',
  assistedPrint: 'assisted-print',
  /** Anything else. */
  assistedAct: 'assisted-act',
  chainsVerified: 'chains-verified',
  caseAudited: 'case-audited',
  auditExported: 'audit-exported',
} as const;
export type AuditAction = (typeof AuditAction)[keyof typeof AuditAction];

/** Actions by which somebody reads where a journey stands, and does nothing. */
export const LOOKS: readonly AuditAction[] = [
  AuditAction.journeyRead,
  AuditAction.journeysSearched,
  AuditAction.dispatchesSearched,
  AuditAction.assistedLook,
  AuditAction.caseAudited,
];

/** Actions of a caseworker for somebody whom they help. */
export const HELPING_ACTS = [
  AuditAction.assistedStart,
  AuditAction.assistedFill,
  AuditAction.assistedSend,
  AuditAction.assistedPrint,
  AuditAction.assistedAct,
] as const;
export type HelpingAct = (typeof HELPING_ACTS)[number];

export function isHelpingAct(action: AuditAction): action is HelpingAct {
  return (HELPING_ACTS as readonly AuditAction[]).includes(action);
}

/** Of all subjects, only the path of a task has no digits. */
const TASK = /^[a-zA-Z]+(\.[a-zA-Z]+)*$/;

/** The task that something was done in, by its path, among the subjects of an entry. */
export function taskAmong(subjects: readonly string[]): string | undefined {
  return subjects.find(subject => TASK.test(subject));
}

/** Audit record before its outcome. No personal data but the id of the actor. */
export interface AuditEntry {
  readonly at: Instant;
  /** `<role>:<id>` or `system`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Ids of journeys and dispatches, authorities, assistances, definitions and their hashes. */
  readonly subjects: readonly string[];
  readonly reason?: string;
}

export interface AuditRecord extends AuditEntry {
  /** Decimal; later entries have greater ones. */
  readonly id: string;
  /** `done`, or the code of the problem it was answered with; absent while it is under way, or when its process died. */
  readonly outcome?: string;
}

export const isLook = ({ action }: AuditEntry): boolean => LOOKS.includes(action);

/** Filter and keyset page. All fields narrow; results are newest first by `at`, then by `id`, at most `limit`. */
export interface AuditFilter {
  readonly actor?: string;
  /** In which the actor did it. */
  readonly role?: string;
  readonly action?: AuditAction;
  readonly subject?: string;
  /** From then on. */
  readonly from?: Instant;
  /** Before then. */
  readonly before?: Instant;
  /** The last entry of the page before. */
  readonly after?: Keyset;
  readonly limit: number;
}

/**
 * Audit trail: who did what, when and why, beside the journals. Rules: entries are added and never changed, except that an entry
 * is concluded once; what is appended is durable when `append` resolves. Rejects with `RetryableError` when out of reach.
 */
export abstract class AuditLog {
  /**
   * Before it is done, so that nothing can be done that is not here.
   *
   * @returns id of the entry
   */
  abstract append(entry: AuditEntry): Promise<string>;
  /** After it is done: how it went, and what it turned out to be about. */
  abstract conclude(id: string, outcome: string, subjects?: readonly string[]): Promise<void>;
  abstract page(filter: AuditFilter): Promise<readonly AuditRecord[]>;
}
