import { type Definition, type Diagnostic, everyState } from '#journey';
import { MOST } from './most.js';
import { inDigits, tooLarge } from './too-large.js';

/** Limits on the states and transitions of a machine, for the data-flow analysis follows every path. */
export function stateBounds({ machine, sources: { main } }: Definition): Diagnostic[] {
  const states = everyState(machine);
  const transitions = states.flatMap(state => state.transitions);
  const beyond = (
    what: string,
    most: number,
    first: { at: (typeof machine)['at'] } | undefined,
  ): Diagnostic[] =>
    first
      ? [
          tooLarge(
            main.file,
            main.positionOf(first.at, { key: true }),
            `The machine has more than ${inDigits(most)} ${what}.`,
            'Make two journeys of it, the second started when the first ends.',
          ),
        ]
      : [];
  return [
    ...beyond('states', MOST.states, states[MOST.states]),
    ...beyond('transitions', MOST.transitions, transitions[MOST.transitions]),
  ];
}
