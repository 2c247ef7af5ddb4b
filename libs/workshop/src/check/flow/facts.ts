import { type ActionDefinition } from '#journey';
import { type PathSet } from './path-set.js';
import { rootOf } from './path-table.js';

/**
 * Lattice element of the data-flow analysis: what is remembered at a point of a journey on every way that leads there
 * (`must`, with paths such as `move.partner` that a guard has made certain), and on some way (`may`, names only). Roles
 * count as names.
 */
export interface Facts {
  readonly must: PathSet;
  readonly may: PathSet;
}

/** Join of two paths that meet (lattice meet of `must`, join of `may`). The very same facts when `other` adds nothing. */
export function eitherOf(one: Facts | undefined, other: Facts): Facts {
  if (!one || one === other) return other;
  const must = one.must.intersection(other.must);
  const may = one.may.union(other.may);
  return must === one.must && may === one.may ? one : { must, may };
}

/** Conjunction of facts that all hold, such as the ends of parallel regions. */
export function allOf(facts: readonly [Facts, ...Facts[]]): Facts {
  return facts.reduce((one, other) => ({ must: one.must.union(other.must), may: one.may.union(other.may) }));
}

export function withNames(facts: Facts, names: Iterable<string>): Facts {
  const added = [...names];
  const must = facts.must.with(added);
  return must === facts.must ? facts : { must, may: facts.may.with(added.map(rootOf)) };
}

/** Without what is certain of names and of all that is in them. */
export function without(facts: Facts, names: Iterable<string>): Facts {
  const { must, may } = facts;
  return { must: must.difference(must.table.under(names)), may };
}

/**
 * Transfer function of an action: what is remembered after it. A name that takes on a new value loses what was certain about its parts;
 * without a value it is the data of the event at hand, about which a guard may have made something certain.
 */
export function afterAction(facts: Facts, { type, params }: ActionDefinition): Facts {
  const { as, name, role, value } = params;
  if (type === 'remember' && typeof as === 'string') {
    return withNames(value === undefined ? facts : without(facts, [as]), [as]);
  }
  if (type === 'starts' && typeof as === 'string') return withNames(without(facts, [as]), [as]);
  if (type === 'invite' && typeof role === 'string') return withNames(facts, [role]);
  if (type === 'dismiss' && typeof role === 'string' && role !== 'applicant') return gone(facts, role);
  if (type === 'forget' && typeof name === 'string') return gone(facts, name);
  return facts;
}

function gone(facts: Facts, name: string): Facts {
  const { must, may } = without(facts, [name]);
  return { must, may: may.difference(may.table.setOf([name])) };
}
