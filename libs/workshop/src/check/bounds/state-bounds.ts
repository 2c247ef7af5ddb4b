import { type Definition, type Diagnostic, everyState, type SourcePath } from '#journey';
import { MOST } from './most.js';
import { inDigits, tooLarge } from './too-large.js';

/** Limits on the states and transitions of a machine, for the data-flow analysis follows every path. */
export function stateBounds({ machine, expansion: { origins } }: Definition): Diagnostic[] {
  const states = everyState(machine);
  const transitions = states.flatMap(state => state.transitions);
  const crowded = states.find(state => state.transitions.length > MOST.fromOneState);
  const beyond = (
    first: { readonly at: SourcePath } | undefined,
    message: string,
    remedy: string,
  ): Diagnostic[] => {
    if (!first) return [];
    const { source, path } = origins.of(first.at);
    return [tooLarge(source.file, source.positionOf(path, { key: true }), message, remedy)];
  };
  const tooMany = (most: number, what: string): string =>
    `The machine has more than ${inDigits(most)} ${what}.`;
  const split = 'Make two journeys of it, the second started when the first ends.';
  return [
    ...beyond(states[MOST.states], tooMany(MOST.states, 'states'), split),
    ...beyond(transitions[MOST.transitions], tooMany(MOST.transitions, 'transitions'), split),
    ...beyond(
      crowded?.transitions[MOST.fromOneState],
      `${crowded?.path || 'The machine'} has more than ${MOST.fromOneState} ways out.`,
      'Decide in several states, one after the other.',
    ),
  ];
}
