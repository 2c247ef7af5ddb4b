import { type Json, type JsonObject } from '#statechart';
import { type Place } from '../definition.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { type Source } from '../source.js';
import { eachMembers } from './each-members.js';
import { type ExpansionFault, type PartUse } from './expansion.js';
import { mapEntries } from './map-entries.js';
import { below, Origins } from './origins.js';
import { argumentFaults, inItself, overridden, partNamed, type Parts, withDefaults } from './parts.js';
import { argumentsIn, type At, stateIds, inside, type PartScope } from './part-scope.js';
import { ShortForms, type Timer } from './short-forms.js';
import { type Arguments, substitute } from './substitute.js';

/** Parts that are used in parts that are used in parts … : beyond this there is a circle. */
const MOST_DEEP = 8;
/** Uses of parts in one definition: a few lines could otherwise stand for millions of states. */
const MOST_USES = 500;

/**
 * Macro expander: turns parts, `each` and the short forms that need more than their own line into the long forms of XState. What reads,
 * checks and runs a definition knows the long forms alone.
 */
export class Expander {
  readonly delays: Record<string, Json> = {};
  readonly uses: PartUse[] = [];
  readonly faults: ExpansionFault[] = [];
  readonly absent = new Set<string>();
  readonly origins: Origins;
  readonly #root: At;
  readonly #short: ShortForms;
  readonly #parts: Parts;

  constructor(main: Source, parts: Parts) {
    const { conditions, decisions, delays } = recordOf(main.value);
    const scope: PartScope = {
      prefix: '',
      conditions: recordOf(conditions ?? decisions),
      delays: recordOf(delays),
      ids: new Set(),
      within: [],
    };
    const at = ['machine'];
    this.#root = { path: '', at, written: { source: main, path: at }, scope };
    this.origins = new Origins(main);
    this.#short = new ShortForms(this.origins, scope.conditions);
    this.#parts = parts;
  }

  /** Conditions that parts and short forms add to the journey's own. */
  get conditions(): Record<string, Json> {
    return this.#short.conditions;
  }

  get delaysUsed(): ReadonlySet<string> {
    return this.#short.delaysUsed;
  }

  machine(value: Json): Json {
    return this.#state(value, this.#root);
  }

  #state(value: Json, here: At): Json {
    if (!isRecord(value)) return value;
    if (value['part'] !== undefined) return this.#use(value, here);
    const timers: Timer[] = [];
    const out: Record<string, Json> = {};
    for (const [key, member] of Object.entries(value)) {
      out[key] = this.#member(key, member ?? null, inside(here, key), timers);
    }
    if (out['initial'] !== undefined && typeof out['initial'] !== 'string') this.#decide(out, here);
    if (timers.length > 0) out['after'] = this.#short.withTimers(recordOf(out['after']), timers, here);
    return out;
  }

  #member(key: string, value: Json, here: At, timers: Timer[]): Json {
    switch (key) {
      case 'states':
        return this.#states(value, here);
      case 'on':
        return mapEntries(value, (name, transition) => [name, this.#short.transition(transition, here)]);
      case 'after':
        return mapEntries(value, (name, transition) => [
          this.#short.delay(name, here.scope),
          this.#short.transition(transition, here),
        ]);
      case 'always':
      case 'onDone':
      case 'target':
        return this.#short.transition(value, here);
      case 'initial':
        return typeof value === 'string' ? value : this.#short.transition(value, here);
      case 'invoke':
        return Array.isArray(value)
          ? (value as readonly Json[]).map((item, index) =>
              this.#short.invoke(item, inside(here, index), timers),
            )
          : this.#short.invoke(value, here, timers);
      case 'joins':
        return this.#short.joins(value, here, timers);
      case 'meta':
        return mapEntries(value, (name, member) => [
          name,
          name === 'task' ? this.#short.task(member, inside(here, name), timers) : member,
        ]);
      case 'id':
        return here.scope.ids.has(String(value)) ? `${here.scope.prefix}.${String(value)}` : value;
      default:
        return value;
    }
  }

  #states(value: Json, here: At): Json {
    if (!isRecord(value)) return value;
    const states: Record<string, Json> = {};
    for (const [key, state] of Object.entries(value)) {
      const written = below(here.written, [key]);
      for (const member of eachMembers(key, state ?? {}, joined(here.path, key))) {
        const at = [...here.at, member.key];
        if (member.each) this.origins.mount(at, written);
        const path = joined(here.path, member.key);
        states[member.key] = member.each
          ? this.#use(member.each.use, { path, at, written, scope: here.scope }, member.each)
          : this.#state(state ?? {}, { path, at, written, scope: here.scope });
      }
    }
    return states;
  }

  /** Puts a part in the place of a state. What stands beside `part` and `with` is added to it, states among its states. */
  #use(
    { part: name, with: given, ...own }: Record<string, Json>,
    here: At,
    member?: NonNullable<ReturnType<typeof eachMembers>[number]['each']>,
  ): Json {
    const { path, at, written } = here;
    const found = partNamed(String(name), this.#parts, below(written, ['part']));
    if ('fault' in found) return this.#refuse(found.fault);
    const { source, value } = found;
    if (here.scope.within.length >= MOST_DEEP || this.uses.length >= MOST_USES) {
      return this.#refuse(inItself(String(name), MOST_DEEP, MOST_USES, below(written, ['part'])));
    }
    const faults = argumentFaults(
      String(name),
      value,
      recordOf(given),
      written,
      Object.keys(member?.bound ?? {}),
    );
    this.faults.push(...faults);
    const told = recordOf(argumentsIn(recordOf(given), here.scope));
    const all = withDefaults(value, { ...told, ...member?.bound });
    const filled = this.#filled(value, all, source, faults.length > 0);
    const scope: PartScope = {
      prefix: path,
      around: here.scope,
      conditions: recordOf(filled['conditions']),
      delays: recordOf(filled['delays']),
      ids: stateIds(filled['machine'] ?? null),
      within: [...here.scope.within, String(name)],
    };
    this.#declare('conditions', scope, source, written);
    this.#declare('delays', scope, source, written);
    this.uses.push({
      path,
      part: String(name),
      source,
      place: written,
      ...(member && { member: { of: member.of, index: member.index, most: member.most } }),
    });
    const machine = recordOf(filled['machine']);
    const { states: ownStates, ...ownKeys } = own;
    const body: Place = { source, path: ['machine'] };
    this.origins.mount(at, body, { place: written, keys: new Set(Object.keys(ownKeys)) });
    for (const key of Object.keys(recordOf(ownStates))) {
      this.origins.mount([...at, 'states', key], below(written, ['states', key]));
    }
    const optional = member
      ? this.#optional(machine, member, path, below(written, ['each', 'most']))
      : machine;
    const made = this.#state(optional, { path, at, written: body, scope }) as JsonObject;
    const added = this.#state(own, here) as JsonObject;
    this.faults.push(...overridden(String(name), machine, own, written));
    const states = { ...recordOf(made['states']), ...recordOf(added['states']) };
    return { ...made, ...added, ...(Object.keys(states).length > 0 && { states }) };
  }

  /** A region that is over at once when the list has no member for it. */
  #optional(
    machine: Record<string, Json>,
    { absentWhen, tooMany, beyond }: NonNullable<ReturnType<typeof eachMembers>[number]['each']>,
    path: string,
    room: Place,
  ): Record<string, Json> {
    const [none, many] = [`${path}.none`, `${path}.tooMany`];
    this.absent.add(none);
    this.conditions[none] = { when: absentWhen };
    if (beyond !== undefined) this.conditions[many] = { when: tooMany };
    for (const name of [none, many]) this.origins.mount(['conditions', name, 'when'], room);
    const initial = machine['initial'] ?? Object.keys(recordOf(machine['states']))[0] ?? null;
    return {
      ...machine,
      initial: [
        ...(beyond === undefined ? [] : [{ guard: many, target: beyond }]),
        { guard: none, target: 'none' },
        ...(Array.isArray(initial) ? (initial as readonly Json[]) : [initial]),
      ],
      states: { ...recordOf(machine['states']), none: { type: 'final' } },
    };
  }

  #filled(
    value: Record<string, Json>,
    given: Arguments,
    source: Source,
    isFaulty: boolean,
  ): Record<string, Json> {
    const { machine = {}, conditions = {}, delays = {} } = value;
    return recordOf(
      substitute({ machine, conditions, delays }, given, name => {
        if (isFaulty || Object.hasOwn(recordOf(value['takes']), name)) return;
        this.faults.push({
          code: 'part-argument',
          place: { source, path: ['takes'] },
          message: `The part uses $${name} and does not say that it takes it.`,
          remedy: `Add ${name} under takes, or correct the name.`,
        });
      }),
    );
  }

  #declare(what: 'conditions' | 'delays', scope: PartScope, source: Source, place: Place): void {
    for (const [name, value] of Object.entries(scope[what])) {
      const full = `${scope.prefix}.${name}`;
      this[what][full] = value ?? null;
      this.origins.mount([what, full], { source, path: [what, name] }, { place, keys: new Set() });
    }
  }

  /** XState knows no guards on `initial`: a state that is left at once decides. */
  #decide(state: Record<string, Json>, here: At): void {
    const states = recordOf(state['states']);
    let deciding = 'deciding';
    while (Object.hasOwn(states, deciding)) deciding = `${deciding}Initially`;
    this.origins.mount([...here.at, 'states', deciding], below(here.written, ['initial']));
    this.origins.mount([...here.at, 'states', deciding, 'always'], below(here.written, ['initial']));
    state['states'] = { [deciding]: { always: state['initial'] ?? null }, ...states };
    state['initial'] = deciding;
  }

  #refuse(fault: ExpansionFault): Json {
    this.faults.push(fault);
    return {};
  }
}

function joined(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
