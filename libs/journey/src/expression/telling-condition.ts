import { type Json, type JsonSchema } from '#schema';
import { type Telling } from '../telling.js';
import { ExpressionEnvironment } from './expression-environment.js';
import { schemaType } from './schema-type.js';

const kept = new WeakMap<object, ExpressionEnvironment>();

/** The names that `when` of a telling may use: the fields of the answer or the report, and nothing of any journey. */
export function tellingEnvironment(body: JsonSchema): ExpressionEnvironment {
  const type = schemaType(body);
  let environment = kept.get(type);
  if (!environment) {
    const fields = type.kind === 'object' ? Object.entries(type.fields) : [];
    const facts = Object.fromEntries(fields.map(([name, field]) => [name, field.type]));
    kept.set(type, (environment = new ExpressionEnvironment({ roles: {}, facts, parameters: {} })));
  }
  return environment;
}

/** Whether a telling is told by this answer or report. A condition on a field that is not there does not hold. */
export function isTold({ when }: Telling, body: JsonSchema, data: Json): boolean {
  if (when === undefined) return true;
  const environment = tellingEnvironment(body);
  const facts = data as Readonly<Record<string, Json>>;
  const scope = environment.scope({ now: '', roles: {}, facts, tasks: {} });
  return environment.expression(when).known(scope) === true;
}
