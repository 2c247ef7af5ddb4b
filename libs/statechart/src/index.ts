export { type ActiveState, activeStates, type Change, changeBetween } from './active-states.js';
export { advance, type Advance, start, type Step } from './advance.js';
export { ChartError, type ChartErrorCode } from './chart-error.js';
export { type ChartState, type Instant, type PendingDispatch, type PendingTimer } from './chart-state.js';
export { type Effect } from './effect.js';
export { type Json, type JsonObject } from './json.js';
export { type ChartEvent, skipEventType, type Stimulus } from './stimulus.js';
/** What it takes to build a machine: only this lib imports XState. */
export { type AnyStateMachine, assign, createMachine, type MachineConfig } from 'xstate';
export { type ChartTransition, transitionsOf, watchTransitions } from './transitions.js';
