import { ApplicableSchemas } from './applicable-schemas.js';
import { type JsonSchema } from './applicators.js';
import { type DataPath } from './data-path.js';
import { type Json } from './json.js';

/** A text in data, and where it stands. */
export interface LocatedText {
  readonly path: DataPath;
  readonly text: string;
}

/** Every text that a schema, or any branch of it, marks with a format. */
export function textsOfFormat(data: Json, schema: JsonSchema, format: string): readonly LocatedText[] {
  const found: LocatedText[] = [];
  const path: (string | number)[] = [];
  const visit = (value: Json | undefined, schemas: ApplicableSchemas): void => {
    if (typeof value === 'string' && schemas.say('format', format)) {
      found.push({ path: [...path], text: value });
    }
    if (typeof value !== 'object' || value === null || schemas.none) return;
    const isList = Array.isArray(value);
    for (const [name, member] of Object.entries(value)) {
      const key = isList ? Number(name) : name;
      path.push(key);
      visit(member as Json | undefined, schemas.at(key));
      path.pop();
    }
  };
  visit(data, ApplicableSchemas.of(schema));
  return found;
}

/** Format of the id of a document: the one word that forms and contracts have for it. */
export const DOCUMENT_FORMAT = 'document';

/** The documents that data names. */
export function documentsIn(data: Json, schema: JsonSchema): readonly LocatedText[] {
  return textsOfFormat(data, schema, DOCUMENT_FORMAT);
}
