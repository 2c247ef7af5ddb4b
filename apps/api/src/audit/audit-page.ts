import { type AuditFilter, type AuditLog } from '#runtime';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf, type PageQuery } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { auditDocument, type AuditPage } from './audit-documents.js';

const ENTRY = /^(\d{1,15})$/;

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
  const [after] = query.after === undefined ? [] : placeOf(query.after, ENTRY);
  const records = await log.page({ ...filter, ...(after !== undefined && { after }), limit: limit + 1 });
  return pageUpTo(records.map(auditDocument), limit, ({ id }) => cursorOf(id));
}
