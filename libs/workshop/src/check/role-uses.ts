import { type Place, type StateDefinition } from '#journey';
import { type Subject } from './subject.js';

/** One place that names a role, and what the role does there. */
export interface RoleUse {
  readonly role: string;
  readonly as: 'doer' | 'reader' | 'recipient' | 'invited' | 'canceller';
  readonly place: Place;
  readonly state?: StateDefinition;
}

/** Every place of a definition that names a role. */
export function roleUses(subject: Subject): RoleUse[] {
  const uses: RoleUse[] = (subject.definition.cancellation?.by ?? []).map((role, index) => ({
    role,
    as: 'canceller',
    place: subject.at('cancellation', 'by', index),
  }));
  for (const state of subject.states) {
    const { task, visibleTo } = state;
    if (task) uses.push({ role: task.role, as: 'doer', place: subject.at(...task.at, 'role'), state });
    for (const [index, role] of (visibleTo ?? []).entries()) {
      uses.push({ role, as: 'reader', place: subject.at(...state.at, 'meta', 'visibleTo', index), state });
    }
  }
  for (const { action, state } of subject.actions) {
    const { to, role } = action.params;
    if (action.type === 'message' && typeof to === 'string') {
      uses.push({ role: to, as: 'recipient', place: subject.at(...action.at, 'params', 'to'), state });
    }
    if (action.type === 'invite' && typeof role === 'string') {
      uses.push({ role, as: 'invited', place: subject.at(...action.at, 'params', 'role'), state });
    }
  }
  return uses;
}
