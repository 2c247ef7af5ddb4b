import { type JourneyEnd, type SourcePath } from '#journey';
import { type Json } from '#statechart';

/**
 * A scenario is a designer's test: given a citizen and a day, what happens, and what must then be true.
 *
 * ```yaml
 * name: A couple moves, and the new address is protected
 * start: 2025-03-01            # a day (from 10 o'clock) or 2025-03-01T14:30; default: the day the version takes effect
 * version: 2025-01-01          # default: the version in force at the start, and every later one
 * demo: true                   # the one that shows this journey: by `npm run demo`, and on the pages
 * applicant: anna              # any name; default: anna. Other persons come in by name through forms (format: cpr)
 * given: { date: 2025-04-01 }  # what another journey or an offer gives it at its start; default: nothing
 * place: '0101'                # the municipality; default: what the journey says itself
 * answers:                     # how authorities answer throughout; what is not said is answered at once, by example
 *   cpr.registerMove: { answer: { reference: X }, after: P3D }
 *   udbetaling.applyHousingBenefit: { refuse: incomeTooHigh }
 *   skat.changeTaxCard: silent
 * steps:
 *   - submit: declareMove                            # the only open event, with example data of the form
 *   - submit: { task: partnerConsent, as: bo, event: agree, data: { agrees: true } }
 *   - submit: { task: declareMove, change: { date: 2025-04-01 } }   # example data, but for this
 *   - answer: cpr.registerMove                       # by example
 *   - answer: { service: cpr.registerMove, answer: { reference: X, registeredOn: 2025-03-02 } }
 *   - refuse: { service: cpr.registerMove, code: protectedAddress }
 *   - skip: cpr.registerMove                         # operations go on without an answer
 *   - report: { event: cpr.moveRegistered, data: { … } }
 *   - end: move                                      # a journey that was started ends, as done
 *   - end: { journey: move, is: cancelled }
 *   - wait: P14D                                     # or a day, 2025-04-10 (until it begins), or `next`: the next timer
 *   - cancel: anna                                   # default: the applicant
 *   - expect: { tasks: [housingBenefit.offered], messages: [addressProtected] }
 * ```
 *
 * A service with an `answer`, `refuse` or `skip` step still to come waits for that step; every other dispatch is
 * answered at once. Any step may carry its own `expect`. Tasks, states and services may be named by the end of their path
 * (`offered` for `underWay.housingBenefit.offered`) as long as that is unmistakable. `as` is a person or a role.
 *
 * What `expect` can say; "just now" is since the last step that did something:
 *
 * | key | holds when |
 * |---|---|
 * | `states`, `notStates` | all of these are active; none is |
 * | `tasks` | exactly these are open and somebody must act; or `{ task: { for: [anna], due: 2025-03-31, events: […], prefill: {…} } }` for some of them |
 * | `messages` | exactly these texts were sent just now (`reminder` for a reminder); or `{ text, to, with }` each |
 * | `dispatched`, `notDispatched` | these services were asked just now, or `{ service, input }`; these have never been |
 * | `started`, `offers` | exactly these journeys were started, these offers made just now; or `{ journey, person, given }`, `{ offer, person, given }` each |
 * | `waiting` | exactly these services have not answered |
 * | `facts`, `notFacts` | this is remembered (only what is written is compared); nothing is under these names |
 * | `roles` | these persons are in these roles |
 * | `sees`, `hidden` | `{ bo: [state] }`: a person or role may see these states; may not |
 * | `done`, `cancelled` | the journey has ended; has been cancelled |
 * | `undone`, `stays` | services asked to undo, in order; services whose work stays, after `cancel` |
 * | `refused`, `fields` | the step's `submit` or `cancel` is refused with this code, for these fields (`/date`) |
 * | `ignored` | the step's `report` is heard by nobody |
 */
export interface Scenario {
  readonly name: string;
  /** Relative to the journey's folder. */
  readonly file: string;
  /** A day or a day and time, Danish. */
  readonly start?: string;
  readonly version?: string;
  /** Shows the journey to whoever has never seen it. */
  readonly demo?: true;
  readonly applicant: string;
  readonly given?: Json;
  readonly place?: string;
  readonly answers: Readonly<Record<string, ScriptedReply>>;
  readonly steps: readonly ScenarioStep[];
}

/** How an authority answers. Without `answer` or `refuse`: by example. */
export type ScriptedReply =
  | { readonly kind: 'silent' }
  | { readonly kind: 'answer'; readonly answer?: Json; readonly after?: string }
  | { readonly kind: 'refuse'; readonly code: string; readonly after?: string };

export type ScenarioAction =
  | {
      readonly kind: 'submit';
      readonly task?: string;
      readonly as?: string;
      readonly event?: string;
      readonly data?: Json;
      readonly change?: Readonly<Record<string, Json>>;
    }
  | { readonly kind: 'answer'; readonly service: string; readonly answer?: Json }
  | { readonly kind: 'refuse'; readonly service: string; readonly code?: string }
  | { readonly kind: 'skip'; readonly service: string }
  | { readonly kind: 'report'; readonly event: string; readonly data?: Json }
  | { readonly kind: 'end'; readonly journey: string; readonly is?: JourneyEnd }
  | { readonly kind: 'wait'; readonly for: string }
  | { readonly kind: 'cancel'; readonly as?: string }
  /** Nothing happens; only its expectation is looked at. */
  | { readonly kind: 'look' };

export interface ScenarioStep {
  readonly action: ScenarioAction;
  readonly expect?: Expectation;
  readonly at: SourcePath;
}

/** As written under `expect`, keys checked; see {@link Scenario} for what each means. */
export interface Expectation {
  readonly at: SourcePath;
  readonly states?: readonly string[];
  readonly notStates?: readonly string[];
  readonly tasks?: readonly string[] | Readonly<Record<string, Json>>;
  readonly messages?: readonly Json[];
  readonly dispatched?: readonly Json[];
  readonly notDispatched?: readonly string[];
  readonly started?: readonly Json[];
  readonly offers?: readonly Json[];
  readonly waiting?: readonly string[];
  readonly facts?: Readonly<Record<string, Json>>;
  readonly notFacts?: readonly string[];
  readonly roles?: Readonly<Record<string, Json>>;
  readonly sees?: Readonly<Record<string, Json>>;
  readonly hidden?: Readonly<Record<string, Json>>;
  readonly done?: boolean;
  readonly cancelled?: boolean;
  readonly undone?: readonly string[];
  readonly stays?: readonly string[];
  readonly refused?: string;
  readonly fields?: readonly string[];
  readonly ignored?: boolean;
}
