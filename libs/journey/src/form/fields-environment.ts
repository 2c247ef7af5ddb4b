import { type JsonSchema } from '#schema';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { schemaType } from '../expression/schema-type.js';

const kept = new WeakMap<ExpressionEnvironment, WeakMap<object, ExpressionEnvironment>>();

/** Nested scope: the names of a form's own fields before those of the journey. */
export function fieldsEnvironment(
  environment: ExpressionEnvironment,
  form: JsonSchema,
): ExpressionEnvironment {
  const type = schemaType(form);
  if (typeof form !== 'object' || type.kind !== 'object') return environment;
  let forms = kept.get(environment);
  if (!forms) kept.set(environment, (forms = new WeakMap()));
  let inForm = forms.get(form);
  if (!inForm) forms.set(form, (inForm = environment.within(type.fields)));
  return inForm;
}
