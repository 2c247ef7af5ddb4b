import {
  type AnyStateMachine,
  assign,
  createMachine,
  enqueueActions,
  fromPromise,
  not,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
} from 'xstate';
import { advance, start } from './advance.js';
import { ChartError, type ChartErrorCode } from './chart-error.js';
import { type Stimulus } from './stimulus.js';

const go: Stimulus = { kind: 'event', event: { type: 'go' } };

/** A machine that takes one transition on `go`. */
function onGo(transition: object): AnyStateMachine {
  return createMachine({
    id: 'm',
    context: {},
    initial: 'a',
    states: { a: { on: { go: transition as never } }, b: {} },
  });
}

function refusal(run: () => unknown): ChartError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ChartError);
    return error as ChartError;
  }
  throw new Error('not refused');
}

describe('what is refused before anything happens', () => {
  it.each<[string, AnyStateMachine, ChartErrorCode, string]>([
    [
      'an unknown delay in `after`',
      createMachine({ id: 'm', initial: 'a', states: { a: { after: { soon: 'b' } }, b: {} } }),
      'unknownName',
      "machine 'm' has no delay 'soon', waited for in state 'a'; add it to `delays`",
    ],
    [
      'an unknown delay of a raised event',
      onGo({ actions: raise({ type: 'x' }, { delay: 'soon' as never }) }),
      'unknownName',
      "no delay 'soon', waited for in state 'a'",
    ],
    [
      'an unknown guard',
      onGo({ target: 'b', guard: 'late' }),
      'unknownName',
      "no guard 'late', asked in state 'a'; add it to `guards`",
    ],
    [
      'an unknown guard with parameters',
      onGo({ target: 'b', guard: { type: 'late' } }),
      'unknownName',
      "no guard 'late'",
    ],
    [
      'an unknown guard inside another',
      onGo({ target: 'b', guard: not('late') }),
      'unknownName',
      "no guard 'late'",
    ],
    [
      'an unknown guard of an eventless transition',
      createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { always: { guard: 'late' as never, target: 'b' } }, b: {} },
      }),
      'unknownName',
      "no guard 'late'",
    ],
    [
      'a service without a name',
      createMachine({ id: 'm', invoke: { src: fromPromise(async () => 1) } }),
      'unknownName',
      "invokes a service without a name in state 'm'; write `src: 'name'`",
    ],
  ])('%s', (_, machine, code, message) => {
    const error = refusal(() => start(machine, 0));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
  });

  it('names every unknown name at once', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { after: { soon: 'b' }, on: { go: { guard: 'late' as never, target: 'b' } } }, b: {} },
    });
    expect(refusal(() => start(machine, 0)).message).toMatch(/'late'.*; it has no delay 'soon'/);
  });
});

describe('what is refused when it happens, with nothing changed', () => {
  const throwing = setup({
    guards: {
      late: () => {
        throw new Error('no date');
      },
    },
  }).createMachine({
    id: 'm',
    initial: 'a',
    states: { a: { on: { go: { guard: 'late', target: 'b' } } }, b: {} },
  });

  it.each<[string, AnyStateMachine, ChartErrorCode, string]>([
    [
      'a guard that throws',
      throwing,
      'failed',
      `failed on event 'go' in "a": Unable to evaluate guard 'late'`,
    ],
    [
      'an assignment that throws',
      onGo({
        actions: assign(() => {
          throw new Error('no address');
        }),
      }),
      'failed',
      'no address',
    ],
    [
      'a value JSON cannot hold',
      onGo({ actions: assign({ at: () => new Date(0) }) }),
      'notJson',
      'context.at holds an instance of Date',
    ],
    [
      'an action written in place',
      onGo({ actions: () => {} }),
      'unnamed',
      'has an action written in place; name it',
    ],
    ['a child without an id', onGo({ actions: spawnChild('s') }), 'unnamed', "spawns 's' without an id"],
    [
      'a child spawned in an assignment',
      onGo({
        actions: assign(({ spawn }) => {
          spawn('s' as never, { id: 'kid' } as never);
          return {};
        }),
      }),
      'unsupported',
      "spawns 'kid' inside an assignment",
    ],
    [
      'an event for a parent',
      onGo({ actions: sendParent({ type: 'x' }) }),
      'failed',
      "Unable to send event to actor '#_parent'",
    ],
    [
      'a delay that is no number',
      onGo({ actions: raise({ type: 'x' }, { delay: () => NaN }) }),
      'failed',
      "delays 'x' by NaN",
    ],
    [
      'an unknown delay that only shows now',
      onGo({
        actions: enqueueActions(({ enqueue }) => enqueue.raise({ type: 'x' }, { delay: 'soon' as never })),
      }),
      'unknownName',
      "has no delay 'soon'",
    ],
    [
      'a circle of eventless transitions',
      createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { on: { go: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
      }),
      'failed',
      'Infinite loop',
    ],
    [
      'a machine that keeps sending to itself',
      onGo({ actions: sendTo(({ self }) => self, { type: 'go' }) }),
      'failed',
      'keeps sending events to itself',
    ],
  ])('%s', (_, machine, code, message) => {
    const { state } = start(machine, 0);
    const copy = structuredClone(state);
    const error = refusal(() => advance(machine, state, go, 0));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(state).toEqual(copy);
  });

  it('a transition after which no state is active', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      on: { go: { target: '.back', reenter: true } },
      states: { a: {}, back: { type: 'history' } },
    });
    // As XState has it when it has lost track of `a`.
    const state = { ...start(machine, 0).state, order: [0] };
    const error = refusal(() => advance(machine, state, go, 0));
    expect(error).toMatchObject({
      code: 'failed',
      message: expect.stringContaining('without any active state') as string,
    });
  });

  it('a delay whose implementation gives nothing', () => {
    const machine = setup({ delays: { soon: () => undefined as never } }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { after: { soon: 'b' } }, b: {} },
    });
    expect(refusal(() => start(machine, 0))).toMatchObject({
      code: 'failed',
      message: expect.stringContaining("delay 'soon' is undefined") as string,
    });
  });

  it('a state of another machine', () => {
    const { state } = start(onGo({ target: 'b' }), 0);
    const other = createMachine({ id: 'other', initial: 'z', states: { z: {} } });
    const error = refusal(() => advance(other, state, go, 0));
    expect(error).toMatchObject({
      code: 'unknownState',
      message: expect.stringContaining(`'other' has no state "a"`) as string,
    });
  });

  it('a history of another machine', () => {
    const machine = onGo({ target: 'b' });
    const state = { ...start(machine, 0).state, history: { 'm.h': ['m.gone'] } };
    expect(refusal(() => advance(machine, state, go, 0))).toMatchObject({ code: 'unknownState' });
  });
});
