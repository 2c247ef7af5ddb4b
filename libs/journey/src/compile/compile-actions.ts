import { assign, type ChartEvent, type Json } from '#statechart';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type Bindings } from '../expression/scope.js';
import { compileTemplate } from '../expression/template.js';
import { type JourneyContext, type Participant } from '../journey-state.js';
import { type ActionDefinition } from '../state-definition.js';
import { type InviteEffect } from '../journey-effect.js';
import { recordOf } from '../read/cursor.js';
import { dataOf } from './journey-event.js';
import { unregisteredId } from './unregistered-id.js';

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
      case 'dismiss':
        actions.push(...dismiss(definition));
        break;
      case 'message':
        actions.push(message(definition, environment));
        break;
      case 'starts':
        actions.push(...starts(definition, environment));
        break;
      case 'undo':
        actions.push(undo(definition, environment));
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
  const invited =
    params.as === undefined ? byPerson(params, environment) : byLetter(role, params.as, environment);
  const newcomers = (args: Args): Participant[] => {
    const holders = personsIn(args.context, role);
    const coming = new Map(invited(args).map(holder => [holder.person, holder]));
    return [...coming.values()].filter(({ person }) => !holders.includes(person));
  };
  /** Whoever had a role that only one person has makes room. */
  const replaced = (args: Args): string[] => {
    const coming = invited(args)
      .slice(0, 1)
      .map(({ person }) => person);
    return many || coming.length === 0
      ? []
      : personsIn(args.context, role).filter(person => !coming.includes(person));
  };
  return [
    { type: 'dismiss', params: (args: Args) => ({ role, persons: replaced(args) }) },
    { type: 'invite', params: (args: Args) => ({ role, ...reached(newcomers(args)) }) },
    change(args => {
      const { roles } = args.context;
      const holders = many
        ? [...holdersOf(args.context, role), ...newcomers(args)]
        : invited(args).slice(0, 1);
      if (holders.length === 0) return { roles };
      return { roles: { ...roles, [role]: many ? holders : (holders[0] as Participant) } };
    }),
  ];
}

function dismiss({ params }: ActionDefinition): MachineAction[] {
  const role = String(params.role);
  return [
    { type: 'dismiss', params: ({ context }: Args) => ({ role, persons: personsIn(context, role) }) },
    change(({ context: { roles } }) => {
      const { [role]: _left, ...others } = roles;
      return { roles: others };
    }),
  ];
}

function message({ params }: ActionDefinition, environment: ExpressionEnvironment): MachineAction {
  const to = String(params.to);
  const text = String(params.text);
  const values = compileTemplate(params.with ?? {}, environment);
  const must = params.must === true;
  const resolve = (args: Args): Json => ({
    to,
    ...reached(holdersOf(args.context, to)),
    text,
    with: values.fill(environment.scope(args.context, bindingsOf(args))) ?? {},
    ...(must && { must }),
  });
  return { type: 'message', params: resolve };
}

/**
 * Transactional outbox, the inner half: to start a journey is an effect with a number of its own, and what is remembered of it waits for
 * the end of that number. A name that is started anew hears no more of the one before. With nobody in the role who could begin it, it has ended at once.
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
        persons: startedFor(args.context, role),
        given: given.fill(environment.scope(args.context, bindingsOf(args))) ?? {},
      }),
    },
    change(args => {
      const { facts } = args.context;
      const number = numberIn(args);
      const isVacant = startedFor(args.context, role).length === 0;
      const started = { journey, number, ...(isVacant && { ended: 'notStarted' }) };
      return { started: number, ...(name !== undefined && { facts: { ...facts, [name]: started } }) };
    }),
  ];
}

/** Whoever has the role and can sign in: somebody without a CPR number begins nothing. */
function startedFor(context: JourneyContext, role: string): string[] {
  return holdersOf(context, role)
    .filter(({ name }) => name === undefined)
    .slice(0, 1)
    .map(({ person }) => person);
}

/** Nothing changes in the chart: to undo what was done is the runtime's. */
function undo({ params }: ActionDefinition, environment: ExpressionEnvironment): MachineAction {
  const values = compileTemplate(params.with ?? {}, environment);
  const resolve = (args: Args): Json => ({
    text: String(params.text),
    with: values.fill(environment.scope(args.context, bindingsOf(args))) ?? {},
  });
  return { type: 'undo', params: resolve };
}

type Invited = (args: Args) => Participant[];

function byPerson({ person }: ActionDefinition['params'], environment: ExpressionEnvironment): Invited {
  const template = compileTemplate(person ?? null, environment);
  return args => {
    const value = template.fill(environment.scope(args.context, bindingsOf(args)));
    return (Array.isArray(value) ? value : [value]).flatMap(each =>
      typeof each === 'string' ? { person: each } : [],
    );
  };
}

/** Somebody without a CPR number gets an id that the vault does not know, so that nobody can ever sign in by it. */
function byLetter(role: string, as: Json, environment: ExpressionEnvironment): Invited {
  const template = compileTemplate(as, environment);
  return args => {
    const filled = recordOf(template.fill(environment.scope(args.context, bindingsOf(args))));
    const { name = null, address = null } = filled;
    if (typeof name !== 'string' || name.trim() === '') return [];
    const known = holdersOf(args.context, role).find(
      holder => holder.name === name && JSON.stringify(holder.address) === JSON.stringify(address),
    );
    return [known ?? { person: unregisteredId(role, args.context), name, address }];
  };
}

/** Ids of holders, and where letters go for those who have no other way. */
export function reached(holders: readonly Participant[]): Pick<InviteEffect, 'persons' | 'letters'> {
  const letters = holders.flatMap(({ person, name, address = null }) =>
    name === undefined ? [] : [[person, { name, address }] as const],
  );
  return {
    persons: holders.map(({ person }) => person),
    ...(letters.length > 0 && { letters: Object.fromEntries(letters) }),
  };
}

/** Whoever has a role, in the order they came into it. */
export function holdersOf({ roles }: Pick<JourneyContext, 'roles'>, role: string): readonly Participant[] {
  const holders = roles[role];
  if (holders === undefined) return [];
  return Array.isArray(holders) ? (holders as readonly Participant[]) : [holders as Participant];
}

/** The persons in a role, in the order they came into it. */
export function personsIn(context: Pick<JourneyContext, 'roles'>, role: string): string[] {
  return holdersOf(context, role).map(({ person }) => person);
}

/** Variables beyond the context: the refusal in `onError`, and facts about to be remembered. */
export function bindingsOf({ event }: Args, facts?: Record<string, Json | undefined>): Bindings {
  return {
    ...(facts && { facts }),
    ...(event.error !== undefined && { refusal: event.error }),
  };
}
