import { type AuditEntry, type AuditFilter, type AuditLog, type AuditRecord } from '../ports.js';

/** Audit trail in memory. */
export class MemoryAuditLog implements AuditLog {
  readonly #records: AuditRecord[] = [];

  async append(entry: AuditEntry): Promise<string> {
    const id = String(this.#records.length + 1);
    this.#records.push({ ...entry, id });
    return id;
  }

  async conclude(id: string, outcome: string, subjects: readonly string[] = []): Promise<void> {
    const record = this.#records[Number(id) - 1];
    if (!record || record.outcome !== undefined) return;
    this.#records[Number(id) - 1] = { ...record, outcome, subjects: [...record.subjects, ...subjects] };
  }

  async page({
    actor,
    role,
    action,
    subject,
    from,
    before,
    after,
    limit,
  }: AuditFilter): Promise<readonly AuditRecord[]> {
    return this.#records
      .filter(
        record =>
          (actor === undefined || record.actor === actor) &&
          (role === undefined || record.actor.split(':')[0] === role) &&
          (from === undefined || record.at >= from) &&
          (before === undefined || record.at < before) &&
          (action === undefined || record.action === action) &&
          (subject === undefined || record.subjects.includes(subject)) &&
          (after === undefined || Number(record.id) < Number(after)),
      )
      .reverse()
      .slice(0, limit);
  }
}
