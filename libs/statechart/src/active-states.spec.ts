import { createMachine } from 'xstate';
import { activeStates } from './active-states.js';
import { advance, start } from './advance.js';

const machine = createMachine({
  id: 'moving',
  initial: 'declaring',
  states: {
    declaring: { meta: { task: 'move' }, tags: 'waiting', on: { submit: 'underWay' } },
    underWay: {
      type: 'parallel',
      states: {
        population: {
          initial: 'registering',
          states: { registering: { on: { done: 'registered' } }, registered: {} },
        },
        doctor: { initial: 'choosing', states: { choosing: {} } },
      },
    },
  },
});
const declaring = start(machine, 0).state;
const underWay = advance(machine, declaring, { kind: 'event', event: { type: 'submit' } }, 0).state;
const registered = advance(machine, underWay, { kind: 'event', event: { type: 'done' } }, 0).state;
const paths = (states: readonly { path: string }[]) => states.map(({ path }) => path);

describe('activeStates', () => {
  it('gives path, type, tags and meta of a state', () => {
    const id = 'moving.declaring';
    expect(activeStates(machine, declaring)).toEqual([
      { path: 'declaring', id, type: 'atomic', tags: ['waiting'], meta: { task: 'move' } },
    ]);
  });

  it('lists parents before children in the order they are written', () => {
    expect(paths(activeStates(machine, registered))).toEqual([
      'underWay',
      'underWay.population',
      'underWay.population.registered',
      'underWay.doctor',
      'underWay.doctor.choosing',
    ]);
  });

  it('takes a compound state with two children, as XState can make one, in whatever order a store keeps them', () => {
    const nested = { initial: 'x1', states: { x1: {} } };
    const states = { c: { initial: 'x', states: { x: nested, y: {} } } };
    const odd = createMachine({ initial: 'c', states });
    for (const children of [
      { x: 'x1', y: {} },
      { y: {}, x: 'x1' },
    ]) {
      expect(paths(activeStates(odd, { value: { c: children } }))).toEqual(['c', 'c.x', 'c.x.x1', 'c.y']);
    }
  });
});
