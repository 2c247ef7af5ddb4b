import { type Rule } from '../rule.js';

export const confidentialStep: Rule = {
  code: 'confidential-step',
  title: 'the steps of a confidential role are visible to nobody else',
  severity: 'error',
  *find(subject) {
    const { roles } = subject.definition;
    for (const state of subject.states) {
      const role = state.task?.role;
      if (role === undefined || !Object.hasOwn(roles, role) || !roles[role]?.confidential) continue;
      const shownTo = [state, ...subject.ancestors(state), subject.definition.machine].find(
        ({ visibleTo }) => visibleTo,
      )?.visibleTo;
      if (shownTo?.every(each => each === role)) continue;
      yield {
        place: subject.at(...state.at),
        key: true,
        message: `${state.path} is a step of ${role}, who is confidential, and others can see it.`,
        remedy: `Add meta.visibleTo: [${role}].`,
      };
    }
  },
};
