import { type Rule } from '../rule.js';

export const nothingToRemember: Rule = {
  code: 'nothing-to-remember',
  title: 'there is something to remember',
  severity: 'error',
  *find(context) {
    for (const { name, value, data, action, transition } of context.rememberings) {
      const empty = !data || (data.kind === 'object' && Object.keys(data.fields).length === 0);
      if (value !== undefined || !empty) continue;
      yield {
        place: context.at(...action.at, 'params', 'as'),
        message: transition
          ? `Nothing comes with this event, so ${name} would be empty.`
          : `Entering or leaving a state brings no data, so ${name} would be empty.`,
        remedy: `Say what to remember with value: "= …", or leave the action out.`,
      };
    }
  },
};
