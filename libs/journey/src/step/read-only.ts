import { canonicalJson } from '#schema';
import { type Json } from '#statechart';
import { type CompiledTask } from '../compile/compiled-task.js';
import { type Scope } from '../expression/scope.js';
import { type FieldError } from '../form/form-validator.js';
import { isRecord } from '../read/cursor.js';
import { knownValue } from '../expression/template.js';

/** *Parameter tampering*: each read-only field that was sent with another value than the one that was shown. */
export function readOnlyErrors(
  { readOnly, prefill }: Pick<CompiledTask, 'readOnly' | 'prefill'>,
  data: Json,
  scope: Scope,
): readonly FieldError[] {
  if (readOnly.length === 0 || !isRecord(data)) return [];
  const shown = new Map(prefill);
  return readOnly.flatMap(name => {
    const sent = data[name];
    const template = shown.get(name);
    if (sent === undefined) return [];
    const value = template && knownValue(template, scope);
    if (value !== undefined && canonicalJson(value) === canonicalJson(sent)) return [];
    const message = 'is shown and cannot be changed; send it as it is shown';
    return [{ path: `/${name}`, code: 'readOnly', message }];
  });
}
