export { activeStates, changeBetween } from './active-states.js';
export type { ActiveState, Change } from './active-states.js';
export { advance, start } from './advance.js';
export type { Advance, Step } from './advance.js';
export { ChartError } from './chart-error.js';
export type { ChartErrorCode } from './chart-error.js';
export type { ChartState, Instant, PendingDispatch, PendingTimer } from './chart-state.js';
export type { Effect } from './effect.js';
export type { Json, JsonObject } from './json.js';
export { skipEventType } from './stimulus.js';
export type { ChartEvent, Stimulus } from './stimulus.js';
/** What it takes to build a machine: only this lib imports XState. */
export { assign, createMachine } from 'xstate';
export type { AnyStateMachine, MachineConfig } from 'xstate';
export { transitionsOf, watchTransitions } from './transitions.js';
export type { ChartTransition } from './transitions.js';
