import fc from 'fast-check';

/** A machine before it is one: states name each other by a number that is taken modulo how many there are. */
export interface StatePlan {
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly children?: readonly StatePlan[];
  readonly history?: 'shallow' | 'deep';
  readonly on: readonly TransitionPlan[];
  readonly always?: TransitionPlan;
  readonly after?: TransitionPlan & { readonly delay: number | string };
  readonly onDone?: TransitionPlan;
  readonly invoke?: InvokePlan;
  readonly entry: readonly ActionPlan[];
  readonly exit: readonly ActionPlan[];
}

export interface InvokePlan {
  readonly onDone?: TransitionPlan;
  readonly onError?: TransitionPlan;
  /** The state sends to its service on being entered or left. */
  readonly tell?: readonly ('entry' | 'exit')[];
}

export interface TransitionPlan {
  readonly event: number;
  readonly target: number | undefined;
  readonly reenter: boolean;
  readonly guard: GuardPlan | undefined;
  readonly actions: readonly ActionPlan[];
}

export type GuardPlan =
  | { readonly kind: 'remainder'; readonly of: number; readonly is: number }
  | { readonly kind: 'in'; readonly state: number; readonly negated: boolean };

export type ActionPlan =
  | { readonly kind: 'note' | 'double' | 'forget' | 'message' | 'emit' | 'log' }
  | { readonly kind: 'raise' | 'sendSelf'; readonly event: number }
  | {
      readonly kind: 'delay';
      readonly event: number;
      readonly after: number;
      readonly id: number | undefined;
    }
  | { readonly kind: 'cancel'; readonly id: number };

/** What happens to a machine, one after the other. */
export type HappeningPlan =
  | { readonly kind: 'event'; readonly event: number; readonly amount: number }
  | { readonly kind: 'answer' | 'failure'; readonly which: number; readonly value: number }
  | { readonly kind: 'late'; readonly which: number }
  | { readonly kind: 'elapse'; readonly time: number };

const number = fc.nat({ max: 30 });
const event = fc.nat({ max: 4 });
const historyKind = fc.constantFrom('shallow' as const, 'deep' as const);

function chance<T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 100 - percent, arbitrary: fc.constant(undefined) },
    { weight: percent, arbitrary },
  );
}

const action: fc.Arbitrary<ActionPlan> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom({ kind: 'note' } as const, { kind: 'double' } as const) },
  { weight: 2, arbitrary: fc.constantFrom('forget', 'message', 'emit', 'log').map(kind => ({ kind })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('raise', 'sendSelf'), event }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), id: fc.nat({ max: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delay'),
      event,
      after: fc.integer({ min: 1, max: 6 }),
      id: chance(60, fc.nat({ max: 2 })),
    }),
  },
);
const actions = fc.array(action, { maxLength: 2 });

/** Changes with every state that is entered, so that no circle of eventless transitions goes on for long. */
const remainder: fc.Arbitrary<GuardPlan> = fc.record({
  kind: fc.constant('remainder'),
  of: fc.integer({ min: 2, max: 4 }),
  is: fc.nat({ max: 3 }),
});
const guard = fc.oneof(
  remainder,
  fc.record({ kind: fc.constant('in' as const), state: number, negated: fc.boolean() }),
);

function transition(guards: fc.Arbitrary<GuardPlan | undefined>): fc.Arbitrary<TransitionPlan> {
  return fc.record({ event, target: chance(80, number), reenter: fc.boolean(), guard: guards, actions });
}
const usual = transition(chance(40, guard));
const delay = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant('varying'));

const behaviour = {
  on: fc.array(usual, { maxLength: 3 }),
  always: chance(20, transition(remainder)),
  after: chance(40, fc.tuple(usual, delay)).map(timed => timed && { ...timed[0], delay: timed[1] }),
  onDone: chance(50, usual),
  invoke: chance(
    30,
    fc.record(
      { onDone: usual, onError: usual, tell: fc.subarray<'entry' | 'exit'>(['entry', 'exit']) },
      { requiredKeys: [] },
    ),
  ),
  entry: actions,
  exit: actions,
};

const atomic = fc.record(behaviour).map(plan => ({ ...plan, kind: 'atomic' as const }));
const final = fc
  .record({ entry: actions, exit: actions })
  .map(plan => ({ ...plan, on: [], kind: 'final' as const }));

const { state } = fc.letrec<{ state: StatePlan; inner: StatePlan }>(tie => ({
  state: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'state' },
    { weight: 6, arbitrary: atomic },
    { weight: 1, arbitrary: final },
    { weight: 4, arbitrary: tie('inner') },
  ),
  inner: fc.record({
    ...behaviour,
    kind: fc.constantFrom('compound', 'parallel'),
    children: fc.array(tie('state'), { minLength: 1, maxLength: 3 }),
    history: chance(60, historyKind),
  }),
}));

/** The root always has states of its own, so that there is something to move between. */
export const machinePlan: fc.Arbitrary<StatePlan> = fc.record({
  ...behaviour,
  kind: fc.constantFrom('compound', 'compound', 'parallel'),
  children: fc.array(state, { minLength: 2, maxLength: 4 }),
  history: chance(50, historyKind),
});

export const happenings = fc.array<HappeningPlan>(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('event'), event, amount: fc.nat({ max: 5 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('answer', 'failure'), which: number, value: number }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('late'), which: number }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('elapse'), time: fc.integer({ min: 1, max: 6 }) }),
    },
  ),
  { minLength: 4, maxLength: 16 },
);
