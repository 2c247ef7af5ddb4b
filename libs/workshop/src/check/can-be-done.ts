import { type StateDefinition } from '#journey';

/** Whether a state can complete, as XState's `onDone` asks: one for a compound state, one in every region for a parallel one. */
export function canBeDone(state: StateDefinition): boolean {
  if (state.type === 'parallel') return state.states.length > 0 && state.states.every(isOrCanBeDone);
  return state.type === 'compound' && state.states.some(({ type }) => type === 'final');
}

function isOrCanBeDone(state: StateDefinition): boolean {
  return state.type === 'final' || canBeDone(state);
}
