import { isObject, type JsonSchema, listOf, propertiesOf, DOCUMENT_FORMAT } from '#schema';

/** The kinds of document there are, by the word of `x-accept`, with their media type (RFC 6838). No kind can hold a program. */
export const DOCUMENT_KINDS = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  tiff: 'image/tiff',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** Whether a word is a kind of document. */
export function isDocumentKind(word: unknown): word is DocumentKind {
  return typeof word === 'string' && Object.hasOwn(DOCUMENT_KINDS, word);
}

/**
 * The kinds that a place of a form takes: a field that is a document, or an item of one that is a list of them, such as
 * `papers.0`. Undefined for what is no such place.
 */
export function kindsAccepted(form: JsonSchema, place: string): readonly DocumentKind[] | undefined {
  const [name = '', item, ...deeper] = place.split('.');
  const fields = propertiesOf(form);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field || deeper.length > 0) return undefined;
  if (item === undefined) return acceptedBy(field);
  const most = typeof field.maxItems === 'number' ? field.maxItems : 0;
  return /^\d{1,3}$/.test(item) && Number(item) < most ? acceptedBy(field.items) : undefined;
}

function acceptedBy(field: unknown): readonly DocumentKind[] | undefined {
  if (!isObject(field) || field['format'] !== DOCUMENT_FORMAT) return undefined;
  return listOf(field['x-accept']).filter(isDocumentKind);
}
