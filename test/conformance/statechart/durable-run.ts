import {
  activeStates,
  advance,
  start,
  type ChartState,
  type Effect,
  type Instant,
  type Step,
  type Stimulus,
} from '#statechart';
import { type ScxmlMachine } from './scxml-machine.js';

/**
 * Runs a machine on a clock of its own, with its state going through JSON between any two steps. An invoked machine
 * is a run beside it that answers when it is done.
 */
export class DurableRun {
  #text: string;
  readonly #services = new Map<number, DurableRun>();

  readonly #scxml: ScxmlMachine;
  #now: Instant;

  constructor(scxml: ScxmlMachine, now: Instant = 0) {
    this.#scxml = scxml;
    this.#now = now;

    this.#text = '';
    this.#take(start(scxml.machine, now));
    this.#collectAnswers();
  }

  get state(): ChartState {
    return JSON.parse(this.#text) as ChartState;
  }

  /** Keys of the innermost active states, sorted. */
  get configuration(): string[] {
    const innermost = activeStates(this.#scxml.machine, this.state).filter(
      ({ type }) => type === 'atomic' || type === 'final',
    );
    return innermost.map(({ id }) => id).sort();
  }

  send(type: string): void {
    this.#advance({ kind: 'event', event: { type } });
  }

  elapse(duration: number): void {
    const end = this.#now + duration;
    for (let due = this.#nextDue(); due !== undefined && due <= end; due = this.#nextDue()) this.#fire(due);
    this.#now = end;
  }

  /** Lets time pass until nothing is waited for any more. */
  finish(): void {
    for (let due = this.#nextDue(); due !== undefined; due = this.#nextDue()) this.#fire(due);
  }

  #nextDue(): Instant | undefined {
    const own = Object.values(this.state.timers).map(timer => timer.due);
    const others = [...this.#services.values()].map(service => service.#nextDue());
    const all = [...own, ...others].filter(due => due !== undefined);
    return all.length ? Math.min(...all) : undefined;
  }

  #fire(due: Instant): void {
    this.#now = due;
    const first = Object.values(this.state.timers)
      .filter(timer => timer.due <= due)
      .sort((a, b) => a.due - b.due || a.seq - b.seq)[0];
    if (first) this.#advance({ kind: 'timer', timer: first.seq });
    for (const service of this.#services.values()) if (service.#nextDue() === due) service.#fire(due);
    this.#collectAnswers();
  }

  #collectAnswers(): void {
    for (const [dispatch, service] of this.#services) {
      const { status, output = null } = service.state;
      if (status !== 'done') continue;
      this.#services.delete(dispatch);
      this.#advance({ kind: 'answer', dispatch, output });
    }
  }

  #advance(stimulus: Stimulus): void {
    const step = advance(this.#scxml.machine, this.state, stimulus, this.#now);
    expect(stimulus.kind === 'event' || step.current).toBe(true);
    this.#take(step);
    this.#collectAnswers();
  }

  #take({ state, effects }: Step): void {
    this.#text = JSON.stringify(state);
    expect(JSON.parse(this.#text)).toStrictEqual(state);
    effects.forEach(effect => this.#carryOut(effect));
  }

  #carryOut(effect: Effect): void {
    if (effect.type === 'dispatch') {
      this.#services.set(effect.seq, new DurableRun(this.#scxml.services.get(effect.src)!, this.#now));
    }
    if (effect.type === 'cancelDispatch') this.#services.delete(effect.seq);
  }
}
