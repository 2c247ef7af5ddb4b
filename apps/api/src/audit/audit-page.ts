import { type AuditFilter, type AuditLog } from '#runtime';
import { keysetCursor, placeOf } from '../paging/cursor.js';
import { limitOf, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { auditDocument, type AuditPage } from './audit-documents.js';

// Instants up to the year 2286; the number of an entry.
const ENTRY = /^(\d{1,13}) (\d{1,15})$/;

/**
 * Keyset page of the audit log.
 *
 * @throws EdgeError `invalid` when the cursor is none of ours
 */
export async function auditPage(
  log: AuditLog,
  query: PageQuery,
  filter: Omit<AuditFilter, 'after' | 'limit'>,
): Promise<AuditPage> {
  const limit = limitOf(query);
  const [at, id] = query.after === undefined ? [] : placeOf(query.after, ENTRY);
  const after = id !== undefined && { after: { at: Number(at), id } };
  const records = await log.page({ ...filter, ...after, limit: limit + 1 });
  const { items, ...next } = pageUpTo(records, limit, keysetCursor);
  return { items: items.map(auditDocument), ...next };
}
