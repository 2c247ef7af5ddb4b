import { type AuditEntry, type AuditFilter, type AuditLog, type AuditRecord, type Keyset } from '../ports.js';

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

  async page(filter: AuditFilter): Promise<readonly AuditRecord[]> {
    return this.#records
      .filter(record => fits(record, filter))
      .sort((one, other) => newestFirst(one, other))
      .slice(0, filter.limit);
  }
}

function fits({ id, at, ...record }: AuditRecord, filter: AuditFilter): boolean {
  return (
    (filter.actor === undefined || record.actor === filter.actor) &&
    (filter.role === undefined || record.actor.split(':')[0] === filter.role) &&
    (filter.from === undefined || at >= filter.from) &&
    (filter.before === undefined || at < filter.before) &&
    (filter.action === undefined || record.action === filter.action) &&
    (filter.subject === undefined || record.subjects.includes(filter.subject)) &&
    (filter.after === undefined || newestFirst(filter.after, { at, id }) < 0)
  );
}

function newestFirst(one: Keyset, other: Keyset): number {
  return other.at - one.at || Number(other.id) - Number(one.id);
}
