import { cancel, createMachine, emit, log, raise, sendTo } from 'xstate';
import { advance, start } from './advance.js';
import { type ChartState } from './chart-state.js';
import { type Stimulus } from './stimulus.js';

const go: Stimulus = { kind: 'event', event: { type: 'go' } };

/** The effects of `go` on a machine that waits for a service and does this. */
function effectsOf(actions: object | readonly object[]) {
  const machine = createMachine({
    context: {},
    invoke: { id: 'cpr', src: 'cpr.registerMove' },
    on: { go: { actions: actions as never } },
  });
  return advance(machine, start(machine, 0).state, go, 100).effects;
}

describe('effects', () => {
  it.each<[string, object | readonly object[], readonly object[]]>([
    [
      'an action with parameters',
      { type: 'message', params: { to: 'heir' } },
      [{ type: 'action', action: 'message', params: { to: 'heir' } }],
    ],
    ['an action without', { type: 'message' }, [{ type: 'action', action: 'message', params: null }]],
    [
      'an event for a service',
      sendTo('cpr', { type: 'hurry' }),
      [{ type: 'send', seq: 1, event: { type: 'hurry' } }],
    ],
    ['an emitted event', emit({ type: 'seen' }), [{ type: 'emit', event: { type: 'seen' } }]],
    ['a log line', log('now', 'at'), [{ type: 'log', value: 'now', label: 'at' }]],
    ['a log line without a label', log('now'), [{ type: 'log', value: 'now' }]],
    ['a delayed event', raise({ type: 'x' }, { delay: 50 }), [{ type: 'setTimer', seq: 2, due: 150 }]],
    [
      'a delayed event to itself',
      sendTo(({ self }) => self, { type: 'x' }, { delay: 0 }),
      [{ type: 'setTimer', seq: 2, due: 100 }],
    ],
    ['a timer begun and ended in one step', [raise({ type: 'x' }, { delay: 50, id: 'x' }), cancel('x')], []],
    [
      'a timer set again',
      [raise({ type: 'x' }, { delay: 50, id: 'x' }), raise({ type: 'x' }, { delay: 60, id: 'x' })],
      [{ type: 'setTimer', seq: 3, due: 160 }],
    ],
  ])('%s', (_, actions, effects) => {
    expect(effectsOf(actions)).toEqual(effects);
  });

  it('replace a timer that is set again in a later step', () => {
    const machine = createMachine({ on: { go: { actions: raise({ type: 'x' }, { delay: 50, id: 'x' }) } } });
    const once = advance(machine, start(machine, 0).state, go, 0);
    const twice = advance(machine, once.state, go, 10);
    expect(twice.effects).toEqual([
      { type: 'cancelTimer', seq: 1 },
      { type: 'setTimer', seq: 2, due: 60 },
    ]);
    expect(twice.state.timers).toEqual({ x: { seq: 2, due: 60, event: { type: 'x' } } });
  });

  it('keep apart delayed events without an id', () => {
    const machine = createMachine({ on: { go: { actions: raise({ type: 'x' }, { delay: 50 }) } } });
    const once = advance(machine, start(machine, 0).state, go, 0);
    const { timers } = advance(machine, once.state, go, 0).state;
    expect(Object.keys(timers)).toEqual(['#1', '#2']);
  });

  it('end everything that is pending when the machine ends', () => {
    const machine = createMachine({
      initial: 'a',
      invoke: { id: 'cpr', src: 'cpr.registerMove' },
      entry: raise({ type: 'x' }, { delay: 50 }),
      states: { a: { on: { go: 'b' } }, b: { type: 'final' } },
    });
    const { state, effects } = advance(machine, start(machine, 0).state, go, 0);
    expect(state).toMatchObject({ status: 'done', dispatches: {}, timers: {} } satisfies Partial<ChartState>);
    expect(effects).toEqual([
      { type: 'cancelDispatch', seq: 2 },
      { type: 'cancelTimer', seq: 1 },
    ]);
  });
});
