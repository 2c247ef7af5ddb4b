import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const eventWithoutTask: Rule = {
  code: 'event-without-task',
  title: 'an event that a participant sends belongs to a task',
  severity: 'error',
  *find(context) {
    const seen = new Set<string>();
    for (const { state, transition } of context.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'event' || state.task || seen.has(`${state.path} ${trigger.event}`)) continue;
      seen.add(`${state.path} ${trigger.event}`);
      yield {
        place: triggerPlace(context, state, transition),
        key: true,
        message: `Nobody can send ${trigger.event}: ${state.path || 'the machine'} has no task.`,
        remedy: 'Add meta.task, or name a register event as <authority>.<event>.',
      };
    }
  },
};
