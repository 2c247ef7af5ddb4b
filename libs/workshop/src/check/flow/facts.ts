import { type ActionDefinition } from '#journey';

/**
 * What is remembered at a point of a journey: on every way that leads there (`must`, with paths such as
 * `move.partner` that a guard has made certain), and on some way (`may`, names only). Roles count as names.
 */
export interface Facts {
  readonly must: ReadonlySet<string>;
  readonly may: ReadonlySet<string>;
}

/** Join of two paths that meet (lattice meet of `must`, join of `may`). */
export function eitherOf(one: Facts | undefined, other: Facts): Facts {
  if (!one || one === other) return other;
  return {
    must: new Set([...one.must].filter(name => other.must.has(name))),
    may: new Set([...one.may, ...other.may]),
  };
}

/** Conjunction of facts that all hold, such as the ends of parallel regions. */
export function allOf(facts: readonly Facts[]): Facts {
  return {
    must: new Set(facts.flatMap(each => [...each.must])),
    may: new Set(facts.flatMap(each => [...each.may])),
  };
}

export function withNames(facts: Facts, names: Iterable<string>): Facts {
  const added = [...names];
  if (added.every(name => facts.must.has(name))) return facts;
  return {
    must: new Set([...facts.must, ...added]),
    may: new Set([...facts.may, ...added.map(name => name.split('.')[0] as string)]),
  };
}

export function without(facts: Facts, names: Iterable<string>): Facts {
  const gone = new Set(names);
  if (gone.size === 0) return facts;
  return {
    must: new Set([...facts.must].filter(path => !gone.has(path.split('.')[0] as string))),
    may: facts.may,
  };
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
  if (type === 'invite' && typeof role === 'string') return withNames(facts, [role]);
  if (type === 'forget' && typeof name === 'string') {
    const { must, may } = without(facts, [name]);
    return { must, may: new Set([...may].filter(known => known !== name)) };
  }
  return facts;
}

export function sameFacts(one: Facts | undefined, other: Facts | undefined): boolean {
  return (
    one !== undefined && other !== undefined && sameSet(one.must, other.must) && sameSet(one.may, other.may)
  );
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every(item => other.has(item));
}
