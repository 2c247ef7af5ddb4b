import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { DATA_CATEGORY_SCHEMA } from '#journey';

/** The kinds of file a journey has; each has its JSON Schema in `libs/workshop/schema/`. */
const KINDS = ['definition', 'part', 'form', 'texts', 'parameters', 'overlay', 'scenario'] as const;
export type FileKind = (typeof KINDS)[number];

let validators: Ajv2020 | undefined;

/** The kind of a file by its path in the journey's folder; undefined for what is no part of a journey. */
export function kindOf(file: string): FileKind | undefined {
  if (/^\d{4}-\d{2}-\d{2}\.yaml$/.test(file)) return 'definition';
  if (/^(\.\.\/)?parts\/[^/]+\.yaml$/.test(file)) return 'part';
  if (/^(\d{4}-\d{2}-\d{2}\/)?forms\/[^/]+\.yaml$/.test(file)) return 'form';
  if (/^(\d{4}-\d{2}-\d{2}\/)?texts\/(da|en)\.yaml$/.test(file)) return 'texts';
  if (/^scenarios\/.+\.yaml$/.test(file)) return 'scenario';
  if (/^overlays\/[^/]+\.yaml$/.test(file)) return 'overlay';
  return file === 'parameters.yaml' ? 'parameters' : undefined;
}

/** The Ajv validator for a kind of file; editors use the same schemas, which refer to each other. */
export function validatorOf(kind: FileKind): ValidateFunction {
  // The schemas carry words for editors that Ajv does not know.
  validators ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    schemas: [...KINDS.map(schemaOf), JSON.parse(readFileSync(DATA_CATEGORY_SCHEMA, 'utf8')) as object],
  });
  return validators.getSchema(`https://overgang.example/schema/${kind}.schema.json`)!;
}

function schemaOf(kind: FileKind): object {
  const url = new URL(`../../../schema/${kind}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as object;
}
