import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { type ServiceCatalogue } from '../catalogue.js';
import { type Definition, type OfferDefinition } from '../definition.js';
import { carriesData } from '../form/event-data.js';
import {
  type ActionDefinition,
  type StateDefinition,
  type TransitionDefinition,
} from '../state-definition.js';
import { startedNames } from '../starts-in.js';
import { ExpressionEnvironment } from './expression-environment.js';
import { addFact, inferComputed } from './infer-computed.js';
import { schemaType } from './schema-type.js';
import { DYN, EMPTY, type FieldType, REFUSAL, STARTED, type ValueType } from './value-type.js';

/** One `remember` of a definition. */
export interface Remembering {
  readonly name: string;
  readonly each: boolean;
  /** What it remembers when no `value` is given; undefined where there is nothing to remember. */
  readonly data?: ValueType;
  readonly value?: Json;
  readonly action: ActionDefinition;
  readonly state: StateDefinition;
  /** Absent for `entry` and `exit`. */
  readonly transition?: TransitionDefinition;
}

/** Type inference: the types of roles, parameters and everything that is remembered anywhere in a definition. */
export function environmentOf(definition: Definition, catalogue: ServiceCatalogue): ExpressionEnvironment {
  const { roles, parameters, place, overlays } = definition;
  const all = rememberings(definition, catalogue);
  const facts: Record<string, ValueType> = {
    ...Object.fromEntries(startedNames(definition.machine).map(name => [name, STARTED])),
    ...(definition.takes !== undefined && { given: takenType(definition.forms[definition.takes] ?? {}) }),
  };
  for (const remembering of all) {
    if (remembering.value === undefined) addFact(facts, remembering, remembering.data ?? DYN);
  }
  inferComputed(all, facts, definition);
  return new ExpressionEnvironment({
    roles,
    facts,
    parameters,
    overlays,
    ...(place !== undefined && { place }),
  });
}

/** The names that the expressions of an offer may use: the report, the parameters and the day. */
export function offerEnvironment(
  { parameters }: Definition,
  catalogue: ServiceCatalogue,
  { on }: OfferDefinition,
): ExpressionEnvironment {
  const contract = catalogue.registerEvent(on);
  const facts = { report: contract ? schemaType(contract.data) : DYN };
  return new ExpressionEnvironment({ roles: {}, facts, parameters });
}

/** The type of what a journey may be given by another: any field of the form may be left out. */
export function takenType(form: JsonSchema): ValueType {
  const type = schemaType(form);
  if (type.kind !== 'object') return type;
  const fields = Object.entries(type.fields).map(([name, field]) => [name, { ...field, optional: true }]);
  return { kind: 'object', fields: Object.fromEntries(fields) as Record<string, FieldType> };
}

/** Every `remember` of a definition, in the order written. */
export function rememberings(definition: Definition, catalogue: ServiceCatalogue): Remembering[] {
  const found: Remembering[] = [];
  const visit = (state: StateDefinition): void => {
    const collect = (
      actions: readonly ActionDefinition[],
      data?: ValueType,
      transition?: TransitionDefinition,
    ): void => {
      for (const action of actions) {
        const { as: name, value, each } = action.params;
        if (action.type !== 'remember' || typeof name !== 'string') continue;
        found.push({
          name,
          each: each === true,
          action,
          state,
          ...(data && { data }),
          ...(value !== undefined && { value }),
          ...(transition && { transition }),
        });
      }
    };
    collect(state.entry);
    collect(state.exit);
    for (const transition of state.transitions) {
      collect(transition.actions, transitionData(definition, catalogue, state, transition), transition);
    }
    state.states.forEach(visit);
  };
  visit(definition.machine);
  return found;
}

/** The type of what a transition's event carries; undefined when it carries nothing. */
export function transitionData(
  definition: Definition,
  catalogue: ServiceCatalogue,
  state: StateDefinition,
  { trigger }: TransitionDefinition,
): ValueType | undefined {
  switch (trigger.kind) {
    case 'event': {
      const form = state.task && definition.forms[state.task.form];
      if (form === undefined) return DYN;
      return carriesData(form, trigger.event) ? schemaType(form) : EMPTY;
    }
    case 'report': {
      const contract = catalogue.registerEvent(trigger.event);
      return contract ? schemaType(contract.data) : DYN;
    }
    case 'answer': {
      const contract = catalogue.service(state.invokes[trigger.invoke]?.src ?? '');
      return contract ? schemaType(contract.answer) : DYN;
    }
    case 'refusal':
      return REFUSAL;
    default:
      return undefined;
  }
}
