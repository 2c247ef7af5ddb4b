import {
  type AnyStateMachine,
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  type EventObject,
  log,
  not,
  raise,
  sendTo,
  stateIn,
} from 'xstate';
import { type ActionPlan, type GuardPlan, type StatePlan, type TransitionPlan } from './random-plan.js';
import { service } from './service-logic.js';

/** XState's types would have every expression know the machine it ends up in; these only know the context. */
const assigned = assign as (change: unknown) => unknown;
const emitted = emit as (event: unknown) => unknown;
const told = sendTo as (to: string, event: unknown) => unknown;
const logged = log as (value: unknown, label: string) => unknown;

interface Numbers {
  readonly context: { readonly n: number; readonly spare: number; readonly trace: readonly string[] };
  readonly event: { readonly amount?: number; readonly output?: number; readonly error?: number };
}

type Config = Record<string, unknown>;

/** After this many microsteps a machine that runs in circles fails, live or not. */
const MOST_MICROSTEPS = 30;

export function randomMachine(plan: StatePlan): AnyStateMachine {
  const ids = idsOf(plan);
  const builder = new RandomStates(ids);
  const config = {
    ...builder.config(plan, 'm'),
    id: 'm',
    context: { n: 1, spare: 8, trace: [] },
    output: ({ context }: Numbers) => ({ n: context.n }),
    options: { maxIterations: MOST_MICROSTEPS },
  };
  return createMachine(config as never, {
    actors: { service: service as never },
    delays: { varying: ({ context }) => (context.n % 4) + 1 },
    guards: {
      remainder: (({ context }: Numbers, { of, is }: { of: number; is: number }) =>
        context.n % of === is) as never,
    },
    actions: { message: () => {}, note: note('named') as never },
  });
}

/** Every state that can be a target; children have the id of their parent before their own. */
function idsOf(plan: StatePlan, id = 'm'): string[] {
  const history = plan.history ? [`${id}-h`] : [];
  return [
    ...(id === 'm' ? [] : [id]),
    ...history,
    ...(plan.children ?? []).flatMap((child, i) => idsOf(child, `${id}-${i}`)),
  ];
}

class RandomStates {
  readonly #ids: readonly string[];

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  config(plan: StatePlan, id: string): Config {
    const children = (plan.children ?? []).map(
      (child, i) => [`${id}-${i}`, this.config(child, `${id}-${i}`)] as const,
    );
    const history = [[`${id}-h`, { id: `${id}-h`, type: 'history', history: plan.history }]] as const;
    return {
      id,
      ...(plan.kind === 'parallel' || plan.kind === 'final' ? { type: plan.kind } : {}),
      ...(plan.kind === 'compound' ? { initial: `${id}-0` } : {}),
      ...(children.length
        ? { states: Object.fromEntries([...(plan.history ? history : []), ...children]) }
        : {}),
      on: this.#byEvent(plan.on),
      ...(plan.always ? { always: this.#transition(plan.always) } : {}),
      ...(plan.after ? { after: { [plan.after.delay]: this.#transition(plan.after) } } : {}),
      ...(plan.onDone ? { onDone: this.#transition(plan.onDone) } : {}),
      ...(plan.invoke ? { invoke: this.#invoke(plan.invoke, id) } : {}),
      entry: [
        note(`+${id}`),
        ...this.#tell(plan, 'entry', id),
        ...this.#actions(plan.entry, `entry of ${id}`),
      ],
      exit: [note(`-${id}`), ...this.#tell(plan, 'exit', id), ...this.#actions(plan.exit, `exit of ${id}`)],
    };
  }

  #byEvent(transitions: readonly TransitionPlan[]): Config {
    const on: Record<string, unknown[]> = {};
    for (const transition of transitions)
      (on[eventType(transition.event)] ??= []).push(this.#transition(transition));
    return on;
  }

  #transition({ target, reenter, guard, actions, event }: TransitionPlan): Config {
    return {
      ...(target === undefined ? {} : { target: `#${this.#id(target)}`, reenter }),
      ...(guard ? { guard: this.#guard(guard) } : {}),
      actions: this.#actions(actions, `on ${event}`),
    };
  }

  #guard(plan: GuardPlan): unknown {
    if (plan.kind === 'remainder') return { type: 'remainder', params: { of: plan.of, is: plan.is } };
    const inside = stateIn(`#${this.#id(plan.state)}`);
    return plan.negated ? not(inside) : inside;
  }

  #invoke({ onDone, onError }: NonNullable<StatePlan['invoke']>, id: string): Config {
    return {
      id: `service of ${id}`,
      src: 'service',
      input: ({ context }: Numbers) => ({ n: context.n }),
      ...(onDone ? { onDone: this.#transition(onDone) } : {}),
      ...(onError ? { onError: this.#transition(onError) } : {}),
    };
  }

  #tell({ invoke }: StatePlan, when: 'entry' | 'exit', id: string): unknown[] {
    if (!invoke?.tell?.includes(when)) return [];
    return [
      told(`service of ${id}`, ({ context }: Numbers) => ({ type: 'told', value: `${when} ${context.n}` })),
    ];
  }

  #actions(plans: readonly ActionPlan[], place: string): unknown[] {
    return plans.flatMap(plan => actionsOf(plan, place));
  }

  #id(index: number): string {
    return this.#ids[index % this.#ids.length]!;
  }
}

function actionsOf(plan: ActionPlan, place: string): unknown[] {
  switch (plan.kind) {
    case 'note':
      return ['note'];
    case 'double':
      return [assigned(({ context, event }: Numbers) => ({ n: (context.n * 2 + amountOf(event)) % 97 }))];
    case 'forget':
      return [assign({ gone: undefined })];
    case 'message':
      return [{ type: 'message', params: ({ context }: Numbers) => ({ n: context.n, place }) }];
    case 'emit':
      return [emitted(({ context }: Numbers) => ({ type: 'emitted', n: context.n }))];
    case 'log':
      return [logged(({ context }: Numbers) => ({ n: context.n }), place)];
    case 'raise':
      return [raise({ type: eventType(plan.event) })];
    case 'sendSelf':
      return [
        spending(({ enqueue, self }) =>
          enqueue.sendTo(self, { type: eventType(plan.event), amount: 2 } as EventObject),
        ),
      ];
    case 'cancel':
      return [cancel(`timer ${plan.id}`)];
    case 'delay': {
      const event = { type: eventType(plan.event) };
      if (plan.id === undefined)
        return [spending(({ enqueue }) => enqueue.raise(event, { delay: plan.after }))];
      // XState loses sight of a timer whose id is set again; a durable chart replaces it. Cancelling first means both.
      const id = `timer ${plan.id}`;
      return [cancel(id), raise(event, { id, delay: plan.after })];
    }
  }
}

type Collect = Parameters<typeof enqueueActions>[0];

/** Only a few times in the life of a machine: what sends events to itself at will may never come to rest. */
function spending(collect: Collect): unknown {
  const limited: Collect = (now, params) => {
    const { spare } = now.context as Numbers['context'];
    if (spare === 0) return;
    now.enqueue.assign({ spare: spare - 1 });
    collect(now, params);
  };
  return enqueueActions(limited as never);
}

/** Keeps the order in which things happened, so that a different order is a different context. */
function note(text: string): unknown {
  return assigned(({ context, event }: Numbers) => ({
    n: context.n + 1,
    trace: [...context.trace, `${text} ${amountOf(event)}`].slice(-12),
  }));
}

function amountOf({ amount, output, error }: Numbers['event']): number {
  return amount ?? output ?? error ?? 0;
}

export function eventType(event: number): string {
  return `e${event}`;
}
