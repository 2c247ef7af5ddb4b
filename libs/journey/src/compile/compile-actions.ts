import { assign, type ChartEvent, type Json } from '#statechart';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type Bindings } from '../expression/scope.js';
import { compileTemplate } from '../expression/template.js';
import { type JourneyContext, type Participant } from '../journey-state.js';
import { type ActionDefinition } from '../state-definition.js';
import { dataOf } from './journey-event.js';

/** What XState hands to guards, actions and delays. */
export interface Args {
  readonly context: JourneyContext;
  readonly event: ChartEvent;
}

/** Context assignment, as an XState action. */
export function change(compute: (args: Args) => Partial<JourneyContext>): MachineAction {
  // XState types contexts by machine; ours are all of one shape.
  return assign(args => compute(args as unknown as Args));
}

/** One XState action, or what stands for it. */
export type MachineAction = unknown;

/** Lazy preview: the facts after some actions have remembered and forgotten, each computed when it is read. */
export type Remember = (args: Args) => Record<string, Json | undefined>;

export interface CompiledActions {
  readonly actions: readonly MachineAction[];
  /** Undefined when nothing is remembered or forgotten. */
  readonly remember?: Remember;
}

/** Turns built-in actions into XState's. */
export function compileActions(
  definitions: readonly ActionDefinition[],
  environment: ExpressionEnvironment,
): CompiledActions {
  const actions: MachineAction[] = [];
  const changes: FactChange[] = [];
  for (const definition of definitions) {
    switch (definition.type) {
      case 'remember':
      case 'forget': {
        const fact = factChange(definition, environment);
        changes.push(fact);
        actions.push(change(args => ({ facts: applied([fact], args) as JourneyContext['facts'] })));
        break;
      }
      case 'invite':
        actions.push(...invite(definition, environment));
        break;
      case 'message':
        actions.push(message(definition, environment));
        break;
      case 'starts':
        actions.push(...starts(definition, environment));
        break;
    }
  }
  return { actions, ...(changes.length > 0 && { remember: args => foreseen(changes, args) }) };
}

interface FactChange {
  readonly name: string;
  readonly each: boolean;
  readonly value: ((args: Args, facts: Record<string, Json | undefined>) => Json | undefined) | 'forget';
}

function factChange({ type, params }: ActionDefinition, environment: ExpressionEnvironment): FactChange {
  const name = String(type === 'remember' ? params.as : params.name);
  if (type === 'forget') return { name, each: false, value: 'forget' };
  const each = params.each === true;
  if (params.value === undefined) return { name, each, value: ({ event }) => dataOf(event) };
  const template = compileTemplate(params.value, environment);
  return {
    name,
    each,
    value: (args, facts) => template.fill(environment.scope(args.context, bindingsOf(args, facts))),
  };
}

function applied(changes: readonly FactChange[], args: Args): Record<string, Json | undefined> {
  const facts: Record<string, Json | undefined> = Object.assign({}, args.context.facts);
  for (const each of changes) facts[each.name] = changed(each, args, facts);
  return facts;
}

/**
 * Lazy evaluation of {@link applied}: a fact is computed when a guard reads it, for its value may only be defined where
 * that guard holds.
 */
function foreseen(changes: readonly FactChange[], args: Args): Record<string, Json | undefined> {
  let facts: Record<string, Json | undefined> = Object.assign(Object.create(null), args.context.facts);
  for (const each of changes) {
    const before = facts;
    facts = Object.create(before, {
      [each.name]: { enumerable: true, get: () => changed(each, args, before) },
    }) as Record<string, Json | undefined>;
  }
  return facts;
}

/** The new value of a fact; undefined when it is forgotten, so that a guard sees its absence. */
function changed(
  { name, each, value }: FactChange,
  args: Args,
  facts: Record<string, Json | undefined>,
): Json | undefined {
  if (value === 'forget') return undefined;
  const remembered = value(args, facts) ?? {};
  const { by } = args.event;
  if (!each || typeof by !== 'string') return remembered;
  return { ...(facts[name] as object | undefined), [by]: remembered };
}

function invite({ params }: ActionDefinition, environment: ExpressionEnvironment): MachineAction[] {
  const role = String(params.role);
  const many = environment.variables[role]?.type.kind === 'list';
  const template = compileTemplate(params.person ?? null, environment);
  const invited = (args: Args): string[] => {
    const value = template.fill(environment.scope(args.context, bindingsOf(args)));
    return (Array.isArray(value) ? value : [value]).filter(person => typeof person === 'string');
  };
  const newcomers = (args: Args): string[] => {
    const holders = personsIn(args.context, role);
    return [...new Set(invited(args))].filter(person => !holders.includes(person));
  };
  return [
    { type: 'invite', params: (args: Args) => ({ role, persons: newcomers(args) }) },
    change(args => {
      const { roles } = args.context;
      const persons = many
        ? [...personsIn(args.context, role), ...newcomers(args)]
        : invited(args).slice(0, 1);
      if (persons.length === 0) return { roles };
      const holders = persons.map((person): Participant => ({ person }));
      return { roles: { ...roles, [role]: many ? holders : (holders[0] as Participant) } };
    }),
  ];
}

function message({ params }: ActionDefinition, environment: ExpressionEnvironment): MachineAction {
  const to = String(params.to);
  const text = String(params.text);
  const values = compileTemplate(params.with ?? {}, environment);
  const resolve = (args: Args): Json => ({
    to,
    persons: personsIn(args.context, to),
    text,
    with: values.fill(environment.scope(args.context, bindingsOf(args))) ?? {},
  });
  return { type: 'message', params: resolve };
}

/**
 * Transactional outbox, the inner half: to start a journey is an effect with a number of its own, and what is remembered of it waits for
 * the end of that number. A name that is started anew hears no more of the one before. With nobody in the role it has ended at once.
 */
function starts({ params }: ActionDefinition, environment: ExpressionEnvironment): MachineAction[] {
  const role = String(params['for'] ?? 'applicant');
  const journey = String(params['journey']);
  const name = typeof params['as'] === 'string' ? params['as'] : undefined;
  const given = compileTemplate(params['with'] ?? {}, environment);
  const numberIn = ({ context }: Args): number => (context.started ?? 0) + 1;
  return [
    {
      type: 'starts',
      params: (args: Args): Json => ({
        journey,
        number: numberIn(args),
        persons: personsIn(args.context, role).slice(0, 1),
        given: given.fill(environment.scope(args.context, bindingsOf(args))) ?? {},
      }),
    },
    change(args => {
      const { facts } = args.context;
      const number = numberIn(args);
      const isVacant = personsIn(args.context, role).length === 0;
      const started = { journey, number, ...(isVacant && { ended: 'notStarted' }) };
      return { started: number, ...(name !== undefined && { facts: { ...facts, [name]: started } }) };
    }),
  ];
}

/** The persons in a role, in the order they came into it. */
export function personsIn({ roles }: Pick<JourneyContext, 'roles'>, role: string): string[] {
  const holders = roles[role];
  if (holders === undefined) return [];
  return (Array.isArray(holders) ? (holders as readonly Participant[]) : [holders as Participant]).map(
    ({ person }) => person,
  );
}

/** Variables beyond the context: the refusal in `onError`, and facts about to be remembered. */
export function bindingsOf({ event }: Args, facts?: Record<string, Json | undefined>): Bindings {
  return {
    ...(facts && { facts }),
    ...(event.error !== undefined && { refusal: event.error }),
  };
}
