import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { type JsonSchema, linearPattern } from '#journey';
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

const PERSON: Record<PersonNotation, RegExp> = { wire: /^[0-9]{10}$/, inside: /^.{1,64}$/ };

/** Annotation keywords: they constrain nothing. */
export const SCHEMA_ANNOTATIONS = ['x-category', 'x-correlates', 'x-identifier'];

/** The formats a contract may name. */
export const FORMATS: readonly string[] = ['cpr', 'date', 'date-time', 'duration', 'email', 'uri', 'uuid'];

const MOST_FAULTS = 20;

/** JSON Schema 2020-12 compiler (Ajv) in strict mode: an unknown keyword is an error, not a rule without effect. */
export class SchemaValidators {
  readonly #ajv: Ajv2020;

  constructor(persons: PersonNotation) {
    // Types may be lists and `required` may stand apart from `properties`: both are sound JSON Schema.
    this.#ajv = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      strictRequired: false,
      code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
    });
    ajvFormats.default(this.#ajv, ['date', 'date-time', 'duration', 'email', 'uri', 'uuid']);
    this.#ajv.addFormat('cpr', PERSON[persons]);
    for (const keyword of SCHEMA_ANNOTATIONS) this.#ajv.addKeyword(keyword);
  }

  /**
   * @param strangers whether faults name members that the schema does not know. In what others send, such a name may be
   *   anything, personal data too, and faults are logged; in a document of our own it says what to mend.
   * @throws Error naming the keyword that is wrong
   */
  compile(schema: JsonSchema, strangers: 'named' | 'unnamed' = 'unnamed'): SchemaValidator {
    const validate: ValidateFunction = this.#ajv.compile(schema as JsonObject);
    const fault = (error: ErrorObject): SchemaFault => describe(error, strangers === 'named');
    return body => (validate(body) ? [] : (validate.errors ?? []).slice(0, MOST_FAULTS).map(fault));
  }
}

function describe({ instancePath, message, params, keyword }: ErrorObject, naming: boolean): SchemaFault {
  const allowed: unknown = keyword === 'enum' ? params['allowedValues'] : undefined;
  const stranger: unknown = naming ? (params['additionalProperty'] ?? params['propertyName']) : undefined;
  const shown = Array.isArray(allowed) ? allowed.join(', ') : stranger;
  const detail = shown === undefined ? '' : ` (${String(shown)})`;
  return { path: instancePath, message: `${message ?? 'does not fit'}${detail}` };
}
