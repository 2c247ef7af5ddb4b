import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { linearPattern } from '#journey';
import { DOCUMENT_FORMAT, type JsonSchema, UUID } from '#schema';
import { type JsonObject } from '#statechart';

/** One validation error. It never holds the value: bodies are personal data. */
export interface SchemaFault {
  /** JSON Pointer (RFC 6901) into the body; empty for the body itself. */
  readonly path: string;
  readonly message: string;
}

/** A compiled schema. No faults: the body is valid. */
export type SchemaValidator = (body: unknown) => readonly SchemaFault[];

/** Representation of persons in a body: CPR numbers on the wire, opaque person ids inside the system. */
export type PersonNotation = 'wire' | 'inside';

/** The id under which the content can be fetched while the answer is awaited. */
const PERSON: Record<PersonNotation, RegExp> = { wire: /^[0-9]{10}$/, inside: /^.{1,64}$/ };

/** Annotation keywords: they constrain nothing. */
const SCHEMA_ANNOTATIONS = [
  'x-alive',
  'x-category',
  'x-correlates',
  'x-deceased',
  'x-identifier',
  'x-names',
  'x-protects',
  'x-words',
];

const MOST_FAULTS = 20;

/** JSON Schema 2020-12 compiler (Ajv) in strict mode: an unknown keyword is an error, not a rule without effect. */
export class SchemaValidators {
  readonly #ajv: Ajv2020;

  /** @param options `verbose`: faults hold the value, for examples; never for what others send */
  constructor(persons: PersonNotation, { verbose = false }: { readonly verbose?: boolean } = {}) {
    // Types may be lists and `required` may stand apart from `properties`: both are sound JSON Schema.
    this.#ajv = new Ajv2020({
      allErrors: true,
      verbose,
      allowUnionTypes: true,
      strictRequired: false,
      code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
    });
    ajvFormats.default(this.#ajv, ['date', 'date-time', 'duration', 'email', 'uri', 'uuid']);
    this.#ajv.addFormat('cpr', PERSON[persons]);
    this.#ajv.addFormat(DOCUMENT_FORMAT, UUID);
    for (const keyword of SCHEMA_ANNOTATIONS) this.#ajv.addKeyword(keyword);
  }

  /** @throws Error naming the keyword that is wrong */
  compile(schema: JsonSchema): SchemaValidator {
    const validate = this.validateFunction(schema);
    return body => (validate(body) ? [] : (validate.errors ?? []).slice(0, MOST_FAULTS).map(describe));
  }

  /** @throws as {@link compile} */
  validateFunction(schema: JsonSchema): ValidateFunction {
    return this.#ajv.compile(schema as JsonObject);
  }
}

/** Members that the schema does not know are not named: such a name may be anything, personal data too, and faults are logged. */
function describe({ instancePath, message, params, keyword }: ErrorObject): SchemaFault {
  const allowed: unknown = keyword === 'enum' ? params['allowedValues'] : undefined;
  const detail = Array.isArray(allowed) ? ` (${allowed.join(', ')})` : '';
  return { path: instancePath, message: `${message ?? 'does not fit'}${detail}` };
}
