import type { JsonSchema } from '../catalogue.js';

/** Events that say no; they carry no data, whatever the form. */
const WITHOUT_DATA = ['decline', 'withdraw', 'disagree'];

/** Whether an event of a task carries the form's data; `x-without-data` in the form names more that do not. */
export function carriesData(form: JsonSchema, event: string): boolean {
  if (WITHOUT_DATA.includes(event)) return false;
  const more =
    typeof form === 'object' && form !== null && 'x-without-data' in form ? form['x-without-data'] : [];
  return !(Array.isArray(more) && more.includes(event));
}
