import { type AppraisalStore, type KeptAppraisal } from '../ports.js';

/** Appraisals in memory. */
export class MemoryAppraisalStore implements AppraisalStore {
  readonly #kept = new Map<string, KeptAppraisal>();
  /** By digest, until when. */
  readonly #claimed = new Map<string, number>();

  async find(digest: string): Promise<KeptAppraisal | undefined> {
    return structuredClone(this.#kept.get(digest));
  }

  async claim(digest: string, seconds: number): Promise<boolean> {
    const now = Date.now();
    if ((this.#claimed.get(digest) ?? now) > now) return false;
    this.#claimed.set(digest, now + seconds * 1_000);
    return true;
  }

  async keep(digest: string, appraisal: KeptAppraisal): Promise<void> {
    this.#kept.set(digest, structuredClone(appraisal));
    this.#claimed.delete(digest);
  }

  async giveBack(digest: string): Promise<void> {
    this.#claimed.delete(digest);
  }
}
