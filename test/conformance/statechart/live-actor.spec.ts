import fc from 'fast-check';
import {
  ChartError,
  advance,
  start,
  type ChartState,
  type Effect,
  type Json,
  type Step,
  type Stimulus,
} from '#statechart';
import { type AnyActorRef, type AnyStateMachine } from 'xstate';
import { LiveRun } from './live-run.js';
import { eventType, randomMachine } from './random-machine.js';
import { happenings, machinePlan, type HappeningPlan } from './random-plan.js';
import { type ServiceSnapshot } from './service-logic.js';

interface Dispatched {
  readonly invoke: string;
  readonly src: string;
  readonly input: Json;
  readonly told: unknown[];
}

/** A machine run twice, live and durably; after every step both must look the same from outside. */
class SideBySide {
  readonly live: LiveRun;
  state!: ChartState;
  /** How often an event went to a service. */
  told = 0;
  #now = 0;
  #done: unknown[] = [];
  /** What the effects so far have begun and not ended. */
  readonly #dispatched = new Map<number, Dispatched>();
  readonly #set = new Map<number, number>();
  /** Which live actor stands for which dispatch: a new one for each number. */
  readonly #actors = new Map<number, AnyActorRef>();

  readonly #machine: AnyStateMachine;

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;

    this.live = new LiveRun(machine);
    this.#take(() => start(machine, 0));
  }

  /** False when the machine failed, live and durably alike: nothing can happen to it any more. */
  get running(): boolean {
    return this.state !== undefined;
  }

  happen(plan: HappeningPlan): void {
    switch (plan.kind) {
      case 'event': {
        const event = { type: eventType(plan.event), amount: plan.amount };
        this.live.send(event);
        return this.#advance({ kind: 'event', event }, this.state.status === 'active');
      }
      case 'answer':
      case 'failure': {
        const pending = Object.entries(this.state.dispatches);
        if (!pending.length) return;
        const [id, { seq }] = pending[plan.which % pending.length]!;
        this.#dispatched.delete(seq);
        this.live.services.get(id)!.send({ type: plan.kind, value: plan.value });
        if (plan.kind === 'answer')
          return this.#advance({ kind: 'answer', dispatch: seq, output: plan.value }, true);
        return this.#advance({ kind: 'failure', dispatch: seq, error: plan.value }, true);
      }
      case 'late': {
        const pending = [...Object.values(this.state.dispatches), ...Object.values(this.state.timers)];
        const late = plan.which % (this.state.seq + 1);
        if (pending.some(({ seq }) => seq === late)) return;
        this.#advance({ kind: 'answer', dispatch: late, output: 0 }, false);
        this.#advance({ kind: 'failure', dispatch: late, error: 0 }, false);
        return this.#advance({ kind: 'timer', timer: late }, false);
      }
      case 'elapse':
        return this.#elapse(plan.time);
    }
  }

  #elapse(time: number): void {
    this.#now += time;
    this.live.elapse(time);
    for (;;) {
      const [first] = Object.values(this.state.timers)
        .filter(timer => timer.due <= this.#now)
        .sort((a, b) => a.due - b.due || a.seq - b.seq);
      if (!first) return;
      this.#set.delete(first.seq);
      this.#advance({ kind: 'timer', timer: first.seq }, true);
      if (!this.running) return;
    }
  }

  #advance(stimulus: Stimulus, current: boolean): void {
    const before = this.state;
    this.#take(() => {
      const step = advance(this.#machine, before, stimulus, this.#now);
      expect(step.current).toBe(current);
      if (!current) expect(step).toEqual({ state: before, effects: [], current });
      return step;
    });
  }

  #take(step: () => Step): void {
    let taken: Step;
    try {
      taken = step();
    } catch (error) {
      expect(error).toBeInstanceOf(ChartError);
      expect(this.live.failed).toBe(true);
      this.state = undefined!;
      return;
    }
    this.state = stored(taken.state);
    expect(this.state).toStrictEqual(taken.state);
    taken.effects.forEach(effect => this.#carryOut(effect));
  }

  #carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'dispatch':
        this.#dispatched.set(effect.seq, {
          invoke: effect.invoke,
          src: effect.src,
          input: effect.input,
          told: [],
        });
        return;
      case 'cancelDispatch':
        return expect(this.#dispatched.delete(effect.seq)).toBe(true);
      case 'setTimer':
        this.#set.set(effect.seq, effect.due);
        return;
      case 'cancelTimer':
        return expect(this.#set.delete(effect.seq)).toBe(true);
      case 'action':
        return void this.#done.push([effect.action, effect.params]);
      case 'emit':
        return void this.#done.push(['emit', effect.event]);
      case 'log':
        return void this.#done.push(['log', effect.label, effect.value]);
      case 'send':
        this.told++;
        return void this.#dispatched.get(effect.seq)!.told.push(effect.event.value);
    }
  }

  compare(): void {
    expect(visible(this.state)).toEqual(visible(this.live.snapshot));
    // A live actor emits at the end of a step, and does everything else as it comes.
    const [done, lived] = [this.#done, this.live.takeDone()] as [unknown[][], unknown[][]];
    expect(done.filter(isEmitted)).toEqual(lived.filter(isEmitted));
    expect(done.filter(not(isEmitted))).toEqual(lived.filter(not(isEmitted)));
    this.#done = [];
    this.#compareTimers();
    this.#compareDispatches();
  }

  #compareTimers(): void {
    const timers = Object.values(this.state.timers).sort((a, b) => a.seq - b.seq);
    expect(timers.map(({ due }) => due)).toEqual(this.live.timers);
    expect(new Map(timers.map(({ seq, due }) => [seq, due]))).toEqual(this.#set);
  }

  #compareDispatches(): void {
    const { services } = this.live;
    const pending = Object.entries(this.state.dispatches);
    expect(pending.map(([id]) => id).sort()).toEqual([...services.keys()].sort());
    expect(pending.map(([, { seq }]) => seq).sort()).toEqual([...this.#dispatched.keys()].sort());
    for (const [id, { seq, src }] of pending) {
      const actor = services.get(id)!;
      const { input, told } = actor.getSnapshot() as ServiceSnapshot;
      expect(this.#dispatched.get(seq)).toEqual({ invoke: id, src, input, told });
      expect(this.#actors.get(seq) ?? actor).toBe(actor);
      if (!this.#actors.has(seq)) expect([...this.#actors.values()]).not.toContain(actor);
      this.#actors.set(seq, actor);
    }
  }
}

const isEmitted = ([kind]: readonly unknown[]) => kind === 'emit';
const not = (holds: (item: unknown[]) => boolean) => (item: unknown[]) => !holds(item);

/** `undefined` in a context means absent, and so it does to `toEqual`. */
function visible({
  value,
  context,
  status,
  output,
  error,
}: Record<'value' | 'context' | 'status', unknown> & { output?: unknown; error?: unknown }) {
  return { value, context, status, output, error };
}

/** Through JSON and a store that keeps the properties of an object in an order of its own. */
function stored(state: ChartState): ChartState {
  return JSON.parse(JSON.stringify(state), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1)));
  }) as ChartState;
}

const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);

describe('a durable chart', () => {
  it('is the same as a live actor after every step, whatever the machine', () => {
    let runs = 0;
    let steps = 0;
    let ended = 0;
    let told = 0;
    fc.assert(
      fc.property(machinePlan, happenings, (plan, plans) => {
        runs++;
        const run = new SideBySide(randomMachine(plan));
        for (const happening of plans) {
          if (!run.running) return;
          run.compare();
          run.happen(happening);
          steps++;
        }
        if (run.running) run.compare();
        if (run.running && run.state.status === 'done') ended++;
        told += run.told;
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 120_000 },
    );
    // Machines that mostly fail at once, or never come to an end, would prove little.
    expect(steps).toBeGreaterThan(4 * runs);
    expect(ended).toBeGreaterThan(runs / 100);
    expect(told).toBeGreaterThan(runs / 20);
  }, 180_000);
});
