import fc from 'fast-check';
import { advance, start, type ChartState, type Step, type Stimulus } from '#statechart';
import { eventType, randomMachine } from './random-machine.js';
import { happenings, machinePlan, type HappeningPlan, type StatePlan } from './random-plan.js';

/** A machine and everything that happened to a chart of it, with each state as it was stored. */
export interface StoredRun {
  readonly plan: StatePlan;
  readonly started: Step;
  readonly steps: readonly StoredStep[];
}

interface StoredStep extends Step {
  readonly stimulus: Stimulus;
  readonly at: number;
}

/** Recorded runs that take another course when `order` or `history` is lost from one of their states. */
export function recordRuns(count: number, seed: number): StoredRun[] {
  const found: StoredRun[] = [];
  for (const [plan, plans] of fc.sample(fc.tuple(machinePlan, happenings), { numRuns: 100_000, seed })) {
    if (found.length === count) break;
    const run = record(plan, plans);
    const part = found.length % 2 ? 'order' : 'history';
    if (run && JSON.stringify(run).length < 9_000 && dependsOn(run, part)) found.push(run);
  }
  return found;
}

/** The states of a run, each with what is to happen to it next. */
export function stepsOf({ started, steps }: StoredRun): { before: ChartState; step: StoredStep }[] {
  return steps.map((step, i) => ({ before: (steps[i - 1] ?? started).state, step }));
}

function record(plan: StatePlan, plans: readonly HappeningPlan[]): StoredRun | undefined {
  const machine = randomMachine(plan);
  try {
    const started = start(machine, 0);
    const steps: StoredStep[] = [];
    let { state } = started;
    let at = 0;
    for (const happening of plans) {
      if (happening.kind === 'elapse') at += happening.time;
      const stimulus = stimulusOf(state, happening, at);
      if (!stimulus) continue;
      const { effects, ...step } = advance(machine, state, stimulus, at);
      steps.push({ stimulus, at, state: step.state, effects });
      ({ state } = step);
    }
    return { plan, started, steps };
  } catch {
    return undefined;
  }
}

function stimulusOf(state: ChartState, happening: HappeningPlan, at: number): Stimulus | undefined {
  const dispatches = Object.values(state.dispatches);
  switch (happening.kind) {
    case 'event':
      return { kind: 'event', event: { type: eventType(happening.event), amount: happening.amount } };
    case 'answer':
    case 'failure': {
      const dispatch = dispatches[happening.which % dispatches.length]?.seq;
      if (dispatch === undefined) return undefined;
      const { kind, value } = happening;
      return kind === 'answer' ? { kind, dispatch, output: value } : { kind, dispatch, error: value };
    }
    case 'elapse': {
      const timer = Object.values(state.timers).find(({ due }) => due <= at)?.seq;
      return timer === undefined ? undefined : { kind: 'timer', timer };
    }
    case 'late':
      return undefined;
  }
}

function dependsOn(run: StoredRun, part: 'order' | 'history'): boolean {
  const machine = randomMachine(run.plan);
  return stepsOf(run).some(({ before, step }) => {
    if (!before[part]) return false;
    const { [part]: _, ...without } = before;
    try {
      const { value, context } = advance(machine, without, step.stimulus, step.at).state;
      return JSON.stringify([value, context]) !== JSON.stringify([step.state.value, step.state.context]);
    } catch {
      return true;
    }
  });
}
