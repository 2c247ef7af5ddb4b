import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { type LedgerEntry } from '../../../apps/authorities/src/ledger/ledger-entry.js';
import { type Replayed, type ReplayedDispatch } from '../../support/index.js';
import { type Acknowledged, type JourneyAccount } from './accounts.js';
import { type Claim } from './finding.js';

/** Everything about one journey, laid side by side. */
export interface Case extends JourneyAccount {
  readonly at: Instant;
  readonly compiled: CompiledJourney;
  /** By what the journal alone says. */
  readonly replayed: Replayed;
  readonly ledger: readonly LedgerEntry[];
  readonly acknowledged: readonly Acknowledged[];
  readonly origins: ReadonlyMap<string, string>;
}

export type Audit = (of: Case) => readonly Claim[];

export function idOf({ record }: Pick<Case, 'record'>, { seq }: Pick<ReplayedDispatch, 'seq'>): string {
  return `${record.id}-${seq}`;
}

/** What an authority decided on under a key; being asked again decides nothing. */
export function decided(ledger: readonly LedgerEntry[], key: string): readonly LedgerEntry[] {
  return ledger.filter(entry => entry.key === key && entry.kind !== 'duplicate');
}
