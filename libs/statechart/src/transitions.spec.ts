import { createMachine } from 'xstate';
import { advance, start } from './advance.js';
import { type ChartTransition, transitionsOf, watchTransitions } from './transitions.js';

const machine = createMachine({
  id: 'm',
  initial: 'asking',
  context: {},
  on: { note: { actions: [] } },
  states: {
    asking: {
      on: { answer: [{ guard: ({ event }) => event.yes === true, target: 'thanking' }, { target: 'sorry' }] },
    },
    thanking: { always: 'over' },
    sorry: { after: { 5: 'over' } },
    over: {},
  },
});

it('lists every transition of a machine', () => {
  expect(transitionsOf(machine)).toEqual([
    { source: '', event: 'note', index: 0, targets: [] },
    { source: 'asking', event: 'answer', index: 0, targets: ['thanking'] },
    { source: 'asking', event: 'answer', index: 1, targets: ['sorry'] },
    { source: 'thanking', event: '', index: 0, targets: ['over'] },
    { source: 'sorry', event: 'xstate.after.5.m.sorry', index: 0, targets: ['over'] },
  ]);
});

it('reports those that are taken, while it is watched', () => {
  const taken: ChartTransition[] = [];
  const stop = watchTransitions(machine, transition => taken.push(transition));
  const { state } = start(machine, 0);
  advance(machine, state, { kind: 'event', event: { type: 'unheard' } }, 0);
  advance(machine, state, { kind: 'event', event: { type: 'answer', yes: true } }, 0);
  stop();
  advance(machine, state, { kind: 'event', event: { type: 'answer' } }, 0);
  const all = transitionsOf(machine);
  expect(taken).toEqual([all[1], all[3]]);
  expect(all).toContain(taken[0]);
});
