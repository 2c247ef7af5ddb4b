import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { DATA_CATEGORY_SCHEMA } from '#journey';

/** The kinds of file that authorities are described in; each has its JSON Schema in `libs/authorities/schema/`. */
const KINDS = ['contract', 'shared-contract', 'directory'] as const;
export type ContractKind = (typeof KINDS)[number];

let ajv: Ajv2020 | undefined;

/** Compiled JSON Schema of a kind of file; editors use the same. Rules across keys are in `check-contract.ts`. */
export function contractValidator(kind: ContractKind): ValidateFunction {
  ajv ??= withSchemas();
  return ajv.getSchema(`https://overgang.example/authorities/schema/${kind}.schema.json`)!;
}

function withSchemas(): Ajv2020 {
  const urls = KINDS.map(kind => new URL(`../../schema/${kind}.schema.json`, import.meta.url));
  const schemas = [DATA_CATEGORY_SCHEMA, ...urls].map(url => JSON.parse(readFileSync(url, 'utf8')) as object);
  // The schemas carry words for editors that Ajv does not know.
  const compiler = new Ajv2020({ allErrors: true, verbose: true, strict: false, schemas });
  ajvFormats.default(compiler, ['date']);
  return compiler;
}
