import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  cprDigits,
  DOCUMENT_FORMAT,
  everySchema,
  type JsonSchema,
  pointerTo,
  propertiesOf,
  UUID,
} from '#schema';
import { type Json } from '#statechart';
import { type Words } from '../catalogue.js';
import { harden } from './harden.js';
import { hostileParts } from './hostile-parts.js';
import { textPattern } from './text-pattern.js';
import { loosen } from './loosen.js';

/** One field of a participant's data that does not fit. `path` is a JSON Pointer (RFC 6901). */
export interface FieldError {
  readonly path: string;
  /** The JSON Schema keyword it breaks, or `notAsked`, `readOnly`, `choice`, `tooLarge`, `tooDeep`, `hostile`. */
  readonly code: string;
  readonly message: string;
  /** The same for people, where it says more than the code does. */
  readonly words?: Words;
}

/** A CPR number must never come this far: a person is an opaque id, and ten digits are no id. */
const PERSON = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

const patterns = Object.assign(textPattern, { code: 'textPattern' });
const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false, code: { regExp: patterns } });
addFormats.default(ajv);
// The id that the store of documents has given.
ajv.addFormat(DOCUMENT_FORMAT, UUID);
ajv.addFormat('cpr', text => PERSON.test(text) && cprDigits(text) === undefined);

/** Checks what participants send against a form. Extra fields are refused, and no part may be without bounds. */
export class FormValidator {
  #validate: ValidateFunction | undefined;
  #validateDraft: ValidateFunction | undefined;

  /** @param schema JSON Schema 2020-12 */
  constructor(readonly schema: JsonSchema) {}

  /** What does not fit; empty when all of it does. Never changes the data. */
  errors(data: Json): FieldError[] {
    const hostile = hostileParts(data);
    if (hostile.length > 0) return hostile;
    // Compiled when first asked for: most forms of a definition are never submitted in one process.
    this.#validate ??= validateFunctionOf(this.schema);
    return this.#validate(data) ? [] : telling(this.#validate.errors ?? [], this.schema);
  }

  /** What could not be part of the form, however it is filled in further: unknown fields, other types, too much. */
  draftErrors(data: Json): FieldError[] {
    const hostile = hostileParts(data);
    if (hostile.length > 0) return hostile;
    this.#validateDraft ??= compile(loosen(this.schema));
    return this.#validateDraft(data) ? [] : telling(this.#validateDraft.errors ?? [], true);
  }
}

/** What was compiled, for as long as its schema is there: whoever is asked the same shares it. */
const compiled = new WeakMap<object, ValidateFunction>();

function validateFunctionOf(form: JsonSchema): ValidateFunction {
  const known = typeof form === 'object' ? compiled.get(form) : undefined;
  if (known) return known;
  const validate = compile(form);
  if (typeof form === 'object') compiled.set(form, validate);
  return validate;
}

function compile(form: JsonSchema): ValidateFunction {
  const schema = harden(form);
  const validate = ajv.compile(schema);
  // Ajv would keep every schema it has ever seen.
  ajv.removeSchema(schema);
  return validate;
}

/**
 * Errors that tell a person something. Where a condition or choice does not hold, JSON Schema counts the fields it
 * speaks of as unknown, and says that the condition does not hold; both are only echoes of the fault itself.
 */
function telling(errors: readonly ErrorObject[], form: JsonSchema): FieldError[] {
  const known = new Set([...everySchema(form)].flatMap(({ schema }) => Object.keys(propertiesOf(schema))));
  const isEcho = ({ keyword, params }: ErrorObject): boolean =>
    keyword === 'if' ||
    (keyword === 'unevaluatedProperties' && known.has(String(params.unevaluatedProperty)));
  const own = errors.filter(error => !isEcho(error));
  return dedupe((own.length > 0 ? own : errors).map(fieldError));
}

function fieldError({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const missing = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  const path = missing === undefined ? instancePath : `${instancePath}${pointerTo([String(missing)])}`;
  const code = keyword === 'false schema' ? 'notAsked' : keyword;
  return { path, code, message: messageOf(code, message ?? 'does not fit', params) };
}

function messageOf(keyword: string, message: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not asked for';
    case 'notAsked':
      return 'is not asked for as the rest is filled in; leave it out';
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'const':
      return `must be ${String(params.allowedValue)}`;
    default:
      return message;
  }
}

/** A choice of schemas says the same of a field once per choice. */
function dedupe(errors: readonly FieldError[]): FieldError[] {
  const seen = new Map(errors.map(error => [`${error.path} ${error.code} ${error.message}`, error]));
  return [...seen.values()];
}
