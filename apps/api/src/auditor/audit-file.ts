import { type AuditFilter, type AuditLog, type AuditRecord } from '#runtime';
import { auditDocument } from '../audit/audit-documents.js';
import { csv } from './csv.js';

/** Entries in one file, at most: the newest. */
export const MOST_ROWS = 20_000;
const AT_ONCE = 1_000;
const HEAD = ['at', 'actor', 'action', 'subjects', 'cases', 'reason', 'outcome', 'entry'];

/** *CSV export* of the audit log, read in pages. */
export async function auditFile(
  log: AuditLog,
  filter: Omit<AuditFilter, 'after' | 'limit'>,
): Promise<string> {
  const rows = [HEAD];
  let after: AuditRecord | undefined;
  do {
    const page = await log.page({ ...filter, ...(after !== undefined && { after }), limit: AT_ONCE });
    rows.push(...page.map(rowOf));
    after = page.length === AT_ONCE ? page.at(-1)! : undefined;
  } while (after !== undefined && rows.length <= MOST_ROWS);
  // So that a spreadsheet takes it for UTF-8.
  return `\uFEFF${csv(rows)}`;
}

function rowOf(record: AuditRecord): string[] {
  const { at, actor, action, subjects, cases = '', reason = '', outcome = '', id } = auditDocument(record);
  return [at, actor, action, subjects.join(' '), String(cases), reason, outcome, id];
}
