import {
  SimulatedClock,
  createActor,
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
} from 'xstate';

/** A live actor on a simulated clock, seen through what a durable chart would have to give as well. */
export class LiveRun {
  /** Since last asked: actions, emitted events and log lines, in order. */
  #done: unknown[] = [];
  readonly #clock = new WatchedClock();
  #stranded = false;
  readonly #actor;

  constructor(machine: AnyStateMachine) {
    const message = (_: unknown, params: unknown) => void this.#done.push(['message', params]);
    const watched = machine.provide({ actions: { message } });
    const logger = (label: unknown, value: unknown) => void this.#done.push(['log', label, value]);
    this.#actor = createActor(watched, { clock: this.#clock, logger });
    replaceTimers(this.#actor.system.scheduler);
    this.#actor.on('*', (event: EventObject) => void this.#done.push(['emit', event]));
    this.#actor.subscribe({ next: seen => (this.#stranded ||= seen._nodes.length === 0), error: () => {} });
    this.#actor.start();
  }

  get snapshot(): AnyMachineSnapshot {
    return this.#actor.getSnapshot();
  }

  /** A live actor that has lost every active state does not notice; a durable chart refuses to go on. */
  get failed(): boolean {
    return this.#stranded || this.snapshot.status === 'error';
  }

  /** Services at work, by invoke id. */
  get services(): ReadonlyMap<string, AnyActorRef> {
    if (this.snapshot.status !== 'active') return new Map();
    const children = Object.entries(this.snapshot.children as Record<string, AnyActorRef>);
    return new Map(children.filter(([, child]) => child.getSnapshot().status === 'active'));
  }

  /** When the timers that are set are due, in the order they were set. */
  get timers(): readonly number[] {
    return [...this.#clock.due.values()];
  }

  takeDone(): unknown[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  send(event: EventObject): void {
    this.#actor.send(event);
  }

  elapse(time: number): void {
    this.#clock.increment(time);
  }
}

type Scheduler = AnyActorRef['system']['scheduler'];

/**
 * XState loses sight of a timer whose id is set again: both fire, and only the second can be cancelled. That happens
 * by itself when a transition to a history state of its own source enters the source without leaving it. In a
 * durable chart the new timer replaces the old one; here it is made to do so in the live actor as well.
 */
function replaceTimers(scheduler: Scheduler): void {
  const { schedule } = scheduler;
  scheduler.schedule = (source, target, event, delay, id) => {
    if (id !== undefined) scheduler.cancel(source, id);
    schedule(source, target, event, delay, id);
  };
}

class WatchedClock extends SimulatedClock {
  readonly due = new Map<number, number>();

  override setTimeout(fn: () => void, timeout: number): number {
    const id: number = super.setTimeout(() => {
      this.due.delete(id);
      fn();
    }, timeout);
    this.due.set(id, this.now() + timeout);
    return id;
  }

  override clearTimeout(id: number): void {
    this.due.delete(id);
    super.clearTimeout(id);
  }
}
