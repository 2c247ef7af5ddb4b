import { isObject, type JsonObject, type JsonSchema, listOf } from '#schema';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { schemaType } from '../expression/schema-type.js';
import { type Scope } from '../expression/scope.js';
import { bounded, boundsOf, onlyIfs } from './form-words.js';
import { fieldsEnvironment } from './fields-environment.js';
import { FormValidator } from './form-validator.js';
import { type AskedWhen, OnlyIfCompiler } from './only-if.js';

/** Ways in which a form was asked lately that are kept: on one day it is the same for most. */
const MOST_KEPT = 8;

/**
 * A form as it is asked while a task is open: its bounds as numbers and days, its conditions as `if` and `else` of JSON
 * Schema. What is shown is the very schema that a submission must fit.
 */
export class CompiledForm {
  readonly #form: JsonSchema;
  readonly #bounds: readonly string[];
  readonly #onlyIfs: ReadonlyMap<string, AskedWhen>;
  readonly #environment: ExpressionEnvironment;
  readonly #asWritten: FormValidator;
  readonly #asked = new Map<string, FormValidator>();

  /** @param form one that the check has found sound */
  constructor(form: JsonSchema, environment: ExpressionEnvironment) {
    this.#form = form;
    this.#environment = environment;
    this.#bounds = boundsOf(form);
    const conditions = Object.entries(onlyIfs(form));
    if (conditions.length === 0) this.#onlyIfs = new Map();
    else {
      const inForm = fieldsEnvironment(environment, form);
      const compiler = new OnlyIfCompiler(environment, schemaType(form));
      this.#onlyIfs = new Map(
        conditions.map(([name, when]) => [name, compiler.compile(inForm.expression(when))]),
      );
    }
    this.#asWritten = new FormValidator(form);
  }

  /** The form as a journey stands. */
  at(scope: Scope): FormValidator {
    if (this.#bounds.length === 0 && this.#onlyIfs.size === 0) return this.#asWritten;
    const values = new Map(
      this.#bounds.map(bound => [bound, this.#environment.expression(bound).known(scope)]),
    );
    const whens = new Map([...this.#onlyIfs].map(([name, when]) => [name, when(scope)]));
    const key = JSON.stringify([[...values], [...whens]]);
    const known = this.#asked.get(key);
    if (known) return known;
    const asked = askedOnlyIf(this.#form as JsonObject, whens);
    const validator = new FormValidator(bounded(asked, bound => values.get(bound)));
    if (this.#asked.size >= MOST_KEPT) this.#asked.clear();
    this.#asked.set(key, validator);
    return validator;
  }
}

/** The form in which each of some fields is asked when the data fits a schema, and may not be sent else. */
function askedOnlyIf(form: JsonObject, whens: ReadonlyMap<string, JsonSchema>): JsonObject {
  if (whens.size === 0) return form;
  const open = [...whens].filter(([, when]) => typeof when !== 'boolean');
  const never = new Set([...whens].flatMap(([name, when]) => (when === false ? name : [])));
  const required = listOf(form.required).map(String);
  const properties = Object.entries(form.properties as JsonObject).flatMap(([name, field]) => {
    if (never.has(name) || !isObject(field)) return [];
    const { 'x-only-if': _when, ...rest } = field;
    return [[name, rest]];
  });
  const conditions = open.map(([name, when]) => ({
    if: when,
    ...(required.includes(name) && { then: { required: [name] } }),
    else: { properties: { [name]: false } },
  }));
  const pages = listOf(form['x-pages']).map(page => listOf(page).filter(name => !never.has(String(name))));
  return {
    ...form,
    properties: Object.fromEntries(properties) as JsonObject,
    required: required.filter(name => !whens.has(name) || whens.get(name) === true),
    ...(pages.length > 0 && { 'x-pages': pages }),
    ...(conditions.length > 0 && { allOf: [...listOf(form.allOf), ...conditions] }),
  };
}
