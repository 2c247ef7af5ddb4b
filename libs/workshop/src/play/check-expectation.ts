import { dateAt } from '#calendar';
import { type OpenTask, type PersonId } from '#journey';
import { type Json } from '#statechart';
import { findPath } from './find-path.js';
import { type Happening } from './happening.js';
import { differences } from './differences.js';
import { type Player } from './player.js';
import { type Expectation } from './scenario.js';

/** What just happened, for the keys that say so. */
export interface JustNow {
  readonly happenings: readonly Happening[];
  /** Why the step's action was not accepted. */
  readonly refused?: { readonly code: string; readonly fields: readonly string[] };
  readonly ignored?: boolean;
}

/** One thing that was expected and is not so, with the key of `expect` that said it. */
export interface Unmet {
  readonly key: string;
  readonly message: string;
}

type Checks = {
  readonly [K in Exclude<keyof Expectation, 'at'>]: (
    expected: NonNullable<Expectation[K]>,
    player: Player,
    justNow: JustNow,
  ) => string[];
};

/** Compares what is expected, in the order written, with how the journey stands. Throws PlayError for names that mean nothing. */
export function checkExpectation(expectation: Expectation, player: Player, justNow: JustNow): Unmet[] {
  const written = Object.keys(expectation).filter(key => key in CHECKS) as (keyof Checks)[];
  return written.flatMap(key => {
    const expected = expectation[key];
    if (expected === undefined) return [];
    const check = CHECKS[key] as (expected: unknown, player: Player, justNow: JustNow) => string[];
    return check(expected, player, justNow).map(message => ({ key, message }));
  });
}

const CHECKS: Checks = {
  states: (expected, player) => {
    const active = activePaths(player);
    const missing = statePaths(expected, player).filter(path => !active.includes(path));
    return missing.map(
      path => `expected ${path} to be active, but active is ${active.join(', ') || 'nothing'}`,
    );
  },
  notStates: (expected, player) => {
    const active = activePaths(player);
    const found = statePaths(expected, player).filter(path => active.includes(path));
    return found.map(path => `expected ${path} not to be active, but it is`);
  },
  tasks: (expected, player) => {
    if (!Array.isArray(expected)) return describedTasks(expected as Readonly<Record<string, Json>>, player);
    const paths = (expected as readonly string[]).map(name => taskPath(name, player));
    return sameSet(
      paths,
      player.tasks().map(({ task }) => task),
      'open tasks',
    );
  },
  messages: (expected, _player, { happenings }) => {
    const sent = happenings.flatMap(item => (item.kind === 'message' ? [{ ...item, name: item.text }] : []));
    return exactly(expected, sent, ['the message', 'text', 'sent'], ({ to }) => to);
  },
  dispatched: (expected, _player, { happenings }) => {
    const asked = happenings.flatMap(item => (item.kind === 'dispatched' ? [item] : []));
    return expected.flatMap(wanted => {
      const dispatch = typeof wanted === 'string' ? { service: wanted } : wanted;
      const service = (dispatch as { service?: Json }).service;
      const candidates = asked.filter(item => item.service === service);
      if (candidates.length === 0) {
        return [
          `expected ${String(service)} to be asked, but asked was ${asked.map(a => a.service).join(', ') || 'nobody'}`,
        ];
      }
      const faults = candidates.map(item => differences(dispatch, item as unknown as Json));
      return faults.some(found => found.length === 0)
        ? []
        : (faults[0] ?? []).map(fault => `${String(service)} was asked, but ${fault}`);
    });
  },
  notDispatched: (expected, player) =>
    expected
      .filter(service =>
        player.happenings.some(item => item.kind === 'dispatched' && item.service === service),
      )
      .map(service => `expected ${service} never to be asked, but it was`),
  started: (expected, _player, { happenings }) => {
    const begun = happenings.flatMap(item =>
      item.kind === 'started' ? [{ ...item, name: item.journey }] : [],
    );
    return exactly(expected, begun, ['the journey', 'journey', 'started'], ({ person }) => person);
  },
  offers: (expected, _player, { happenings }) => {
    const made = happenings.flatMap(item => (item.kind === 'offered' ? [{ ...item, name: item.offer }] : []));
    return exactly(expected, made, ['the offer', 'offer', 'offered'], ({ person }) => person);
  },
  waiting: (expected, player) =>
    sameSet(
      expected,
      player.waits().dispatches.map(({ service }) => service),
      'services that have not answered',
    ),
  facts: (expected, player) => differences(expected, player.state.context.facts),
  notFacts: (expected, player) =>
    expected
      .filter(name => player.state.context.facts[name] !== undefined)
      .map(name => `expected nothing to be remembered as ${name}`),
  roles: (expected, player) =>
    Object.entries(expected).flatMap(([role, persons]) =>
      sameSet(texts(persons), player.namesIn(role), `persons in the role ${role}`),
    ),
  sees: (expected, player) =>
    visibility(expected, player, (path, who, visible) => (visible ? [] : [`expected ${who} to see ${path}`])),
  hidden: (expected, player) =>
    visibility(expected, player, (path, who, visible) =>
      visible ? [`expected ${path} to be hidden from ${who}`] : [],
    ),
  done: (expected, player) => {
    if ((player.status === 'done') === expected) return [];
    const active = activePaths(player).join(', ');
    return [
      expected ? `expected the journey to have ended, but active is ${active}` : 'the journey has ended',
    ];
  },
  cancelled: (expected, player) =>
    (player.status === 'cancelled') === expected ? [] : [`the journey is ${player.status}`],
  undone: (expected, player) => {
    const undone = (player.cancellation?.undo ?? []).map(({ service }) => service);
    const same = undone.join() === expected.join();
    return same
      ? []
      : [`expected ${expected.join(', ')} to be asked to undo, but it was ${undone.join(', ') || 'nobody'}`];
  },
  stays: (expected, player) =>
    sameSet(
      expected,
      (player.cancellation?.stays ?? []).map(({ service }) => service),
      'services whose work stays',
    ),
  refused: (expected, _player, { refused }) =>
    refused?.code === expected
      ? []
      : [`expected ${expected}, but it was ${refused ? refused.code : 'accepted'}`],
  fields: (expected, _player, { refused }) =>
    sameSet(expected, refused?.fields ?? [], 'fields that do not fit'),
  ignored: (expected, _player, { ignored = false }) =>
    ignored === expected ? [] : [ignored ? 'nothing listened for the report' : 'the report was heard'],
};

function describedTasks(expected: Readonly<Record<string, Json>>, player: Player): string[] {
  const open = player.tasks();
  return Object.entries(expected).flatMap(([name, details]) => {
    const path = taskPath(name, player);
    const task = open.find(item => item.task === path);
    if (!task)
      return [`expected the task ${path} to be open; open is ${open.map(t => t.task).join(', ') || 'none'}`];
    const known = knownKeys(details, ['for', 'due', 'events', 'prefill']);
    return known.length > 0
      ? known
      : differences(details, describedTask(task)).map(fault => `the task ${path}: ${fault}`);
  });
}

function describedTask({ persons, due, events, prefill }: OpenTask): Json {
  return {
    for: persons,
    // The last day on which it may still be done: what is due at midnight is due the day before.
    due: due === undefined ? null : dateAt(due - 1),
    events: events.map(({ event }) => event),
    prefill,
  };
}

function knownKeys(details: Json, keys: readonly string[]): string[] {
  return Object.keys(details ?? {})
    .filter(key => !keys.includes(key))
    .map(key => `a task has no ${key}; use ${keys.join(', ')}`);
}

function visibility(
  expected: Readonly<Record<string, Json>>,
  player: Player,
  judge: (path: string, who: string, visible: boolean) => string[],
): string[] {
  const { journey, state } = player;
  return Object.entries(expected).flatMap(([who, names]) => {
    const roles = journey.definition.roles[who] ? [who] : journey.rolesOf(state, who as PersonId);
    return statePaths(texts(names), player).flatMap(path => judge(path, who, journey.isVisible(path, roles)));
  });
}

function activePaths({ journey, state }: Player): string[] {
  return journey.activePaths(state);
}

function statePaths(names: readonly string[], { journey }: Player): string[] {
  return names.map(name => findPath(name, journey.statePaths(), 'state'));
}

function taskPath(name: string, { journey }: Player): string {
  return findPath(name, journey.taskPaths(), 'task');
}

function sameSet(expected: readonly string[], actual: readonly string[], what: string): string[] {
  const same = [...expected].sort().join() === [...actual].sort().join();
  if (same) return [];
  return [
    `expected ${what} to be ${expected.join(', ') || 'none'}, but they are ${actual.join(', ') || 'none'}`,
  ];
}

function texts(value: Json): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).map(String);
}

/** What differs from a list of what happened, each told by its name or by what is written of it, in any order. */
function exactly<T extends { readonly name: string }>(
  expected: readonly Json[],
  happened: readonly T[],
  [noun, key, done]: readonly [noun: string, key: string, done: string],
  to: (item: T) => string,
): string[] {
  const inWords = (item: T): string => `${item.name} to ${to(item)}`;
  const left = [...happened];
  const unmet = expected.flatMap(wanted => {
    const asked = typeof wanted === 'string' ? { [key]: wanted } : wanted;
    const index = left.findIndex(item => differences(asked, item as unknown as Json).length === 0);
    if (index < 0) {
      const all = happened.map(inWords).join(', ') || 'nothing';
      return [`expected ${noun} ${shown(wanted)}, but ${done} was ${all}`];
    }
    left.splice(index, 1);
    return [];
  });
  return [...unmet, ...left.map(item => `did not expect ${noun} ${inWords(item)}`)];
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
