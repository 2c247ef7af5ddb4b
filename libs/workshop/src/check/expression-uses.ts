import {
  DYN,
  type ExpressionEnvironment,
  isExpression,
  isRecord,
  offerEnvironment,
  type Place,
  schemaType,
  type ServiceCatalogue,
  type ValueType,
} from '#journey';
import { type Json } from '#statechart';
import { type DefinitionTree } from './definition-tree.js';
import { formUses } from './forms/form-uses.js';

/** What an expression is for, which decides the type it must have. */
export type Purpose =
  | 'condition'
  | 'point'
  | 'period'
  | 'person'
  | 'field'
  | 'bound'
  | 'word'
  | 'input'
  | 'value'
  | 'list'
  | 'place'
  | 'fee';

/** One expression of a definition and where it stands. */
export interface ExpressionUse {
  readonly purpose: Purpose;
  /** As written, with its `=`. */
  readonly text: string;
  readonly place: Place;
  /** For a prefilled field and a bound: the type that it must have. */
  readonly asked?: ValueType;
  /** What its names mean. */
  readonly environment: ExpressionEnvironment;
}

/** Every expression of a definition, in the order of conditions, delays, offers, states, actions, forms. */
export function expressionUses(
  tree: DefinitionTree,
  environment: ExpressionEnvironment,
  catalogue: ServiceCatalogue,
): ExpressionUse[] {
  const { definition } = tree;
  const uses: ExpressionUse[] = [];
  const add = (purpose: Purpose, value: Json | undefined, place: Place, asked?: ValueType): void => {
    for (const found of expressionsIn(value, place))
      uses.push({ purpose, environment, ...found, ...(asked && { asked }) });
  };
  for (const [name, condition] of Object.entries(definition.conditions)) {
    add('condition', condition.when, tree.at('conditions', name, 'when'));
  }
  for (const [name, delay] of Object.entries(definition.delays)) {
    add('point', delay.until, tree.at('delays', name, 'until'));
    add('point', delay.from, tree.at('delays', name, 'from'));
    add('period', delay.for, tree.at('delays', name, 'for'));
  }
  add('place', definition.place, tree.at('place'));
  uses.push(...offerUses(tree, catalogue));
  for (const [name, { amount }] of Object.entries(definition.fees)) {
    add('fee', amount, tree.at('fees', name, 'amount'));
  }
  for (const label of definition.labels) add('word', label.with, tree.at(...label.at, 'with'));
  for (const state of tree.states) {
    for (const invoke of state.invokes) {
      add('input', invoke.input, tree.at(...invoke.at, 'input'));
      add('place', invoke.place, tree.at(...invoke.at, 'place'));
    }
    for (const [field, value] of Object.entries(state.task?.prefill ?? {})) {
      add(
        'field',
        value,
        tree.at(...(state.task?.at ?? []), 'prefill', field),
        fieldType(tree, state.task?.form, field),
      );
    }
    for (const [name, value] of Object.entries(state.task?.shows ?? {})) {
      add('word', value, tree.at(...(state.task?.at ?? []), 'shows', name));
    }
    if (state.task) add('word', state.task.with, tree.at(...state.task.at, 'with'));
    if (state.with) add('word', state.with, tree.at(...state.at, 'meta', 'with'));
    for (const [field, { of }] of Object.entries(state.task?.choices ?? {})) {
      add('list', of, tree.at(...(state.task?.at ?? []), 'choices', field, 'of'));
    }
    if (state.outcome) add('word', state.outcome.with, tree.at(...state.outcome.at, 'with'));
  }
  for (const { action } of tree.actions) {
    const params = (...path: string[]): Place => tree.at(...action.at, 'params', ...path);
    if (action.type === 'remember') add('value', action.params['value'], params('value'));
    if (action.type === 'invite') {
      add('person', action.params['person'], params('person'));
      const { as } = action.params;
      const { name, address } = isRecord(as) ? as : {};
      add('word', name, params('as', 'name'));
      add('value', address, params('as', 'address'));
    }
    if (action.type === 'message' || action.type === 'undo')
      add('word', action.params['with'], params('with'));
    if (action.type === 'starts') add('input', action.params['with'], params('with'));
  }
  return [...uses, ...formUses(definition, environment)];
}

function offerUses(tree: DefinitionTree, catalogue: ServiceCatalogue): ExpressionUse[] {
  return Object.entries(tree.definition.offers).flatMap(([name, offer]) => {
    const environment = offerEnvironment(tree.definition, catalogue, offer);
    const found = (purpose: Purpose, key: 'to' | 'when' | 'with'): ExpressionUse[] =>
      expressionsIn(offer[key], tree.at('offers', name, key)).map(use => ({ purpose, ...use, environment }));
    return [...found('person', 'to'), ...found('condition', 'when'), ...found('input', 'with')];
  });
}

/** The expressions inside a template, at any depth, each with its place. */
export function expressionsIn(value: Json | undefined, place: Place): { text: string; place: Place }[] {
  if (isExpression(value)) return [{ text: value, place }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    expressionsIn(part as Json, {
      source: place.source,
      path: [...place.path, Array.isArray(value) ? Number(key) : key],
    }),
  );
}

/** How many characters stand before the expression itself: the `=` and the space around it. */
export function leadOf(text: string): number {
  return text.length - text.replace(/^\s*=\s*/, '').length;
}

function fieldType(tree: DefinitionTree, form: string | undefined, field: string): ValueType {
  const schema = form === undefined ? undefined : tree.definition.forms[form];
  const type = schema === undefined ? DYN : schemaType(schema);
  return type.kind === 'object' ? (type.fields[field]?.type ?? DYN) : DYN;
}
