import { misspeltEvents } from '../misspelt-events.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const misspeltEvent: Rule = {
  code: 'misspelt-event',
  title: 'an event of a task is called as the button that sends it',
  severity: 'error',
  *find(context) {
    const misspelt = misspeltEvents(context);
    const told = new Set<string>();
    for (const { state, transition } of context.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'event') continue;
      const found = misspelt.find(({ form, event }) => form === state.task?.form && event === trigger.event);
      if (!found || told.has(`${state.path} ${found.event}`)) continue;
      told.add(`${state.path} ${found.event}`);
      yield {
        place: triggerPlace(context, state, transition),
        key: true,
        message: `The texts of the form ${found.form} have no button ${found.event}.`,
        remedy: `Did you mean ${found.meant}?`,
      };
    }
  },
};
