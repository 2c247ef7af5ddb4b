import { type Json, type JsonObject } from '#statechart';
import { type Place } from '../definition.js';
import { isRecord } from '../read/cursor.js';
import { type Source, type SourcePath } from '../source.js';
import { eachMembers } from './each-members.js';
import { type ExpansionFault, type PartUse } from './expansion.js';
import { below, Origins } from './origins.js';
import { argumentFaults, inItself, overridden, partNamed, type Parts } from './parts.js';
import { BY_CODE, isByCode, refusalTransitions, withoutAnswer } from './refusals-by-code.js';
import { type Arguments, substitute } from './substitute.js';

/** Parts that are used in parts that are used in parts … : beyond this there is a circle. */
const MOST_DEEP = 8;
/** Uses of parts in one definition: a few lines could otherwise stand for millions of states. */
const MOST_USES = 500;

/** Keys of an invoke that hold transitions. */
const ANSWERED: ReadonlySet<string> = new Set(['onDone', 'onError', 'skipped']);

/** Lexical scope: in a part its own conditions, delays and ids come before the journey's. */
interface Scope {
  readonly prefix: string;
  readonly conditions: JsonObject;
  readonly delays: JsonObject;
  readonly ids: ReadonlySet<string>;
  /** The parts that it is in, the outermost first. */
  readonly within: readonly string[];
}

/** Where the expander stands: the state's path, its place in the expanded tree, and where it was written. */
interface At {
  readonly path: string;
  readonly at: SourcePath;
  readonly written: Place;
  readonly scope: Scope;
}

/** A transition that a state gets from a short form inside it. */
interface Timer {
  readonly delay: string;
  readonly transition: Json;
  readonly written: Place;
}

/**
 * Macro expander: turns parts, `each` and the short forms that need more than their own line into the long forms of XState. What reads,
 * checks and runs a definition knows the long forms alone.
 */
export class Expander {
  readonly conditions: Record<string, Json> = {};
  readonly delays: Record<string, Json> = {};
  readonly uses: PartUse[] = [];
  readonly faults: ExpansionFault[] = [];
  readonly absent = new Set<string>();
  /** Every name that a timer or a task goes by. */
  readonly delaysUsed = new Set<string>();
  readonly origins: Origins;
  readonly #main: Source;
  readonly #parts: Parts;

  constructor(main: Source, parts: Parts) {
    this.#main = main;
    this.#parts = parts;
    this.origins = new Origins(main);
  }

  machine(value: Json): Json {
    const { conditions, decisions, delays } = isRecord(this.#main.value) ? this.#main.value : {};
    const scope: Scope = {
      prefix: '',
      conditions: recordOf(conditions ?? decisions),
      delays: recordOf(delays),
      ids: new Set(),
      within: [],
    };
    const at = ['machine'];
    return this.#state(value, { path: '', at, written: { source: this.#main, path: at }, scope });
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
    if (timers.length > 0) out['after'] = this.#withTimers(recordOf(out['after']), timers, here);
    return out;
  }

  #member(key: string, value: Json, here: At, timers: Timer[]): Json {
    switch (key) {
      case 'states':
        return this.#states(value, here);
      case 'on':
        return mapMembers(value, (name, transition) => [name, this.#transition(transition, here)]);
      case 'after':
        return mapMembers(value, (name, transition) => [
          this.#delay(name, here.scope),
          this.#transition(transition, here),
        ]);
      case 'always':
      case 'onDone':
      case 'target':
        return this.#transition(value, here);
      case 'initial':
        return typeof value === 'string' ? value : this.#transition(value, here);
      case 'invoke':
        return Array.isArray(value)
          ? (value as readonly Json[]).map((item, index) => this.#invoke(item, inside(here, index), timers))
          : this.#invoke(value, here, timers);
      case 'meta':
        return mapMembers(value, (name, member) => [
          name,
          name === 'task' ? this.#task(member, inside(here, name), timers) : member,
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
    const filled = this.#filled(value, { ...recordOf(given), ...member?.bound }, source, faults.length > 0);
    const scope: Scope = {
      prefix: path,
      conditions: recordOf(filled['conditions']),
      delays: recordOf(filled['delays']),
      ids: idsIn(filled['machine'] ?? null),
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
    const optional = member ? this.#optional(machine, member, path) : machine;
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
  ): Record<string, Json> {
    const [none, many] = [`${path}.none`, `${path}.tooMany`];
    this.absent.add(none);
    this.conditions[none] = { when: absentWhen };
    if (beyond !== undefined) this.conditions[many] = { when: tooMany };
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

  #declare(what: 'conditions' | 'delays', scope: Scope, source: Source, place: Place): void {
    for (const [name, value] of Object.entries(scope[what])) {
      const full = `${scope.prefix}.${name}`;
      this[what][full] = value ?? null;
      this.origins.mount([what, full], { source, path: [what, name] }, { place, keys: new Set() });
    }
  }

  #invoke(value: Json, here: At, timers: Timer[]): Json {
    if (!isRecord(value)) return value;
    const { noAnswer, ...rest } = value;
    if (noAnswer !== undefined && noAnswer !== null) {
      const { after, transition } = withoutAnswer(noAnswer, rest['onError'] ?? null);
      timers.push({
        delay: this.#delay(after, here.scope),
        transition: this.#transition(transition, here),
        written: below(here.written, ['noAnswer']),
      });
    }
    return mapMembers(rest, (key, member) => {
      if (key === 'onError' && isByCode(member)) return [key, this.#byCode(member, inside(here, key))];
      return [key, ANSWERED.has(key) ? this.#transition(member, here) : member];
    });
  }

  #byCode(onError: Record<string, Json>, here: At): Json {
    return refusalTransitions(onError).map(({ code, transition, at }, index) => {
      const written = below(here.written, at);
      this.origins.mount([...here.at, index], written);
      if (code === 'else') return this.#transition(transition, here);
      const long: Record<string, Json> = isRecord(transition) ? transition : { target: transition };
      const guard = this.#codeGuard(code, long['guard'], index, here, written);
      return this.#transition({ ...long, guard }, here);
    });
  }

  /** The condition that a refusal has this code, and whatever else the transition asks for. */
  #codeGuard(
    code: string,
    guard: Json | undefined,
    index: number,
    { scope, path }: At,
    written: Place,
  ): string {
    const name = `${path}.refused.${code}${guard === undefined ? '' : `.${index}`}`;
    const name_ = String(guard);
    const condition = recordOf(scope.conditions[name_] ?? this.#mainCondition(name_));
    const asked = guard === undefined ? '' : ` && (${String(condition['when'] ?? '').replace(/^=\s*/, '')})`;
    this.conditions[name] = { when: `= refusal.code == '${code}'${asked}`, source: BY_CODE };
    this.origins.mount(['conditions', name], written);
    return name;
  }

  #mainCondition(guard: Json | undefined): Json {
    const { conditions } = recordOf(this.#main.value);
    return recordOf(conditions)[String(guard)] ?? null;
  }

  #task(value: Json, here: At, timers: Timer[]): Json {
    if (!isRecord(value)) return value;
    const { overdue, ...task } = value;
    const due = typeof task['due'] === 'string' ? this.#delay(task['due'], here.scope) : undefined;
    if (overdue !== undefined && overdue !== null) {
      const written = below(here.written, ['overdue']);
      timers.push({ delay: due ?? '', transition: this.#transition(overdue, here), written });
    }
    return { ...task, ...(due !== undefined && { due }) };
  }

  #withTimers(after: Record<string, Json>, timers: readonly Timer[], here: At): Json {
    const all: Record<string, Json> = { ...after };
    for (const { delay, transition, written } of timers) {
      const before = all[delay];
      const list = before === undefined ? [] : Array.isArray(before) ? (before as readonly Json[]) : [before];
      const at = [...here.at, 'after', delay];
      this.origins.mount(before === undefined ? at : [...at, list.length], written);
      all[delay] = before === undefined ? transition : [...list, transition];
    }
    return all;
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

  #transition(value: Json, here: At): Json {
    const { scope } = here;
    if (typeof value === 'string') return targetIn(value, scope);
    if (Array.isArray(value)) return (value as readonly Json[]).map(item => this.#transition(item, here));
    if (!isRecord(value)) return value;
    const { target, ...staying } = value;
    // A part that is given no way out stays where it is.
    return mapMembers(target === null ? staying : value, (key, member) => {
      if (key === 'target') return [key, this.#transition(member, here)];
      if (key !== 'guard') return [key, member];
      const isOwn = scope.prefix !== '' && Object.hasOwn(scope.conditions, String(member));
      return [key, isOwn ? `${scope.prefix}.${String(member)}` : member];
    });
  }

  #delay(name: string, scope: Scope): string {
    const isOwn = scope.prefix !== '' && Object.hasOwn(scope.delays, name);
    const full = isOwn ? `${scope.prefix}.${name}` : name;
    this.delaysUsed.add(full);
    return full;
  }

  #refuse(fault: ExpansionFault): Json {
    this.faults.push(fault);
    return {};
  }
}

function targetIn(target: string, { ids, prefix }: Scope): string {
  const id = /^#([^.]+)/.exec(target)?.[1];
  return id !== undefined && ids.has(id) ? `#${prefix}.${target.slice(1)}` : target;
}

function idsIn(state: Json): Set<string> {
  if (!isRecord(state)) return new Set();
  const inner = Object.values(recordOf(state['states'])).flatMap(child => [...idsIn(child ?? null)]);
  return new Set([...(typeof state['id'] === 'string' ? [state['id']] : []), ...inner]);
}

function inside(here: At, key: string | number): At {
  return { ...here, at: [...here.at, key], written: below(here.written, [key]) };
}

function mapMembers(value: Json, map: (key: string, member: Json) => [string, Json]): Json {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => map(key, member ?? null)));
}

export function recordOf(value: Json | undefined): Record<string, Json> {
  return isRecord(value) ? value : {};
}

function joined(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
