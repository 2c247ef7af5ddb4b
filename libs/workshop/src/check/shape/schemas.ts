import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { DATA_CATEGORY_SCHEMA } from '#journey';

/** The kinds of file a journey has; each has its JSON Schema in `libs/workshop/schema/`. */
export type FileKind = 'definition' | 'form' | 'texts' | 'parameters' | 'scenario';

const compiled = new Map<FileKind, ValidateFunction>();

/** The kind of a file by its path in the journey's folder; undefined for what is no part of a journey. */
export function kindOf(file: string): FileKind | undefined {
  if (/^\d{4}-\d{2}-\d{2}\.yaml$/.test(file)) return 'definition';
  if (/^forms\/[^/]+\.yaml$/.test(file)) return 'form';
  if (/^texts\/(da|en)\.yaml$/.test(file)) return 'texts';
  if (/^scenarios\/.+\.yaml$/.test(file)) return 'scenario';
  return file === 'parameters.yaml' ? 'parameters' : undefined;
}

/** The Ajv validator for a kind of file; editors use the same schema. */
export function validatorOf(kind: FileKind): ValidateFunction {
  let validate = compiled.get(kind);
  if (!validate) {
    const url = new URL(`../../../schema/${kind}.schema.json`, import.meta.url);
    // The schemas carry words for editors that Ajv does not know.
    const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
    ajv.addSchema(JSON.parse(readFileSync(DATA_CATEGORY_SCHEMA, 'utf8')) as object);
    validate = ajv.compile(JSON.parse(readFileSync(url, 'utf8')) as object);
    compiled.set(kind, validate);
  }
  return validate;
}
