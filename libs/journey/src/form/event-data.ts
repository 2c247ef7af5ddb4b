import { isObject, type JsonSchema, listOf } from '#schema';

const SAYS_NO = ['decline', 'withdraw', 'disagree'];

/** Whether an event of a task says no to it; it carries no data, whatever the form. */
export function saysNo(event: string): boolean {
  return SAYS_NO.includes(event);
}

/** Whether an event of a task carries the form's data; `x-without-data` in the form names more that do not. */
export function carriesData(form: JsonSchema, event: string): boolean {
  if (saysNo(event)) return false;
  return !(isObject(form) && listOf(form['x-without-data']).includes(event));
}
