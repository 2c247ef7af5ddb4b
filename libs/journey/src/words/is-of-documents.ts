import { type JsonSchema } from '#schema';
import { isRecord } from '../read/cursor.js';

/** Whether a field takes files. */
export function isOfDocuments(schema: JsonSchema): boolean {
  if (!isRecord(schema)) return false;
  return schema['format'] === 'document' || isOfDocuments((schema['items'] ?? false) as JsonSchema);
}
