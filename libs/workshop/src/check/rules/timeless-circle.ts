import { type Rule } from '../rule.js';
import { triggerPlace, targetPlace } from '../transition-place.js';
import { timelessCircles } from '../ways/timeless-circles.js';

export const retryWithoutPause: Rule = {
  code: 'retry-without-pause',
  title: 'an authority that refuses is not asked the same again at once',
  severity: 'error',
  *find(context) {
    for (const { state, transition } of timelessCircles(context)) {
      const { trigger } = transition;
      if (trigger.kind !== 'refusal') continue;
      yield {
        place: targetPlace(context, transition),
        message: `When ${state.invokes[trigger.invoke]?.src ?? 'the service'} refuses, this leads back to ${state.path} at once, and so on without end.`,
        remedy: 'Let a task or a pause with after: come between, or go another way.',
      };
    }
  },
};

export const timerOfNoTime: Rule = {
  code: 'timer-of-no-time',
  title: 'a timer that comes back to itself takes time',
  severity: 'error',
  *find(context) {
    for (const { state, transition } of timelessCircles(context)) {
      if (transition.trigger.kind !== 'after') continue;
      yield {
        place: triggerPlace(context, state, transition),
        key: true,
        message: `When this timer takes no time, or its day has passed, it leads back to ${state.path} at once, and so on without end.`,
        remedy: 'Give it a duration, let a pause with after: come between, or lead somewhere else.',
      };
    }
  },
};
