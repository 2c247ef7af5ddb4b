import { type Json, type Stimulus } from '#statechart';
import { type Definition } from '../definition.js';
import { type JourneyContext } from '../journey-state.js';
import { startedNames } from '../starts-in.js';
import { type JourneyEnd } from '../state-definition.js';
import { change, type MachineAction } from './compile-actions.js';

/** What a journey remembers of one that it has started. */
interface Started {
  readonly journey: string;
  readonly number: number;
  readonly ended?: JourneyEnd;
}

/** Event by which a journey hears that one it has started has ended. No authority reports under this name. */
export const ENDED_EVENT = 'journey.ended';

/** The end of a started journey, by the number of its start. */
export function endedStimulus(number: number, ended: JourneyEnd): Stimulus {
  return { kind: 'event', event: { type: ENDED_EVENT, data: { number, ended } } };
}

/**
 * Keeps the end of a started journey under its name. It stands at the root, so that an end is never lost: a state that joins the journey
 * later finds it there.
 */
export function keepEnds(definition: Definition): MachineAction | undefined {
  const names = startedNames(definition.machine);
  if (names.length === 0) return undefined;
  return change(({ context, event }) => {
    const { number, ended } = event['data'] as unknown as Required<Omit<Started, 'journey'>>;
    const name = names.find(each => startedAs(context, each)?.number === number);
    if (name === undefined) return {};
    return { facts: { ...context.facts, [name]: { ...startedAs(context, name), ended } as Json } };
  });
}

/** How the journey started under a name has ended; undefined while it has not, or when there is none. */
export function endOf(context: JourneyContext, name: string): JourneyEnd | undefined {
  return startedAs(context, name)?.ended;
}

/** What is remembered of a journey that was started under a name. */
export function startedAs({ facts }: Pick<JourneyContext, 'facts'>, name: string): Started | undefined {
  return facts[name] as unknown as Started | undefined;
}
