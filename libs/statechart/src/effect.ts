import { type Instant } from '#calendar';

import { type Json } from '#schema';

import { type ChartEvent } from './stimulus.js';

/**
 * Effects as data: what is to be done because a chart moved, in the order the machine asked for it. Plain JSON;
 * nothing has been done yet. A dispatch or timer that was begun and ended within one step leaves no trace here.
 *
 * - `dispatch`: send request `seq` to the service `src`; its answer comes back as a stimulus with that number
 * - `cancelDispatch`, `cancelTimer`: it is no longer waited for
 * - `setTimer`: at `due`, give the chart the stimulus `{ kind: 'timer', timer: seq }`
 * - `action`: carry out the action of that name with these parameters
 * - `send`: hand `event` to the service of the pending dispatch `seq`, never before its `dispatch`
 * - `emit`, `log`: an event for listeners; a line for the log
 */
export type Effect =
  | {
      readonly type: 'dispatch';
      readonly seq: number;
      readonly invoke: string;
      readonly src: string;
      readonly input: Json;
    }
  | { readonly type: 'cancelDispatch'; readonly seq: number }
  | { readonly type: 'setTimer'; readonly seq: number; readonly due: Instant }
  | { readonly type: 'cancelTimer'; readonly seq: number }
  | { readonly type: 'action'; readonly action: string; readonly params: Json }
  | { readonly type: 'send'; readonly seq: number; readonly event: ChartEvent }
  | { readonly type: 'emit'; readonly event: ChartEvent }
  | { readonly type: 'log'; readonly value: Json; readonly label?: string };
