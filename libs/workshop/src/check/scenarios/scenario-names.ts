import { type Place, type SourcePath } from '#journey';
import { isObject, type Json } from '#schema';
import { type CheckedScenario } from './checked-scenario.js';

/** What a name in a scenario stands for. */
export type ScenarioNameKind =
  'service' | 'event' | 'state' | 'task' | 'role' | 'message' | 'fact' | 'started' | 'journey' | 'offer';

/** One name that a scenario gives to something of the journey. */
export interface ScenarioName {
  readonly kind: ScenarioNameKind;
  readonly name: string;
  readonly place: Place;
  /** The name is a key, and not a value. */
  readonly key: boolean;
}

/** What each key of `expect` names: its values when it is a list, its keys when it is a mapping. */
const EXPECTED: Readonly<Record<string, { kind: ScenarioNameKind; member?: string }>> = {
  states: { kind: 'state' },
  notStates: { kind: 'state' },
  tasks: { kind: 'task' },
  messages: { kind: 'message', member: 'text' },
  dispatched: { kind: 'service', member: 'service' },
  notDispatched: { kind: 'service' },
  waiting: { kind: 'service' },
  facts: { kind: 'fact' },
  notFacts: { kind: 'fact' },
  roles: { kind: 'role' },
  started: { kind: 'journey', member: 'journey' },
  offers: { kind: 'offer', member: 'offer' },
  undone: { kind: 'service' },
  stays: { kind: 'service' },
};

/** Every name that a scenario gives to a service, event, state, task, role, message or fact, where it stands. */
export function scenarioNames({ scenario, source }: CheckedScenario): ScenarioName[] {
  const names: ScenarioName[] = [];
  const add = (kind: ScenarioNameKind, name: unknown, path: SourcePath, key = false): void => {
    if (typeof name === 'string') names.push({ kind, name, place: { source, path }, key });
  };
  for (const service of Object.keys(scenario.answers)) add('service', service, ['answers', service], true);
  for (const { action, at, expect } of scenario.steps) {
    if ('service' in action) add('service', action.service, [...at, action.kind, 'service']);
    if (action.kind === 'report') add('event', action.event, [...at, 'report', 'event']);
    if (action.kind === 'end') add('started', action.journey, [...at, 'end', 'journey']);
    if (action.kind === 'submit') add('task', action.task, [...at, 'submit', 'task']);
    for (const [key, value] of Object.entries(expect ?? {})) {
      const expected = EXPECTED[key];
      const path = [...(expect?.at ?? []), key];
      if (expected)
        eachName(value as Json, expected.member, path, (...found) => add(expected.kind, ...found));
      if (key === 'messages') eachName(value as Json, 'to', path, (...found) => add('role', ...found));
      if (key !== 'sees' && key !== 'hidden') continue;
      for (const [who, states] of Object.entries(Object(value) as Record<string, Json>)) {
        eachName(states, undefined, [...path, who], (...found) => add('state', ...found));
      }
    }
  }
  return names;
}

/** The names in a list, in one text that stands for a list of one, or among the keys of a mapping. */
function eachName(
  value: Json,
  member: string | undefined,
  path: SourcePath,
  add: (name: unknown, path: SourcePath, key?: boolean) => void,
): void {
  if (isObject(value)) {
    for (const name of Object.keys(value)) add(name, [...path, name], true);
    return;
  }
  for (const [index, item] of (Array.isArray(value) ? (value as readonly Json[]) : [value]).entries()) {
    if (!isObject(item)) {
      if (member !== 'to') add(item, [...path, index]);
    } else if (member !== undefined) add(item[member], [...path, index, member]);
  }
}
