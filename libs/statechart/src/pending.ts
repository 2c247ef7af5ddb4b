import {
  type AnyActorRef,
  type AnyMachineSnapshot,
  type EventObject,
  type ExecutableActionObject,
} from 'xstate';
import { type Chart } from './chart.js';
import { type Instant } from '#calendar';
import { type ChartState, type PendingDispatch, type PendingTimer } from './chart-state.js';
import { type Effect } from './effect.js';
import { plainJson } from './json.js';
import { skipEventType, type ChartEvent, type Stimulus } from './stimulus.js';
import {
  childRef,
  doneEvent,
  errorEvent,
  hasOwnId,
  isNamed,
  isReserved,
  type XStateAction,
  type RaiseParams,
  type SendParams,
  type SpawnParams,
} from './xstate-internals.js';

/** The number of a child whose dispatch has been answered. */
const ANSWERED = 0;

/**
 * Unit of work of one step: what the chart waits for, and the effects of moving it. Turns the actions that XState
 * hands out into effects, and numbers every dispatch and timer.
 */
export class Pending {
  effects: Effect[] = [];
  /** Mailbox: events the chart sent to itself, each to be taken when the one before it has been dealt with. */
  readonly mailbox: EventObject[] = [];
  readonly #chart: Chart;
  readonly #at: Instant;
  readonly #seqBefore: number;
  #seq: number;
  /** By id, as the timers, in the order they were begun. */
  readonly #dispatches: Map<string, PendingDispatch>;
  readonly #timers: Map<string, PendingTimer>;
  /** The number of the dispatch that a child of XState's stands for. */
  readonly #seqOf = new Map<AnyActorRef, number>();
  /** Events for children that are not dispatched yet: entry actions run before the services of their state begin. */
  readonly #held = new Map<AnyActorRef, ChartEvent[]>();

  constructor(chart: Chart, at: Instant, before?: ChartState) {
    this.#chart = chart;
    this.#at = at;
    this.#seq = this.#seqBefore = before?.seq ?? 0;
    this.#dispatches = bySeq(before?.dispatches);
    this.#timers = bySeq(before?.timers);
  }

  toState(): Pick<ChartState, 'dispatches' | 'timers' | 'seq'> {
    return {
      dispatches: Object.fromEntries(this.#dispatches),
      timers: Object.fromEntries(this.#timers),
      seq: this.#seq,
    };
  }

  /**
   * Fencing: the event by which a machine learns of a stimulus, which uses up the dispatch or timer it is about;
   * none when that is no longer pending.
   */
  accept(stimulus: Stimulus): EventObject | undefined {
    switch (stimulus.kind) {
      case 'event': {
        const { event } = stimulus;
        if (isReserved(event.type)) throw new TypeError(`'${event.type}' is an event that only XState makes`);
        return event;
      }
      case 'timer':
        return useUp(this.#timers, stimulus.timer)?.[1].event;
      default: {
        const answered = useUp(this.#dispatches, stimulus.dispatch);
        if (!answered) return undefined;
        const [id] = answered;
        this.#seqOf.set(childRef(id), ANSWERED);
        if (stimulus.kind === 'answer') return doneEvent(id, stimulus.output);
        if (stimulus.kind === 'failure') return errorEvent(id, stimulus.error);
        return { type: skipEventType(id) };
      }
    }
  }

  /** XState's children: pending dispatches, the one just answered, and invoked services that were answered earlier. */
  children(invokes: readonly string[]): Record<string, AnyActorRef> {
    for (const [id, { seq }] of this.#dispatches) this.#seqOf.set(childRef(id), seq);
    const children: Record<string, AnyActorRef> = {};
    for (const ref of this.#seqOf.keys()) children[ref.id] = ref;
    for (const id of invokes) {
      if (Object.hasOwn(children, id)) continue;
      this.#seqOf.set((children[id] = childRef(id)), ANSWERED);
    }
    return children;
  }

  /** Takes in the actions of one macrostep. */
  record(actions: readonly ExecutableActionObject[]): void {
    for (const action of actions) this.#record(action);
    for (const [{ id }, [event]] of this.#held) {
      const what = `sends '${event!.type}' to another actor, '${id}'`;
      throw this.#chart.fault('unsupported', `${what}; only a pending invoke can be sent to`);
    }
  }

  /** `assign` can start actors on the side: they are children, but no action tells of them. */
  refuseOtherChildren({ children }: AnyMachineSnapshot): void {
    for (const child of Object.values(children as Record<string, AnyActorRef>)) {
      if (this.#seqOf.has(child)) continue;
      const what = `spawns '${child.id}' inside an assignment`;
      throw this.#chart.fault('unsupported', `${what}; use \`invoke\` or \`spawnChild\``);
    }
  }

  /** A chart that has ended waits for nothing. */
  cancelTimers(): void {
    for (const id of this.#timers.keys()) this.#cancel('cancelTimer', this.#timers, id);
  }

  #record(action: ExecutableActionObject): void {
    const builtIn = action as XStateAction;
    switch (builtIn.type) {
      case 'xstate.spawnChild':
        return this.#dispatch(builtIn.params);
      case 'xstate.stopChild':
        return this.#cancel('cancelDispatch', this.#dispatches, builtIn.params?.id);
      case 'xstate.raise':
        // Without a delay XState has already dealt with it inside the macrostep.
        return builtIn.params.delay === undefined ? undefined : this.#setTimer(builtIn.params);
      case 'xstate.cancel':
        return this.#cancel('cancelTimer', this.#timers, this.#ownId(builtIn.params.sendId));
      case 'xstate.sendTo':
        return this.#send(builtIn.params);
      case 'xstate.emit':
        return this.#push({ type: 'emit', event: plainEvent(builtIn.params.event) });
      case 'xstate.log': {
        const { value, label } = builtIn.params;
        const plain = plainJson(value ?? null, 'a logged value');
        return this.#push({ type: 'log', value: plain, ...(label !== undefined && { label }) });
      }
      default:
        this.#act(action);
    }
  }

  #act({ type, params, exec }: ExecutableActionObject): void {
    if (exec && exec !== this.#chart.machine.implementations.actions[type]) {
      throw this.#chart.fault(
        'unnamed',
        'has an action written in place; name it, to have it carried out later',
      );
    }
    this.#push({ type: 'action', action: type, params: plainJson(params ?? null, `params of '${type}'`) });
  }

  #dispatch({ actorRef, src, input }: SpawnParams): void {
    if (!isNamed(src))
      throw this.#chart.fault('unnamed', "invokes a service without a name; write `src: 'name'`");
    if (!hasOwnId(actorRef)) {
      throw this.#chart.fault('unnamed', `spawns '${src}' without an id; give \`spawnChild\` an \`id\``);
    }
    const { id: invoke } = actorRef;
    this.#cancel('cancelDispatch', this.#dispatches, invoke);
    const seq = ++this.#seq;
    this.#dispatches.set(invoke, { seq, src });
    this.#seqOf.set(actorRef, seq);
    const plain = plainJson(input ?? null, `input of '${invoke}'`);
    this.#push({ type: 'dispatch', seq, invoke, src, input: plain });
    for (const event of this.#held.get(actorRef) ?? []) this.#push({ type: 'send', seq, event });
    this.#held.delete(actorRef);
  }

  #setTimer({ event, id, delay = NaN }: RaiseParams): void {
    if (!Number.isFinite(delay)) {
      throw this.#chart.fault(
        'failed',
        `delays '${event.type}' by ${delay}; a delay is a number of milliseconds`,
      );
    }
    if (id !== undefined) this.#cancel('cancelTimer', this.#timers, this.#ownId(id));
    const seq = ++this.#seq;
    const due = this.#at + delay;
    this.#timers.set(id ?? `#${seq}`, { seq, due, event: plainEvent(event) });
    this.#push({ type: 'setTimer', seq, due });
  }

  /** An id that the author gave to a delayed event. */
  #ownId(id: string): string {
    if (!/^#\d+$/.test(id)) return id;
    throw this.#chart.fault(
      'unsupported',
      `calls a delayed event '${id}', like one without an id; choose another`,
    );
  }

  #send(sent: SendParams): void {
    const { to, event, delay } = sent;
    if (to === this.#chart.scope.self) {
      return delay === undefined ? void this.mailbox.push(event) : this.#setTimer(sent);
    }
    if (delay !== undefined) {
      const remedy = 'raise an event with the delay, and send on hearing it';
      throw this.#chart.fault('unsupported', `sends '${event.type}' to '${to.id}' after a delay; ${remedy}`);
    }
    const seq = this.#seqOf.get(to);
    const plain = plainEvent(event);
    if (seq === undefined) this.#held.set(to, [...(this.#held.get(to) ?? []), plain]);
    // A service that has answered hears nothing more; XState drops the event too.
    else if (this.#dispatches.get(to.id)?.seq === seq) this.#push({ type: 'send', seq, event: plain });
  }

  /** Of what was begun in this very step nothing remains. */
  #cancel(
    type: 'cancelDispatch' | 'cancelTimer',
    pending: Map<string, { readonly seq: number }>,
    id: string | undefined,
  ): void {
    const seq = pending.get(id!)?.seq;
    if (seq === undefined) return;
    pending.delete(id!);
    if (seq <= this.#seqBefore) this.#push({ type, seq });
    else this.effects = this.effects.filter(effect => !('seq' in effect) || effect.seq !== seq);
  }

  #push(effect: Effect): void {
    this.effects.push(effect);
  }
}

/** Stores keep properties in an order of their own; effects and XState's children follow the order of beginning. */
function bySeq<T extends { readonly seq: number }>(
  pending: Readonly<Record<string, T>> = {},
): Map<string, T> {
  return new Map(Object.entries(pending).sort(([, a], [, b]) => a.seq - b.seq));
}

function useUp<T extends { readonly seq: number }>(
  pending: Map<string, T>,
  seq: number,
): [string, T] | undefined {
  for (const entry of pending) {
    if (entry[1].seq !== seq) continue;
    pending.delete(entry[0]);
    return entry;
  }
  return undefined;
}

function plainEvent(event: EventObject): ChartEvent {
  return plainJson(event, `event '${event.type}'`) as unknown as ChartEvent;
}
