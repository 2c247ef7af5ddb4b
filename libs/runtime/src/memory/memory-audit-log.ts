import { type AuditEntry, type AuditFilter, type AuditLog, type AuditRecord } from '../ports.js';

/** Who did what, in memory. */
export class MemoryAuditLog implements AuditLog {
  readonly #records: AuditRecord[] = [];

  async append(entry: AuditEntry): Promise<string> {
    const id = String(this.#records.length + 1);
    this.#records.push({ id, ...entry });
    return id;
  }

  async conclude(id: string, outcome: string, subjects: readonly string[] = []): Promise<void> {
    const record = this.#records[Number(id) - 1];
    if (!record || record.outcome !== undefined) return;
    this.#records[Number(id) - 1] = { ...record, outcome, subjects: [...record.subjects, ...subjects] };
  }

  async page({ actor, action, subject, after, limit }: AuditFilter): Promise<readonly AuditRecord[]> {
    return this.#records
      .filter(
        record =>
          (actor === undefined || record.actor === actor) &&
          (action === undefined || record.action === action) &&
          (subject === undefined || record.subjects.includes(subject)) &&
          (after === undefined || Number(record.id) < Number(after)),
      )
      .reverse()
      .slice(0, limit);
  }
}
