import { randomUUID } from 'node:crypto';
import { type WallClock } from '../ports.js';
import { type ChainCheck, type ChainReport } from './chain-check.js';
import { type AccessChainStore, type ChainVerification, type ChainVerificationStore } from './ports.js';

export interface ChainVerificationsParts {
  readonly check: Pick<ChainCheck, 'run' | 'ofJourney'>;
  readonly verifications: ChainVerificationStore;
  readonly chains: Pick<AccessChainStore, 'standing'>;
  readonly wall: WallClock;
}

/** *Audit run*: verifies all chains beside whatever else this process does, however long it takes, and keeps what was found. */
export class ChainVerifications {
  readonly #parts: ChainVerificationsParts;
  #running: Promise<void> | undefined;

  constructor(parts: ChainVerificationsParts) {
    this.#parts = parts;
  }

  /**
   * Begins one; while one is under way in this process, it is that.
   *
   * @param actor who asks for it, as the audit trail has it
   * @param onFailure told why one cannot be finished
   */
  async begin(actor: string, onFailure: (error: unknown) => void): Promise<void> {
    if (this.#running) return;
    const begun = this.#begin(actor);
    this.#running = begun
      .then(id => this.#finish(id))
      .then(() => undefined, onFailure)
      .finally(() => (this.#running = undefined));
    await begun;
  }

  /**
   * Verifies at once.
   *
   * @param actor who asks for it, as the audit trail has it
   * @returns what was found; in whose chain, is not kept
   */
  async run(actor: string): Promise<ChainReport> {
    return this.#finish(await this.#begin(actor));
  }

  /** Those begun last, newest first. */
  latest(limit: number): Promise<readonly ChainVerification[]> {
    return this.#parts.verifications.latest(limit);
  }

  /** How the chains stand: how many there are, and what is not in them yet. */
  standing(): ReturnType<AccessChainStore['standing']> {
    return this.#parts.chains.standing();
  }

  /** Verifies at once the chains in which a journey stands. */
  ofJourney(journey: string): Promise<ChainReport> {
    return this.#parts.check.ofJourney(journey);
  }

  async #begin(actor: string): Promise<string> {
    const { verifications, wall } = this.#parts;
    const id = randomUUID();
    await verifications.begin({ id, actor, startedAt: wall.now() });
    return id;
  }

  async #finish(id: string): Promise<ChainReport> {
    const { check, verifications, wall } = this.#parts;
    const report = await check.run();
    await verifications.finish(id, wall.now(), withoutPerson(report));
    return report;
  }
}

function withoutPerson({ fault, ...report }: ChainReport): ChainReport {
  if (!fault) return report;
  const { person: _, ...place } = fault;
  return { ...report, fault: place };
}
