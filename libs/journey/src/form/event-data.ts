import { type JsonSchema } from '#schema';

const SAYS_NO = ['decline', 'withdraw', 'disagree'];

/** Whether an event of a task says no to it; it carries no data, whatever the form. */
export function saysNo(event: string): boolean {
  return SAYS_NO.includes(event);
}

/** Whether an event of a task carries the form's data; `x-without-data` in the form names more that do not. */
export function carriesData(form: JsonSchema, event: string): boolean {
  if (saysNo(event)) return false;
  const more =
    typeof form === 'object' && form !== null && 'x-without-data' in form ? form['x-without-data'] : [];
  return !(Array.isArray(more) && more.includes(event));
}
