import { DOCUMENT_KINDS } from '#journey';

/** JSON Schema of an object whose members are said elsewhere: by a form, a contract or a standard. */
export const ANY_OBJECT = { type: 'object', additionalProperties: true } as const;

/** JSON Schema of a file, as OpenAPI has it. */
export const BINARY = { type: 'string', format: 'binary' } as const;

/** OpenAPI content of whatever may be attached to a form. */
export const DOCUMENT_CONTENT = Object.fromEntries(
  Object.values(DOCUMENT_KINDS).map(type => [type, { schema: BINARY }]),
);
