import { isPeriod } from '#calendar';
import { delayPeriods } from '../periods/delay-periods.js';
import { mayBeShorter } from '../periods/compare-periods.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const timerBeforeMaximum: Rule = {
  code: 'timer-before-maximum',
  title: 'an authority is given its published maximum time',
  severity: 'warning',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      const { trigger, targets } = transition;
      if (trigger.kind !== 'after' || targets.length === 0 || state.invokes.length === 0) continue;
      const periods = delayPeriods(context.definition, trigger.delay) ?? [];
      for (const { src } of state.invokes) {
        const maximum = context.catalogue.service(src)?.maximumTime;
        if (maximum === undefined || !isPeriod(maximum)) continue;
        const short = periods.find(period => mayBeShorter(period, maximum));
        if (short === undefined) continue;
        const named = short === trigger.delay ? short : `${trigger.delay} (${short})`;
        yield {
          place: triggerPlace(context, state, transition),
          key: true,
          message: `${src} may take ${maximum}, and this gives up on it after ${named}.`,
          remedy: `Wait at least ${maximum}.`,
        };
      }
    }
  },
};
