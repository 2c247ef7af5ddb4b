import {
  assign,
  cancel,
  createEmptyActor,
  createMachine,
  emit,
  enqueueActions,
  fromPromise,
  not,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stopChild,
  type AnyActorRef,
  type AnyStateMachine,
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

class Case {
  open = true;
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
    [
      'two states with one id',
      createMachine({ id: 'm', initial: 'a', states: { a: { id: 'x' }, b: { id: 'x' } } }),
      'unsupported',
      "has two states with the id 'x'",
    ],
    [
      'a machine that cannot be entered',
      createMachine({ id: 'm', initial: 'nowhere', states: { a: {} } }),
      'failed',
      `failed on starting: Initial state node "nowhere" not found`,
    ],
    [
      'a context that is an instance of a class',
      createMachine({ id: 'm', context: new Case() as object }),
      'notJson',
      'context holds an instance of Case',
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
      'a child spawned in an assignment under the id of a pending dispatch',
      onGo({
        actions: [
          spawnChild('s', { id: 'kid' }),
          assign(({ spawn }) => {
            spawn('s' as never, { id: 'kid' } as never);
            return {};
          }),
        ],
      }),
      'unsupported',
      "spawns 'kid' inside an assignment",
    ],
    [
      'a child whose id comes to nothing',
      onGo({ actions: spawnChild('s', { id: (() => undefined) as never }) }),
      'unnamed',
      "spawns 's' without an id",
    ],
    [
      'an event for an actor from elsewhere',
      onGo({ actions: sendTo(createEmptyActor() as AnyActorRef, { type: 'x' }) }),
      'unsupported',
      "sends 'x' to another actor",
    ],
    [
      'a delayed event for a service',
      onGo({ actions: [spawnChild('s', { id: 'kid' }), sendTo('kid', { type: 'x' }, { delay: 5 })] }),
      'unsupported',
      "sends 'x' to 'kid' after a delay; raise an event with the delay",
    ],
    [
      'an actor of the system',
      onGo({ actions: sendTo(({ system }) => system.get('mail') as AnyActorRef, { type: 'x' }) }),
      'unsupported',
      'asks for a live actor through `self` or `system`',
    ],
    [
      'stopping an actor of the system',
      onGo({ actions: stopChild(({ system }) => system.get('mail') as never) }),
      'unsupported',
      'asks for a live actor',
    ],
    [
      'sending to itself behind the back of XState',
      onGo({ actions: assign(({ self }) => (self.send({ type: 'x' }), {})) }),
      'unsupported',
      'asks for a live actor',
    ],
    [
      'a timer called like those without an id',
      onGo({ actions: raise({ type: 'x' }, { delay: 5, id: '#2' }) }),
      'unsupported',
      "calls a delayed event '#2'",
    ],
    [
      'cancelling a timer called like those without an id',
      onGo({ actions: cancel('#2') }),
      'unsupported',
      "calls a delayed event '#2'",
    ],
    [
      'an emitted event that is an instance of a class',
      onGo({
        actions: emit(
          new (class Seen {
            type = 'seen';
          })(),
        ),
      }),
      'notJson',
      "event 'seen' holds an instance of Seen",
    ],
    [
      'a circle in the context',
      onGo({
        actions: assign(() => {
          const all: unknown[] = [];
          all.push({ all });
          return { all };
        }),
      }),
      'notJson',
      'context.all[0].all holds an object that it is itself part of',
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

  it('a state that leaves out a region', () => {
    const machine = createMachine({
      id: 'm',
      type: 'parallel',
      states: { one: {}, two: { initial: 'x', states: { x: {}, y: {} } } },
    });
    const { state } = start(machine, 0);
    for (const value of [{ one: {} }, { two: 'x' }, { one: {}, two: {} }]) {
      expect(refusal(() => advance(machine, { ...state, value }, go, 0))).toMatchObject({
        code: 'unknownState',
        message: `machine 'm' has no state ${JSON.stringify(value)}; continue a chart on the machine it began on`,
      });
    }
    expect(advance(machine, { ...state, value: { two: 'y', one: {} } }, go, 0).current).toBe(true);
  });

  it.each(['xstate.done.actor.s', 'xstate.after.5.m.a', 'xstate.stop'])('an event %s from outside', type => {
    const machine = onGo({ target: 'b' });
    const { state } = start(machine, 0);
    expect(() => advance(machine, state, { kind: 'event', event: { type } }, 0)).toThrow(
      new TypeError(`'${type}' is an event that only XState makes`),
    );
  });

  it('a history of another machine', () => {
    const machine = onGo({ target: 'b' });
    const state = { ...start(machine, 0).state, history: { 'm.h': ['m.gone'] } };
    expect(refusal(() => advance(machine, state, go, 0))).toMatchObject({ code: 'unknownState' });
  });
});
