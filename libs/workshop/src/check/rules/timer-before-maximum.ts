import { addPeriod, isPeriod } from '#calendar';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

/** Any day does: months are compared as they fall from it. */
const FROM = '2025-01-01';

export const timerBeforeMaximum: Rule = {
  code: 'timer-before-maximum',
  title: 'an authority is given its published maximum time',
  severity: 'warning',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      const { trigger, targets } = transition;
      if (trigger.kind !== 'after' || targets.length === 0 || !isDays(trigger.delay)) continue;
      for (const { src } of state.invokes) {
        const maximum = context.catalogue.service(src)?.maximumTime;
        if (maximum === undefined || !isDays(maximum)) continue;
        if (addPeriod(FROM, trigger.delay) >= addPeriod(FROM, maximum)) continue;
        yield {
          place: triggerPlace(context, state, transition),
          key: true,
          message: `${src} may take ${maximum}, and this gives up on it after ${trigger.delay}.`,
          remedy: `Wait at least ${maximum}.`,
        };
      }
    }
  },
};

function isDays(period: string): boolean {
  return isPeriod(period) && !period.includes('T');
}
