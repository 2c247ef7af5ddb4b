import { assign, createMachine, setup } from 'xstate';
import { advance, start } from './advance.js';
import { type ChartState } from './chart-state.js';
import { skipEventType, type Stimulus } from './stimulus.js';

const noon = Date.UTC(2026, 0, 1, 12);
const day = 86_400_000;
const stored = (state: ChartState) => JSON.parse(JSON.stringify(state)) as ChartState;
const sent = (type: string, data: object = {}): Stimulus => ({ kind: 'event', event: { type, ...data } });

const moving = createMachine({
  id: 'moving',
  context: { registration: null },
  initial: 'declaring',
  states: {
    declaring: {
      on: { submit: { target: 'registering', actions: { type: 'message', params: { to: 'applicant' } } } },
      after: { [30 * day]: 'lapsed' },
    },
    registering: {
      invoke: {
        id: 'cpr',
        src: 'cpr.registerMove',
        input: ({ event }) => ({ address: event.address }),
        onDone: { target: 'registered', actions: assign({ registration: ({ event }) => event.output }) },
        onError: 'refused',
      },
      after: { [5 * day]: { target: 'registering', reenter: true } },
      on: { again: { target: 'registering', reenter: true }, [skipEventType('cpr')]: 'byHand' },
    },
    refused: { on: { again: 'registering' } },
    byHand: { type: 'final' },
    registered: { type: 'final' },
    lapsed: { type: 'final' },
  },
});

const greeting = setup({ types: { input: {} as { who: string } } }).createMachine({
  id: 'greeting',
  context: ({ input }) => ({ who: input.who }),
});

describe('start', () => {
  it('sets timers at absolute times', () => {
    const { state, effects } = start(moving, noon);
    expect(effects).toEqual([{ type: 'setTimer', seq: 1, due: noon + 30 * day }]);
    expect(state).toEqual({
      value: 'declaring',
      context: { registration: null },
      status: 'active',
      dispatches: {},
      timers: {
        [`xstate.after.${30 * day}.moving.declaring`]: {
          seq: 1,
          due: noon + 30 * day,
          event: { type: `xstate.after.${30 * day}.moving.declaring` },
        },
      },
      seq: 1,
    });
  });

  it('gives the input to the context', () => {
    expect(start(greeting, noon, { who: 'me' }).state.context).toEqual({ who: 'me' });
  });

  it('says what was thrown while entering the first states', () => {
    expect(() => start(greeting, noon)).toThrow(/machine 'greeting' failed on starting: .*undefined/);
  });
});

describe('advance', () => {
  const declared = () => stored(start(moving, noon).state);
  const registering = () =>
    stored(advance(moving, declared(), sent('submit', { address: 'A 1' }), noon + day).state);

  it('leaves the state it is given alone', () => {
    const before = declared();
    const copy = stored(before);
    advance(moving, before, sent('submit'), noon);
    expect(before).toEqual(copy);
  });

  it('gives the effects in the order the machine asks for them', () => {
    const { effects, current } = advance(moving, declared(), sent('submit', { address: 'A 1' }), noon + day);
    expect(current).toBe(true);
    expect(effects).toEqual([
      { type: 'cancelTimer', seq: 1 },
      { type: 'action', action: 'message', params: { to: 'applicant' } },
      { type: 'setTimer', seq: 2, due: noon + 6 * day },
      { type: 'dispatch', seq: 3, invoke: 'cpr', src: 'cpr.registerMove', input: { address: 'A 1' } },
    ]);
  });

  it('takes an answer, and then waits for nothing', () => {
    const answer: Stimulus = { kind: 'answer', dispatch: 3, output: { case: 7 } };
    const { state, effects } = advance(moving, registering(), answer, noon + 2 * day);
    expect(state).toMatchObject({ value: 'registered', status: 'done', dispatches: {}, timers: {} });
    expect(state.context).toEqual({ registration: { case: 7 } });
    expect(effects).toEqual([{ type: 'cancelTimer', seq: 2 }]);
  });

  it('keeps the time of a timer through any number of restores', () => {
    let state = declared();
    for (let i = 0; i < 50; i++)
      state = stored(advance(moving, state, sent('unheard'), noon + i * 1000).state);
    expect(state).toEqual(declared());
  });

  it('dispatches anew and re-arms timers, with new numbers, when a state is entered again', () => {
    const { state, effects } = advance(
      moving,
      registering(),
      sent('again', { address: 'B 2' }),
      noon + 2 * day,
    );
    expect(effects).toEqual([
      { type: 'cancelTimer', seq: 2 },
      { type: 'cancelDispatch', seq: 3 },
      { type: 'setTimer', seq: 4, due: noon + 7 * day },
      { type: 'dispatch', seq: 5, invoke: 'cpr', src: 'cpr.registerMove', input: { address: 'B 2' } },
    ]);
    expect(state.dispatches).toEqual({ cpr: { seq: 5, src: 'cpr.registerMove' } });
  });

  it.each<[string, Stimulus]>([
    ['an answer to a replaced dispatch', { kind: 'answer', dispatch: 3, output: {} }],
    ['a failure of a replaced dispatch', { kind: 'failure', dispatch: 3, error: {} }],
    ['a skip of a replaced dispatch', { kind: 'skip', dispatch: 3 }],
    ['a timer that was set anew', { kind: 'timer', timer: 2 }],
    ['a timer that never was', { kind: 'timer', timer: 99 }],
    ['an answer to the number of a timer', { kind: 'answer', dispatch: 4, output: {} }],
  ])('changes nothing for %s', (_, late) => {
    const state = stored(advance(moving, registering(), sent('again'), noon).state);
    const step = advance(moving, state, late, noon + 9 * day);
    expect(step).toEqual({ state, effects: [], current: false });
  });

  it('takes an answer once', () => {
    const answer: Stimulus = { kind: 'answer', dispatch: 3, output: {} };
    const { state } = advance(moving, registering(), answer, noon);
    expect(advance(moving, stored(state), answer, noon)).toEqual({ state, effects: [], current: false });
  });

  it('goes another way for a skip than for a failure, and then hears neither', () => {
    const skip: Stimulus = { kind: 'skip', dispatch: 3 };
    const { state } = advance(moving, registering(), skip, noon);
    expect(state).toMatchObject({ value: 'byHand', dispatches: {} });
    expect(advance(moving, stored(state), skip, noon).current).toBe(false);
    const failed = advance(moving, registering(), { kind: 'failure', dispatch: 3, error: {} }, noon);
    expect(failed.state.value).toBe('refused');
  });

  it('changes nothing in a chart that has ended', () => {
    const { state } = advance(moving, declared(), { kind: 'timer', timer: 1 }, noon + 30 * day);
    expect(state.value).toBe('lapsed');
    expect(advance(moving, state, sent('submit'), noon)).toEqual({ state, effects: [], current: false });
  });

  it('ends with the error that no state handles', () => {
    const machine = createMachine({ initial: 'a', states: { a: { invoke: { id: 'i', src: 's' } } } });
    const { state } = start(machine, noon);
    const error = { code: 'gone' };
    const step = advance(machine, stored(state), { kind: 'failure', dispatch: 1, error }, noon);
    expect(step.state).toMatchObject({ status: 'error', error, dispatches: {} });
  });

  it('takes the one event of XState that is sent from outside', () => {
    const machine = createMachine({
      initial: 'a',
      states: { a: {}, b: { id: 'b', route: {} } },
    } as never);
    const { state } = start(machine, noon);
    expect(advance(machine, state, sent('xstate.route', { to: '#b' }), noon).state.value).toBe('b');
  });
});
