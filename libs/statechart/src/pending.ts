import { type AnyActorRef, type EventObject, type ExecutableActionObject } from 'xstate';
import { type ChartState, type Instant, type PendingDispatch, type PendingTimer } from './chart-state.js';
import { type Effect } from './effect.js';
import { plainJson, plainObject } from './json.js';
import { type Chart } from './chart.js';
import { type ChartEvent, type Heard } from './stimulus.js';

/**
 * What a chart waits for while it moves, and the effects of moving it: turns the actions that XState hands out as
 * data into our effects, numbering every dispatch and timer.
 */
export class Pending {
  readonly dispatches: Record<string, PendingDispatch>;
  readonly timers: Record<string, PendingTimer>;
  readonly effects: Effect[] = [];
  /** Events the chart sent to itself: each is taken when the one before it has been dealt with. */
  readonly inbox: EventObject[] = [];
  seq: number;
  readonly #seqBefore: number;
  readonly #chart: Chart;
  readonly #at: Instant;

  constructor(chart: Chart, before: Pick<ChartState, 'dispatches' | 'timers' | 'seq'>, at: Instant) {
    this.#chart = chart;
    this.#at = at;
    // Not spread, for they are added to (decisions/0002).
    this.dispatches = Object.assign({}, before.dispatches);
    this.timers = Object.assign({}, before.timers);
    this.seq = this.#seqBefore = before.seq;
  }

  /** An answered dispatch and a fired timer are no longer pending, whatever the machine makes of them. */
  useUp({ answered, fired }: Heard): void {
    if (answered !== undefined) delete this.dispatches[answered];
    if (fired !== undefined) delete this.timers[fired];
  }

  record(action: ExecutableActionObject): void {
    switch (action.type) {
      case 'xstate.spawnChild':
        return this.#dispatch(action.params as SpawnParams);
      case 'xstate.stopChild':
        return this.#cancelDispatch((action.params as AnyActorRef | undefined)?.id);
      case 'xstate.raise':
        return this.#raise(action.params as RaiseParams);
      case 'xstate.cancel':
        return this.#cancelTimer((action.params as { sendId: string }).sendId);
      case 'xstate.sendTo':
        return this.#send(action.params as SendParams);
      case 'xstate.emit':
        return this.#push({
          type: 'emit',
          event: plainEvent((action.params as { event: EventObject }).event),
        });
      case 'xstate.log':
        return this.#log(action.params as LogParams);
      default:
        return this.#act(action);
    }
  }

  /** A chart that has ended waits for nothing. */
  cancelAll(): void {
    for (const id of Object.keys(this.dispatches)) this.#cancelDispatch(id);
    for (const id of Object.keys(this.timers)) this.#cancelTimer(id);
  }

  #dispatch({ actorRef, src, input, id }: SpawnParams): void {
    if (typeof src !== 'string' || src.startsWith('xstate.invoke.')) {
      throw this.#chart.fault('unnamed', `invokes a service without a name; write \`src: 'name'\``);
    }
    if (id === undefined || actorRef === undefined) {
      throw this.#chart.fault('unnamed', `spawns '${src}' without an id; give \`spawnChild\` an \`id\``);
    }
    const invoke = actorRef.id;
    this.#cancelDispatch(invoke);
    const seq = ++this.seq;
    this.dispatches[invoke] = { seq, src };
    this.#push({
      type: 'dispatch',
      seq,
      invoke,
      src,
      input: plainJson(input ?? null, `input of '${invoke}'`),
    });
  }

  #cancelDispatch(id: string | undefined): void {
    const pending = id === undefined ? undefined : this.dispatches[id];
    if (!pending) return;
    delete this.dispatches[id!];
    this.#end('cancelDispatch', pending.seq);
  }

  #raise({ event, id, delay }: RaiseParams): void {
    // Without a delay XState has already dealt with it inside the step.
    if (delay !== undefined) this.#setTimer(event, delay, id);
  }

  #setTimer(event: EventObject, delay: number, id: string | undefined): void {
    if (!Number.isFinite(delay)) {
      throw this.#chart.fault(
        'failed',
        `delays '${event.type}' by ${delay}; a delay is a number of milliseconds`,
      );
    }
    if (id !== undefined) this.#cancelTimer(id);
    const seq = ++this.seq;
    const due = this.#at + delay;
    this.timers[id ?? `#${seq}`] = { seq, due, event: plainEvent(event) };
    this.#push({ type: 'setTimer', seq, due });
  }

  #cancelTimer(id: string): void {
    const pending = this.timers[id];
    if (!pending) return;
    delete this.timers[id];
    this.#end('cancelTimer', pending.seq);
  }

  #send({ to, event, id, delay }: SendParams): void {
    if (to === this.#chart.self) {
      if (delay === undefined) this.inbox.push(event);
      else this.#setTimer(event, delay, id);
      return;
    }
    const pending = this.dispatches[to.id];
    if (!pending || delay !== undefined) {
      const what = delay === undefined ? 'another actor' : 'another actor after a delay';
      throw this.#chart.fault(
        'unsupported',
        `sends '${event.type}' to ${what}; only a pending invoke can be sent to`,
      );
    }
    this.#push({ type: 'send', seq: pending.seq, event: plainEvent(event) });
  }

  #log({ value, label }: LogParams): void {
    const effect = { type: 'log', value: plainJson(value ?? null, 'a logged value') } as const;
    this.#push(label === undefined ? effect : { ...effect, label });
  }

  #act({ type, params, exec }: ExecutableActionObject): void {
    if (exec && exec !== this.#chart.machine.implementations.actions[type]) {
      throw this.#chart.fault(
        'unnamed',
        `has an action written in place; name it, so that it can be carried out later`,
      );
    }
    this.#push({ type: 'action', action: type, params: plainJson(params ?? null, `params of '${type}'`) });
  }

  #end(type: 'cancelDispatch' | 'cancelTimer', seq: number): void {
    if (seq <= this.#seqBefore) return this.#push({ type, seq });
    const kept = this.effects.filter(effect => !('seq' in effect) || effect.seq !== seq);
    this.effects.splice(0, this.effects.length, ...kept);
  }

  #push(effect: Effect): void {
    this.effects.push(effect);
  }
}

function plainEvent(event: EventObject): ChartEvent {
  return plainObject(event, `event '${event.type}'`) as ChartEvent;
}

interface SpawnParams {
  readonly id: unknown;
  readonly src: unknown;
  readonly input: unknown;
  readonly actorRef: AnyActorRef | undefined;
}

interface RaiseParams {
  readonly event: EventObject;
  readonly id: string | undefined;
  readonly delay: number | undefined;
}

interface SendParams extends RaiseParams {
  readonly to: AnyActorRef;
}

interface LogParams {
  readonly value: unknown;
  readonly label: string | undefined;
}
