export { type Instant } from '#calendar';
export { type Json, type JsonObject } from '#schema';
export { activeStates } from './active-states.js';
export { advance, start, type Advance, type Step } from './advance.js';
export { ChartError, type ChartErrorCode } from './chart-error.js';
export { type ChartState, type PendingDispatch, type PendingTimer } from './chart-state.js';
export { type ActiveState } from './configuration.js';
export { type Effect } from './effect.js';
export { skipEventType, type ChartEvent, type Stimulus } from './stimulus.js';
/** What it takes to build a machine: only this lib imports XState. */
export { assign, createMachine, type AnyStateMachine, type MachineConfig } from 'xstate';
