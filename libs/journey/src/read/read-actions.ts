import { type Json } from '#statechart';
import { type ActionDefinition, BUILT_IN_ACTIONS } from '../state-definition.js';
import { type Cursor, isRecord } from './cursor.js';

/**
 * Reads one action or a list of them. An action is its name, `{ type, params }`, or in short `{ <type>: <what>, … }`, which may stand
 * for several: `{ message: lapsed, to: [applicant, partner] }` or `{ remember: { day: = move.date, noticed: = today } }`.
 */
export function readActions(cursor: Cursor | undefined): ActionDefinition[] {
  return (cursor?.items() ?? []).flatMap(item => {
    const { value, path: at } = item;
    if (typeof value === 'string') return [{ type: value, params: {}, at }];
    const short = BUILT_IN_ACTIONS.find(type => isRecord(value) && value[type] !== undefined);
    if (short === undefined) {
      return [{ type: item.textAt('type'), params: item.get('params')?.record() ?? {}, at }];
    }
    const { [short]: what = null, ...others } = item.record();
    return longForms(short, what, others).map(params => ({ type: short, params, at }));
  });
}

/** The name of the parameter that a short form gives under the name of the action. */
const WHAT = {
  remember: 'as',
  forget: 'name',
  invite: 'role',
  dismiss: 'role',
  message: 'text',
  starts: 'journey',
  undo: 'text',
} as const;

function longForms(
  type: keyof typeof WHAT,
  what: Json,
  others: Record<string, Json>,
): readonly Record<string, Json>[] {
  if (type === 'remember' && isRecord(what)) {
    return Object.entries(what).map(([as, value]) => ({ ...others, as, value: value ?? null }));
  }
  if ((type === 'forget' || type === 'dismiss') && Array.isArray(what)) {
    return (what as readonly Json[]).map(each => ({ [WHAT[type]]: each }));
  }
  const params = { [WHAT[type]]: what, ...others };
  if (type !== 'message' || !Array.isArray(others['to'])) return [params];
  return (others['to'] as readonly Json[]).map(to => ({ ...params, to }));
}
