import {
  type ActionDefinition,
  type Definition,
  rememberings,
  saysNo,
  type ServiceCatalogue,
  type StateDefinition,
  type TransitionDefinition,
} from '#journey';
import { type Json } from '#statechart';
import { astOf } from '../ast-parts.js';
import { type Facts } from '../flow/facts.js';
import { Mark, isMarked, marked, unmarked } from '../flow/marks.js';
import { GivenPersons } from './given-persons.js';
import { type PersonSource } from './person-sources.js';
import { vouchedBy, type VouchedBy } from './vouched-by.js';

/**
 * Taint analysis of persons. Whom a participant has named is a stranger until a register has named them too, they have
 * said yes themselves, or an authority that the law lets look at strangers has answered. What has been vouched for on
 * every way to a point is marked in its facts.
 */
export class Vouching {
  readonly #given: GivenPersons;
  readonly #conditions = new Map<string, VouchedBy>();
  readonly #definition: Definition;

  constructor(definition: Definition, catalogue: ServiceCatalogue) {
    this.#definition = definition;
    this.#given = new GivenPersons(definition, rememberings(definition, catalogue));
    const registered = (source: PersonSource): boolean => this.#given.heldBy(source).length === 0;
    for (const [name, { when }] of Object.entries(definition.conditions)) {
      const ast = astOf(when);
      if (ast) this.#conditions.set(name, vouchedBy(ast, registered));
    }
  }

  /** The fields through which a stranger may have come into a value; empty when all in it are vouched for. */
  strangersIn(value: Json, facts: Pick<Facts, 'must'>): ReadonlySet<string> {
    const isStranger = (field: string): boolean => !isMarked(facts, field, Mark.vouched);
    const strangers = this.#given.sourcesOf(value).flatMap(source => {
      const [name = ''] = source;
      if (isMarked(facts, name, Mark.vouched)) return [];
      const carried = this.#given.carriedBy(name);
      // Who was named before may still be in it, whatever became of those who were named since.
      const left = isMarked(facts, name, Mark.current) ? carried.filter(isStranger) : carried;
      return [...this.#given.fieldsAt(source).filter(isStranger), ...left];
    });
    return new Set(strangers);
  }

  /** Every name and path that may come to be marked, but for those that actions name. */
  paths(): readonly string[] {
    return [...this.#given.fields(), ...this.#given.carriers()];
  }

  /** At the beginning nobody has been named. */
  atFirst(facts: Facts): Facts {
    return marked(facts, this.#given.carriers(), Mark.current);
  }

  /** Names are about to be remembered from a participant once more: what was made from them holds those of before. */
  namedAnew(facts: Facts, names: readonly string[]): Facts {
    const older = names.flatMap(name => this.#given.carriersOf(name)).filter(name => facts.may.has(name));
    return unmarked(facts, older, [Mark.current]);
  }

  /** Whom a transition vouches for: by its guard and the failing of those before it, by a yes, by an answer. */
  byTaking(
    state: StateDefinition,
    { guard, trigger }: TransitionDefinition,
    failed: readonly string[],
    facts: Facts,
  ): readonly string[] {
    const sources = [
      ...failed.flatMap(name => this.#conditions.get(name)?.whenFalse ?? []),
      ...((guard === undefined ? undefined : this.#conditions.get(guard))?.whenTrue ?? []),
    ];
    // One of many says yes for themselves alone.
    const role = trigger.kind === 'event' && !saysNo(trigger.event) ? state.task?.role : undefined;
    if (role !== undefined && !this.#definition.roles[role]?.many) sources.push([role]);
    const answered = trigger.kind === 'answer' ? state.invokes[trigger.invoke] : undefined;
    for (const field of Object.keys(answered?.vouched ?? {})) {
      const value = (answered?.input as { readonly [name: string]: Json } | undefined)?.[field];
      if (value !== undefined) sources.push(...this.#given.sourcesOf(value));
    }
    return sources.flatMap(source => this.#names(source, facts));
  }

  /** What an action leaves vouched for. */
  byActing(
    before: Facts,
    after: Facts,
    { type, params }: ActionDefinition,
    trigger: TransitionDefinition['trigger'] | undefined,
  ): Facts {
    const { as, role, name, value, person } = params;
    if (type === 'forget' && typeof name === 'string') return this.#made(after, name, true);
    if (type === 'dismiss' && typeof role === 'string') return this.#made(after, role, true);
    if (type === 'invite' && typeof role === 'string' && person !== undefined) {
      return this.#made(after, role, this.strangersIn(person, before).size === 0);
    }
    if (type !== 'remember' || typeof as !== 'string') return after;
    if (value !== undefined) return this.#made(after, as, this.strangersIn(value, before).size === 0);
    return trigger?.kind === 'event' ? after : this.#made(after, as, true);
  }

  #made(facts: Facts, name: string, isVouched: boolean): Facts {
    const current = marked(unmarked(facts, [name], [Mark.vouched]), [name], Mark.current);
    return isVouched ? marked(current, [name], Mark.vouched) : current;
  }

  /** What is marked when a source is vouched for: the name itself, or the fields of the form at it. */
  #names(source: PersonSource, facts: Facts): readonly string[] {
    const [name = ''] = source;
    // With whoever holds a role goes the field that named them, if it can be no other and names them still.
    if (Object.hasOwn(this.#definition.roles, name)) {
      const named = this.#given.carriedBy(name);
      return [name, ...(named.length === 1 && isMarked(facts, name, Mark.current) ? named : [])];
    }
    return [...(source.length === 1 ? [name] : []), ...this.#given.fieldsAt(source)];
  }
}
