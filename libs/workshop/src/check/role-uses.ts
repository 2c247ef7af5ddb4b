import { type Place, type StateDefinition } from '#journey';
import { type CheckContext } from './check-context.js';

/** One place that names a role, and what the role does there. */
export interface RoleUse {
  readonly role: string;
  readonly as:
    'doer' | 'reader' | 'recipient' | 'invited' | 'dismissed' | 'starter' | 'canceller' | 'differing';
  readonly place: Place;
  readonly state?: StateDefinition;
}

/** Every place of a definition that names a role. */
export function roleUses(context: CheckContext): RoleUse[] {
  const uses: RoleUse[] = (context.definition.cancellation?.by ?? []).map((role, index) => ({
    role,
    as: 'canceller',
    place: context.at('cancellation', 'by', index),
  }));
  for (const [name, { differsFrom }] of Object.entries(context.definition.roles)) {
    for (const [index, role] of (differsFrom ?? []).entries()) {
      const written = ['roles', name, 'differsFrom'];
      const isList = Array.isArray(context.valueAt(written));
      uses.push({ role, as: 'differing', place: context.at(...written, ...(isList ? [index] : [])) });
    }
  }
  for (const { visibleTo = [], at } of context.definition.labels) {
    for (const [index, role] of visibleTo.entries())
      uses.push({ role, as: 'reader', place: context.at(...at, 'visibleTo', index) });
  }
  for (const state of context.states) {
    const { task, visibleTo } = state;
    if (task) uses.push({ role: task.role, as: 'doer', place: context.at(...task.at, 'role'), state });
    for (const [index, role] of (visibleTo ?? []).entries()) {
      uses.push({ role, as: 'reader', place: context.at(...state.at, 'meta', 'visibleTo', index), state });
    }
  }
  for (const { action, state } of context.actions) {
    const { to, role } = action.params;
    if (action.type === 'message' && typeof to === 'string') {
      uses.push({ role: to, as: 'recipient', place: context.at(...action.at, 'params', 'to'), state });
    }
    if (action.type === 'starts' && typeof action.params['for'] === 'string') {
      const place = context.at(...action.at, 'params', 'for');
      uses.push({ role: action.params['for'], as: 'starter', place, state });
    }
    if ((action.type === 'invite' || action.type === 'dismiss') && typeof role === 'string') {
      const as = action.type === 'invite' ? 'invited' : 'dismissed';
      uses.push({ role, as, place: context.at(...action.at, 'params', 'role'), state });
    }
  }
  return uses;
}
