import { type JsonWebKey } from 'node:crypto';
import { type ColumnType, type Generated, type JSONColumnType } from 'kysely';
import { type Instant, type Json } from '#statechart';
import { type Language, type MandateBasis } from '#journey';
import {
  type AssistanceReason,
  type ChainFault,
  type Clearance,
  type DispatchStatus,
  type Identification,
  type JournalKind,
  type JourneyStatus,
  type KeptAppraisal,
  type MessageStatus,
  type MessageWay,
} from '#runtime';
import { type DeathColumns } from './deaths-row.js';

/** Kysely's table types; `schema.sql` says what the tables are. Instants are read as epoch milliseconds. */
export interface Schema {
  readonly journey: JourneyTable;
  readonly journey_key: { readonly journey_id: string; readonly wrapped: Buffer };
  readonly journal: JournalTable;
  readonly dispatch: DispatchTable;
  readonly timer: TimerTable;
  readonly message: MessageTable;
  readonly person_setting: PersonSettingTable;
  readonly calendar_feed: CalendarFeedTable;
  readonly second_channel: SecondChannelTable;
  readonly sent_text: SentTextTable;
  readonly feedback: FeedbackTable;
  readonly feedback_giver: { readonly journey_id: string; readonly person_id: string };
  readonly mandate: MandateTable;
  readonly registered_name: { readonly person_id: string; readonly name: Buffer; readonly since: Instant };
  readonly assistance: AssistanceTable;
  readonly given_mandate: GivenMandateTable;
  readonly correction: CorrectionTable;
  readonly secret: { readonly name: string; readonly wrapped: Buffer };
  readonly person: {
    readonly person_id: string;
    readonly cpr_hmac: Buffer;
    readonly cpr: Buffer;
  } & DeathColumns;
  readonly participant: ParticipantTable;
  readonly document: DocumentTable;
  readonly document_piece: DocumentPieceTable;
  readonly draft: DraftTable;
  readonly definition: DefinitionTable;
  readonly appraisal: AppraisalTable;
  readonly clearance: ClearanceTable;
  readonly authority_pause: AuthorityPauseTable;
  readonly ops_session: OpsSessionTable;
  readonly signing_key: SigningKeyTable;
  readonly session: SessionTable;
  readonly browser_session: BrowserSessionTable;
  readonly audit: AuditTable;
  readonly head_key: HeadKeyTable;
  readonly access_chain: AccessChainTable;
  readonly chain_verification: ChainVerificationTable;
  readonly access_entry: AccessEntryTable;
}

export interface CalendarFeedTable {
  readonly person_id: string;
  readonly secret_hash: Buffer;
  readonly made_at: Instant;
}

export interface JourneyTable {
  readonly journey_id: string;
  readonly definition: string;
  readonly hash: string;
  readonly status: JourneyStatus;
  readonly version: number;
  readonly started_at: Instant;
  readonly moved_at: Instant;
  readonly states: string[];
  readonly state: Buffer;
  readonly erased_at: Instant | null;
}

export interface JournalTable {
  readonly journey_id: string;
  readonly seq: number;
  readonly at: Instant;
  readonly kind: JournalKind;
  readonly actor: string | null;
  readonly holder: string | null;
  readonly holder_authority: string | null;
  readonly subject: string;
  readonly origin: string | null;
  readonly states_entered: string[];
  readonly states_left: string[];
  readonly detail: Buffer;
  readonly state: string | null;
  readonly seen_by: string[] | null;
}

export interface DispatchTable {
  readonly journey_id: string;
  readonly seq: number;
  readonly service: string;
  readonly authority: string;
  readonly state: string | null;
  readonly undoes: number | null;
  readonly status: DispatchStatus;
  readonly attempt: number;
  readonly created_at: Instant;
  readonly reopened_at: Instant | null;
  readonly ring_at: Instant | null;
  readonly due_at: Instant | null;
  readonly settled_at: Instant | null;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly input: Buffer;
  readonly persons: string[] | null;
  readonly categories: string[] | null;
  readonly ground: string | null;
  readonly holder: string | null;
  readonly acted_for: string | null;
  /** Number of the transaction that wrote what is given. */
  readonly recorded: Generated<number>;
  readonly holder_authority: string | null;
}

export interface MessageTable {
  readonly journey_id: string;
  /** Number of its journal entry, and its place in it. */
  readonly seq: number;
  readonly item: number;
  readonly at: Instant;
  readonly person_id: string;
  readonly role: string;
  readonly text: string;
  readonly params: Buffer | null;
  readonly content: Buffer | null;
  readonly language: Language | null;
  readonly labelled: boolean | null;
  readonly status: MessageStatus;
  readonly way: MessageWay | null;
  readonly received_on: string | null;
  readonly returned: string | null;
  readonly read_at: Instant | null;
}

interface PersonSettingTable {
  readonly person_id: string;
  readonly language: Language;
  readonly set_at: Generated<Instant>;
}

export interface AssistanceTable {
  readonly assistance_id: string;
  readonly caseworker_id: string;
  readonly authority: string;
  readonly person_id: string;
  readonly identified: Identification;
  readonly received_on: string | null;
  readonly reason: AssistanceReason;
  readonly since: Instant;
  readonly until: Instant;
  readonly ended_at: Instant | null;
  readonly recorded: Generated<number>;
}

interface SecondChannelTable {
  readonly person_id: string;
  readonly way: string;
  readonly sealed: Buffer;
  readonly confirmed: boolean;
  readonly code_until: Instant;
  readonly tries: number;
}

interface SentTextTable {
  readonly text_id: string;
  readonly person_id: string;
  readonly at: Instant;
  readonly way: string;
  readonly sealed: Buffer;
  readonly purpose: string;
  readonly told_of: string | null;
  readonly seq: number | null;
  readonly categories: string[];
  readonly ground: string;
  readonly recorded: Generated<number>;
}

interface FeedbackTable {
  readonly feedback_id: string;
  readonly definition: string;
  readonly score: number;
  readonly remark: Buffer | null;
  readonly month: string;
}

export interface MandateTable {
  readonly holder_id: string;
  readonly person_id: string;
  readonly basis: MandateBasis;
  readonly since: Instant;
  readonly journeys: string[] | null;
  readonly until: Instant | null;
  readonly ended_at: Instant | null;
}

export interface GivenMandateTable {
  readonly mandate_id: string;
  readonly holder_id: string;
  readonly person_id: string;
  readonly journeys: string[] | null;
  readonly since: Instant;
  readonly until: Instant;
  readonly ended_at: Instant | null;
  readonly names: Buffer;
  readonly given_at: Instant;
  readonly due_at: Instant | null;
}

interface TimerTable {
  readonly journey_id: string;
  readonly seq: number;
  readonly due_at: Instant;
  readonly ring_at: Instant;
}

interface ParticipantTable {
  readonly journey_id: string;
  readonly role: string;
  readonly person_id: string;
  readonly since: Instant;
  readonly until: Instant | null;
}

interface DocumentTable {
  readonly journey_id: string;
  readonly document_id: string;
  readonly task: string;
  readonly person_id: string;
  readonly field: string;
  readonly saved_at: Instant;
  readonly sent: Generated<boolean>;
  readonly head: Buffer | null;
}

interface DocumentPieceTable {
  readonly journey_id: string;
  readonly document_id: string;
  readonly piece: number;
  readonly data: Buffer;
}

interface DraftTable {
  readonly journey_id: string;
  readonly task: string;
  readonly person_id: string;
  readonly saved_at: Instant;
  readonly data: Buffer;
  readonly holder: string | null;
}

export interface DefinitionTable {
  readonly hash: string;
  readonly id: string;
  readonly effective: string;
  readonly sources: JSONColumnType<Readonly<Record<string, string>>>;
  readonly own_only: Generated<boolean>;
  readonly publication: Generated<number>;
  readonly published_at: Generated<Instant>;
  readonly published_by: Generated<string>;
  readonly withdrawn_at: Instant | null;
  readonly withdrawn_by: string | null;
  readonly withdrawn_because: string | null;
}

interface AppraisalTable {
  readonly digest: string;
  readonly claimed_until: Instant;
  readonly beside: ColumnType<KeptAppraisal['beside'] | null, string | undefined, string>;
  readonly found: ColumnType<Json, string | undefined, string>;
}

interface ClearanceTable {
  readonly digest: string;
  readonly beside: JSONColumnType<Clearance['beside']>;
  readonly versions: JSONColumnType<Clearance['versions']>;
}

interface AuthorityPauseTable {
  readonly authority: string;
  readonly paused: boolean;
  readonly reason: string;
  readonly set_by: string;
  readonly set_at: Instant;
}

interface OpsSessionTable {
  readonly id_hash: Buffer;
  readonly person_id: string;
  readonly expires_at: Instant;
}

interface SigningKeyTable {
  readonly generation: number;
  readonly key_id: string;
  readonly wrapped: Buffer;
  readonly made_at: Instant;
}

export interface CorrectionTable {
  readonly correction_id: string;
  readonly person_id: string;
  readonly definition: string;
  readonly asked_at: Instant;
  readonly last_day: string;
  readonly content: Buffer;
  readonly answered_at: Instant | null;
  readonly answer: Buffer | null;
}

interface SessionTable {
  readonly session_id: string;
  readonly person_id: string | null;
  readonly role: string;
  readonly face: string;
  readonly acr: string;
  readonly authority: string | null;
  readonly sign_in_hash: Buffer | null;
  readonly proof_hash: Buffer;
  readonly renewal_hash: Buffer;
  readonly started_at: Instant;
  readonly used_at: Instant;
  readonly expires_at: Instant;
  readonly ends_at: Instant;
  readonly ended_at: Generated<Instant | null>;
}

interface BrowserSessionTable {
  readonly id_hash: Buffer;
  readonly session_id: string | null;
  readonly sealed: Buffer;
  readonly expires_at: Instant;
}

interface AuditTable {
  readonly entry: Generated<number>;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly subjects: string[];
  readonly reason: string | null;
  readonly outcome: Generated<string | null>;
  readonly recorded: Generated<number>;
}

interface HeadKeyTable {
  readonly generation: number;
  readonly key_id: string;
  readonly public: JSONColumnType<JsonWebKey>;
  readonly wrapped: Buffer | null;
  readonly made_at: Instant;
}

interface AccessChainTable {
  readonly chain_id: string;
  readonly person_id: string | null;
  readonly withheld: boolean;
  readonly entries: number;
  readonly link: Buffer;
  readonly head: string;
  readonly sealed_at: Generated<Instant | null>;
  readonly erased: Generated<Buffer | null>;
}

interface ChainVerificationTable {
  readonly verification_id: string;
  readonly actor: string;
  readonly started_at: Instant;
  readonly finished_at: Generated<Instant | null>;
  readonly persons: Generated<number | null>;
  readonly entries: Generated<number | null>;
  readonly erased: Generated<number | null>;
  readonly erased_persons: Generated<number | null>;
  readonly fault: ColumnType<ChainFault | null, string | null | undefined, string | null>;
}

interface AccessEntryTable {
  readonly chain_id: string;
  readonly number: number;
  readonly commitment: Buffer;
  readonly link: Buffer;
  readonly journey: string | null;
  readonly seq: number | null;
  readonly look: number | null;
  readonly own: string | null;
  readonly recorded: number | null;
  readonly content: Buffer | null;
  readonly erased: Buffer | null;
}
