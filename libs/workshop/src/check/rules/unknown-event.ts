import { didYouMean, type Place } from '#journey';
import { brokenContract } from '../broken-contract.js';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

export const unknownEvent: Rule = {
  code: 'unknown-event',
  title: 'a register event is in the catalogue',
  severity: 'error',
  *find(context) {
    const known = context.catalogue.registerEvents().map(({ id }) => id);
    const told = new Set<string>();
    for (const { event, place, key } of awaited(context)) {
      if (known.includes(event)) continue;
      const broken = brokenContract(context, event);
      if (broken) {
        if (!told.has(event)) yield { place, key, ...broken };
        told.add(event);
        continue;
      }
      const own = known.filter(id => id.split('.')[0] === event.split('.')[0]);
      yield {
        place,
        key,
        message: `No authority reports ${event}.`,
        remedy: didYouMean(event, own, 'Add it to the webhooks of its authority’s contract.'),
      };
    }
  },
};

interface AwaitedReport {
  readonly event: string;
  readonly place: Place;
  readonly key: boolean;
}

/** Every report that offers and states listen for. */
function* awaited(context: CheckContext): Generator<AwaitedReport> {
  for (const [name, { on: event }] of Object.entries(context.definition.offers)) {
    yield { event, place: context.at('offers', name, 'on'), key: false };
  }
  for (const { state, transition } of context.transitions) {
    const { trigger } = transition;
    if (trigger.kind !== 'report') continue;
    yield { event: trigger.event, place: triggerPlace(context, state, transition), key: true };
  }
}
