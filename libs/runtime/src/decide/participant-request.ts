import { type Assistance } from '../assistance/assistance.js';
import { type JournalEntry } from '../journey-record.js';

/** Who asks: a person for themselves, or somebody for them. */
export interface Requester {
  readonly person: string;
  /** Who asks it for them, under a mandate or as a caseworker. */
  readonly holder?: string;
  /** By which a caseworker asks it; absent under a mandate. */
  readonly assistance?: Assistance;
}

/** Command of a participant to one journey. */
export interface ParticipantRequest extends Requester {
  readonly journey: string;
  /** Number of the last entry that the participant saw, of those they may see. */
  readonly expects?: number;
  /** Idempotency key: what the same person asks of the journey with the same key is done once. */
  readonly key?: string;
  /** Of the request's content; the same key with another digest is refused. */
  readonly digest?: string;
}

/** The second identity in the journal: who did it for whoever it is the act of. */
export function holderOf({
  holder,
  assistance,
}: Requester): Pick<JournalEntry, 'holder' | 'holderAuthority'> {
  if (holder === undefined) return {};
  return { holder, ...(assistance && { holderAuthority: assistance.authority }) };
}
