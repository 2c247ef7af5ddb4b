import { type Rule } from '../rule.js';

export const confidentialStep: Rule = {
  code: 'confidential-step',
  title: 'the steps of a confidential role are visible to nobody else',
  severity: 'error',
  *find(context) {
    const { roles } = context.definition;
    for (const state of context.states) {
      const role = state.task?.role;
      if (role === undefined || !Object.hasOwn(roles, role) || !roles[role]?.confidential) continue;
      const shownTo = context.visibilityOf(state)?.visibleTo;
      if (shownTo?.every(each => each === role)) continue;
      yield {
        place: context.at(...state.at),
        key: true,
        message: `${state.path} is a step of ${role}, who is confidential, and others can see it.`,
        remedy: `Add meta.visibleTo: [${role}].`,
      };
    }
  },
};
