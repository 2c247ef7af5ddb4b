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

  it('go to a service right after its dispatch when the actions of its own state ask for it', () => {
    const machine = createMachine({
      initial: 'a',
      states: {
        a: {
          entry: [sendTo('svc', { type: 'hello' }), sendTo('svc', { type: 'again' })],
          invoke: [
            { id: 'other', src: 'other' },
            { id: 'svc', src: 'svc' },
          ],
          on: { go: { target: 'a', reenter: true } },
        },
      },
    });
    const sends = (seq: number) => [
      { type: 'send', seq, event: { type: 'hello' } },
      { type: 'send', seq, event: { type: 'again' } },
    ];
    const first = start(machine, 0);
    expect(first.effects.slice(1)).toEqual([expect.objectContaining({ invoke: 'svc', seq: 2 }), ...sends(2)]);
    const second = advance(machine, first.state, go, 0);
    expect(second.effects.slice(2)).toEqual([
      expect.objectContaining({ invoke: 'other', seq: 3 }),
      expect.objectContaining({ invoke: 'svc', seq: 4 }),
      ...sends(4),
    ]);
  });

  it('go to the service of the very state, though another one goes by the same id', () => {
    const service = { invoke: { id: 'svc', src: 'svc' } };
    const late = { ...service, entry: sendTo('svc', { type: 'hello' }) };
    const machine = createMachine({
      type: 'parallel',
      states: {
        one: service,
        two: { initial: 'x', states: { x: { on: { go: 'y' } }, y: late } },
      },
    });
    expect(advance(machine, start(machine, 0).state, go, 0).effects).toEqual([
      { type: 'cancelDispatch', seq: 1 },
      { type: 'dispatch', seq: 2, invoke: 'svc', src: 'svc', input: null },
      { type: 'send', seq: 2, event: { type: 'hello' } },
    ]);
  });

  it('reach a service of an inner state from the exit of an outer one when the machine ends', () => {
    const machine = createMachine({
      type: 'parallel',
      exit: sendTo('svc', { type: 'bye' }),
      states: {
        region: {
          invoke: { id: 'svc', src: 'svc' },
          initial: 'x',
          states: { x: { on: { go: 'end' } }, end: { type: 'final' } },
        },
      },
    });
    expect(advance(machine, start(machine, 0).state, go, 0)).toMatchObject({
      state: { status: 'done' },
      effects: [
        { type: 'send', seq: 1, event: { type: 'bye' } },
        { type: 'cancelDispatch', seq: 1 },
      ],
    });
  });

  it('come in the order in which things were begun, in whatever order a store keeps them', () => {
    const region = (id: string) => ({ invoke: { id, src: 's' }, after: { 5: {} } });
    const machine = createMachine({
      type: 'parallel',
      states: { a: region('x'), b: region('y'), c: region('z') },
    });
    const { state } = start(machine, 0);
    const reversed = (all: object) => Object.fromEntries(Object.entries(all).toReversed()) as never;
    const { dispatches, timers } = state;
    const kept = { ...state, dispatches: reversed(dispatches), timers: reversed(timers) };
    const failure: Stimulus = { kind: 'failure', dispatch: dispatches.y!.seq, error: 'gone' };
    const { effects } = advance(machine, state, failure, 0);
    expect(effects.map(({ type }) => type)).toEqual([
      ...Array.from({ length: 2 }, () => 'cancelDispatch'),
      ...Array.from({ length: 3 }, () => 'cancelTimer'),
    ]);
    expect(advance(machine, kept, failure, 0).effects).toEqual(effects);
  });

  it.each<[string, Stimulus]>([
    ['answered', { kind: 'answer', dispatch: 1, output: null }],
    ['failed', { kind: 'failure', dispatch: 1, error: null }],
    ['been skipped', { kind: 'skip', dispatch: 1 }],
  ])('do not go to a service that has %s', (_, stimulus) => {
    const machine = createMachine({
      initial: 'a',
      states: {
        a: {
          invoke: { id: 'svc', src: 'svc', onDone: 'b', onError: 'b' },
          on: { 'skip.actor.svc': 'b' },
          exit: sendTo('svc', { type: 'stop' }),
        },
        b: {},
      },
    });
    const { state, effects } = advance(machine, start(machine, 0).state, stimulus, 0);
    expect(state.value).toBe('b');
    expect(effects).toEqual([]);
  });

  it('do not go to a service that has answered in an earlier step', () => {
    const machine = createMachine({
      invoke: { id: 'svc', src: 'svc', onDone: {} },
      on: { go: { actions: sendTo('svc', { type: 'hurry' }) } },
    });
    const { state } = advance(
      machine,
      start(machine, 0).state,
      { kind: 'answer', dispatch: 1, output: 1 },
      0,
    );
    expect(advance(machine, JSON.parse(JSON.stringify(state)) as ChartState, go, 0)).toMatchObject({
      current: true,
      effects: [],
    });
  });

  it('are at once for a delay written in place that comes to nothing', () => {
    const machine = createMachine({
      initial: 'a',
      states: {
        a: { on: { go: { actions: raise({ type: 'x' }, { delay: (() => undefined) as never }) }, x: 'b' } },
        b: {},
      },
    });
    expect(advance(machine, start(machine, 0).state, go, 0).state).toMatchObject({ value: 'b', timers: {} });
  });
});
