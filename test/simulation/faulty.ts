import { type CompiledJourney } from '#journey';
import { type CommitOutcome, type JourneyStore } from '#runtime';
import { replacing } from './replacing.js';
import { type Wire } from './wire.js';

/** The same journey, whose machine throws now and then: a fault of one process's own. */
export function faultyJourney(compiled: CompiledJourney, wire: Wire): CompiledJourney {
  return replacing(compiled, {
    step: (...given) => {
      if (wire.random.happens(wire.weather.failing)) throw new Error('the machine failed');
      return compiled.step(...given);
    },
  });
}

/** The same store, which now and then cannot store one change of a commit, whatever becomes of the others. */
export function faultyStore(journeys: JourneyStore, wire: Wire): JourneyStore {
  return replacing(journeys, {
    commit: async changes => {
      const stored = changes.map(() => !wire.random.happens(wire.weather.poisoned));
      const outcomes = [...(await journeys.commit(changes.filter((_, index) => stored[index])))];
      return stored.map((whole): CommitOutcome => {
        return whole ? outcomes.shift()! : { kind: 'failed', error: new Error('this one cannot be stored') };
      });
    },
  });
}
