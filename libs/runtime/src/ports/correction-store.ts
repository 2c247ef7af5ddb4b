import { type Correction, type CorrectionAnswer } from '../corrections/correction.js';
import { type DispatchStatus } from '../journey-record.js';
import { type Readdressed } from './change.js';
import { type Letters } from './letters.js';
import { type PageRequest } from './page-request.js';

/**
 * Corrections that people ask of authorities, with the dispatch that takes each there and what its person is written about it. Rules:
 * - `add` resolves to whether it was added: not when there is one of that id. Its letters, the dispatch among them, are written with it.
 * - `settle` ends the dispatch and writes the answer and its letters, all or nothing. It touches one that is open or, when the
 *   authority itself answers, one that ops have given up; and resolves to whether it did.
 * - `passOn` addresses what nobody has taken on yet to another authority, leaves what was accepted with whoever took it, and writes
 *   of it, all or nothing: while it is open, and once for each entry of letters. It resolves to whether it did.
 * - Words and answers are encrypted, and go with the person.
 */
export abstract class CorrectionStore {
  abstract add(correction: NewCorrection, letters: Letters): Promise<boolean>;
  abstract find(id: string): Promise<Correction | undefined>;
  /** Newest first. */
  abstract pageOf(person: string, page: PageRequest): Promise<readonly Correction[]>;
  /** Those asked of an authority that are not settled: `limit` of them in order of their ids, after one. */
  abstract asking(
    service: string,
    authority: string,
    limit: number,
    after?: string,
  ): Promise<readonly string[]>;
  abstract passOn(id: string, passed: PassedCorrection): Promise<boolean>;
  abstract settle(id: string, settlement: CorrectionSettlement): Promise<boolean>;
}

/** As it is written first; the rest is its dispatch's. */
export type NewCorrection = Omit<Correction, 'status' | 'answer'>;

/** A correction that is another authority's now. */
export interface PassedCorrection extends Pick<Readdressed, 'authority' | 'input'> {
  readonly letters: Letters;
}

export interface CorrectionSettlement {
  readonly dispatch: Extract<DispatchStatus, 'answered' | 'refused' | 'stopped'>;
  readonly answer: CorrectionAnswer;
  readonly letters: Letters;
}
