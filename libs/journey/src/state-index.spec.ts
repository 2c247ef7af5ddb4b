import { compileFiles, sampleFiles } from '../test/sample-journey.js';
import { everyState, stateAt } from './state-index.js';

describe('a state at its path', () => {
  const { machine } = compileFiles(sampleFiles).definition;

  it('is found wherever it stands', () => {
    for (const state of everyState(machine)) expect(stateAt(machine, state.path)).toBe(state);
  });

  it.each(['elsewhere', 'elsewhere.inside', '.', 'constructor'])('is none at %p', path => {
    expect(stateAt(machine, path)).toBeUndefined();
  });
});
