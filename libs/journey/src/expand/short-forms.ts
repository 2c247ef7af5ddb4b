import { type Json } from '#statechart';
import { type Place } from '../definition.js';
import { isRecord, recordOf } from '../read/cursor.js';
import { mapEntries } from './map-entries.js';
import { below, type Origins } from './origins.js';
import { BY_CODE, isByCode, refusalTransitions, withoutAnswer } from './refusals-by-code.js';
import { type At, declaring, fullName, inside, targetIn } from './part-scope.js';

/** Keys of an invoke that hold transitions. */
const ANSWERED: ReadonlySet<string> = new Set(['onDone', 'onError', 'skipped']);

/** A transition that a state gets from a short form inside it. */
export interface Timer {
  readonly delay: string;
  readonly transition: Json;
  readonly written: Place;
}

/** Short forms inside one state: refusals by code, `noAnswer`, `overdue`, and names as the scope has them. */
export class ShortForms {
  /** Conditions that short forms stand for. */
  readonly conditions: Record<string, Json> = {};
  /** Every name that a timer or a task goes by. */
  readonly delaysUsed = new Set<string>();
  readonly #origins: Origins;
  readonly #conditions: Readonly<Record<string, Json | undefined>>;

  /** @param conditions the journey's own */
  constructor(origins: Origins, conditions: Readonly<Record<string, Json | undefined>>) {
    this.#origins = origins;
    this.#conditions = conditions;
  }

  invoke(value: Json, here: At, timers: Timer[]): Json {
    if (!isRecord(value)) return value;
    const { noAnswer, ...rest } = value;
    if (noAnswer !== undefined && noAnswer !== null) {
      const { after, transition } = withoutAnswer(noAnswer, rest['onError'] ?? null);
      timers.push({
        delay: this.delay(after, here.scope),
        transition: this.transition(transition, here),
        written: below(here.written, ['noAnswer']),
      });
    }
    return mapEntries(rest, (key, member) => {
      if (key === 'onError' && isByCode(member)) return [key, this.#byCode(member, inside(here, key))];
      return [key, ANSWERED.has(key) ? this.transition(member, here) : member];
    });
  }

  #byCode(onError: Record<string, Json>, here: At): Json {
    return refusalTransitions(onError).map(({ code, transition, at }, index) => {
      const written = below(here.written, at);
      this.#origins.mount([...here.at, index], written);
      if (code === 'else') return this.transition(transition, here);
      const long: Record<string, Json> = isRecord(transition) ? transition : { target: transition };
      const guard = this.#codeGuard(code, long['guard'], index, here, written);
      return this.transition({ ...long, guard }, here);
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
    const { conditions } = declaring(String(guard), 'conditions', scope) ?? { conditions: this.#conditions };
    const besides = recordOf(conditions[String(guard)]);
    const asked = guard === undefined ? '' : ` && (${String(besides['when'] ?? '').replace(/^=\s*/, '')})`;
    this.conditions[name] = { when: `= refusal.code == '${code}'${asked}`, source: BY_CODE };
    this.#origins.mount(['conditions', name], written);
    return name;
  }

  /** The ends of a journey that is waited for; its `due` and `overdue` are those of a task. */
  joins(value: Json, here: At, timers: Timer[]): Json {
    return mapEntries(this.task(value, here, timers), (key, member) => [
      key,
      key === 'ended'
        ? mapEntries(member, (end, transition) => [end, this.transition(transition, here)])
        : member,
    ]);
  }

  task(value: Json, here: At, timers: Timer[]): Json {
    if (!isRecord(value)) return value;
    const { overdue, ...task } = value;
    const due = typeof task['due'] === 'string' ? this.delay(task['due'], here.scope) : undefined;
    if (overdue !== undefined && overdue !== null) {
      const written = below(here.written, ['overdue']);
      timers.push({ delay: due ?? '', transition: this.transition(overdue, here), written });
    }
    return { ...task, ...(due !== undefined && { due }) };
  }

  withTimers(after: Record<string, Json>, timers: readonly Timer[], here: At): Json {
    const all: Record<string, Json> = { ...after };
    for (const { delay, transition, written } of timers) {
      const before = all[delay];
      const list = before === undefined ? [] : Array.isArray(before) ? (before as readonly Json[]) : [before];
      const at = [...here.at, 'after', delay];
      this.#origins.mount(before === undefined ? at : [...at, list.length], written);
      all[delay] = before === undefined ? transition : [...list, transition];
    }
    return all;
  }

  transition(value: Json, here: At): Json {
    const { scope } = here;
    if (typeof value === 'string') return targetIn(value, scope);
    if (Array.isArray(value)) return (value as readonly Json[]).map(item => this.transition(item, here));
    if (!isRecord(value)) return value;
    const { target, ...staying } = value;
    // A part that is given no way out stays where it is.
    return mapEntries(target === null ? staying : value, (key, member) => {
      if (key === 'target') return [key, this.transition(member, here)];
      if (key !== 'guard') return [key, member];
      return [key, typeof member === 'string' ? fullName(member, 'conditions', scope) : member];
    });
  }

  delay(name: string, scope: At['scope']): string {
    const full = fullName(name, 'delays', scope);
    this.delaysUsed.add(full);
    return full;
  }
}
