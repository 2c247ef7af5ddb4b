import {
  type Acceptance,
  type BeginOptions,
  type CompiledJourney,
  type JourneyState,
  type JourneyStep,
  type OpenTask,
  type PersonId,
  type Submission,
  type Waits,
} from '#journey';
import { type Instant, type Stimulus } from '#statechart';

/** Steps kept of one journey. */
const MOST_KEPT = 4_000;

/**
 * *Memoisation* of a pure state machine, as a *trie*: the scenarios of a journey begin alike, and so does every walk that is
 * played again, so that what a step makes of a state is decided once. A state is known by its identity; it goes through JSON
 * before a step, as it does in a store.
 */
export class RememberedSteps {
  readonly #journey: CompiledJourney;
  /** The beginnings; every later step is kept with the state before it. */
  readonly #begun = new Map<string, JourneyStep>();
  readonly #steps = new WeakMap<JourneyState, Map<string, JourneyStep>>();
  #kept = 0;
  readonly #accepted = new WeakMap<JourneyState, Map<string, Acceptance>>();
  readonly #waits = new WeakMap<JourneyState, Waits>();
  /** What is open does not change while no time passes. */
  readonly #open = new WeakMap<JourneyState, { readonly at: Instant; readonly tasks: readonly OpenTask[] }>();

  constructor(journey: CompiledJourney) {
    this.#journey = journey;
  }

  begin(applicant: PersonId, at: Instant, options: BeginOptions): JourneyStep {
    const key = JSON.stringify([applicant, at, options]);
    return this.#remembered(this.#begun, key, () => this.#journey.begin(applicant, at, options));
  }

  step(state: JourneyState, stimulus: Stimulus, at: Instant): JourneyStep {
    const ofState = this.#steps.get(state) ?? new Map<string, JourneyStep>();
    this.#steps.set(state, ofState);
    return this.#remembered(ofState, `${at} ${JSON.stringify(stimulus)}`, () =>
      this.#journey.step(JSON.parse(JSON.stringify(state)) as JourneyState, stimulus, at),
    );
  }

  accept(state: JourneyState, submission: Submission, at: Instant): Acceptance {
    const ofState = this.#accepted.get(state) ?? new Map<string, Acceptance>();
    this.#accepted.set(state, ofState);
    const key = JSON.stringify([submission, at]);
    const accepted = ofState.get(key) ?? this.#journey.accept(state, submission, at);
    ofState.set(key, accepted);
    return accepted;
  }

  waits(state: JourneyState): Waits {
    const known = this.#waits.get(state);
    if (known) return known;
    const waits = this.#journey.waits(state);
    this.#waits.set(state, waits);
    return waits;
  }

  openTasks(state: JourneyState, at: Instant): readonly OpenTask[] {
    const known = this.#open.get(state);
    if (known?.at === at) return known.tasks;
    const tasks = this.#journey.openTasks(state, at);
    this.#open.set(state, { at, tasks });
    return tasks;
  }

  #remembered(steps: Map<string, JourneyStep>, key: string, make: () => JourneyStep): JourneyStep {
    const known = steps.get(key);
    if (known) return known;
    const made = make();
    this.#kept += 1;
    if (this.#kept > MOST_KEPT) {
      this.#begun.clear();
      this.#kept = 0;
    }
    steps.set(key, made);
    return made;
  }
}

const remembered = new WeakMap<CompiledJourney, RememberedSteps>();

/** Those of a journey, for as long as it is there. */
export function stepsOf(journey: CompiledJourney): RememberedSteps {
  const known = remembered.get(journey);
  if (known) return known;
  const steps = new RememberedSteps(journey);
  remembered.set(journey, steps);
  return steps;
}
