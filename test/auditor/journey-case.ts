import { type CompiledJourney } from '#journey';
import { type DispatchRecord, type JournalEntry, type JourneyRecord } from '#runtime';
import { type Replayed, type ReplayedDispatch } from '../support/replayed.js';
import { type Accounts, type Effect } from './accounts.js';
import { type Claim } from './finding.js';

/** Everything that the accounts say of one journey. */
export interface JourneyCase extends Omit<Accounts, 'journeys' | 'journal' | 'definitions' | 'earlier'> {
  readonly record: JourneyRecord;
  readonly compiled: CompiledJourney;
  readonly journal: readonly JournalEntry[];
  /** By the journal alone. */
  readonly replayed: Replayed;
  /** The dispatches that deliver messages, and what came of them; `dispatches` and `effects` are the others. */
  readonly deliveries: readonly DispatchRecord[];
  readonly posted: readonly Effect[];
}

/** Proof of one property. */
export type Audit = (of: JourneyCase) => readonly Claim[];

export function idOf(
  { record }: Pick<JourneyCase, 'record'>,
  { seq }: Pick<ReplayedDispatch, 'seq'>,
): string {
  return `${record.id}-${seq}`;
}

/** Decisions of an authority under a key; being asked again decides nothing. */
export function decided(effects: readonly Effect[], key: string): readonly Effect[] {
  return effects.filter(entry => entry.key === key && entry.kind !== 'duplicate');
}
