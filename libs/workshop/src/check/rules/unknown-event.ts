import { didYouMean } from '#journey';
import { brokenContract } from '../broken-contract.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const unknownEvent: Rule = {
  code: 'unknown-event',
  title: 'a register event is in the catalogue',
  severity: 'error',
  *find(context) {
    const known = context.catalogue.registerEvents().map(({ id }) => id);
    const told = new Set<string>();
    for (const { state, transition } of context.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'report' || known.includes(trigger.event)) continue;
      const place = triggerPlace(context, state, transition);
      const broken = brokenContract(context, trigger.event);
      if (broken) {
        if (!told.has(trigger.event)) yield { place, key: true, ...broken };
        told.add(trigger.event);
        continue;
      }
      const own = known.filter(id => id.split('.')[0] === trigger.event.split('.')[0]);
      yield {
        place,
        key: true,
        message: `No authority reports ${trigger.event}.`,
        remedy: didYouMean(trigger.event, own, 'Add it to the webhooks of its authority’s contract.'),
      };
    }
  },
};
