import { Cursor, type Diagnostic, isRecord, type Source } from '#journey';
import { type Json } from '#statechart';
import {
  type Expectation,
  type Scenario,
  type ScenarioAction,
  type ScenarioStep,
  type ScriptedReply,
} from './scenario.js';

const ACTIONS = ['submit', 'answer', 'refuse', 'skip', 'report', 'wait', 'cancel'] as const;
const LISTS = ['states', 'notStates', 'messages', 'dispatched', 'notDispatched', 'waiting'];
const MORE_LISTS = ['notFacts', 'undone', 'stays', 'fields'];
const MAPPINGS = ['facts', 'roles', 'sees', 'hidden'];
const FLAGS = ['done', 'cancelled', 'ignored'];

/** Reads `scenarios/*.yaml`. Faults of shape are added to `diagnostics`. */
export function readScenario(source: Source, diagnostics: Diagnostic[]): Scenario {
  const cursor = new Cursor(source, diagnostics);
  cursor.only(['name', 'description', 'start', 'version', 'applicant', 'answers', 'steps']);
  const start = cursor.get('start')?.text();
  const version = cursor.get('version')?.text();
  return {
    name: cursor.need('name', 'what happens, in a sentence')?.text() ?? source.file,
    file: source.file,
    ...(start !== undefined && { start }),
    ...(version !== undefined && { version }),
    applicant: cursor.get('applicant')?.text() ?? 'anna',
    answers: Object.fromEntries(
      (cursor.get('answers')?.entries() ?? []).map(([service, at]) => [service, readReply(at)]),
    ),
    steps: cursor.need('steps', 'a list of what happens')?.items().map(readStep) ?? [],
  };
}

function readReply(cursor: Cursor): ScriptedReply {
  if (cursor.value === 'silent') return { kind: 'silent' };
  cursor.only(['answer', 'refuse', 'after']);
  const after = cursor.get('after')?.text();
  const code = cursor.get('refuse')?.text();
  const later = after === undefined ? {} : { after };
  if (code !== undefined) return { kind: 'refuse', code, ...later };
  return { kind: 'answer', ...given(cursor, 'answer'), ...later };
}

function readStep(cursor: Cursor): ScenarioStep {
  cursor.only([...ACTIONS, 'expect']);
  const expect = cursor.get('expect');
  const kinds = ACTIONS.filter(kind => isRecord(cursor.value) && kind in cursor.value);
  if (kinds.length > 1 || (kinds.length === 0 && !expect)) {
    cursor.fault('shape', 'A step does exactly one thing.', `Write one of ${ACTIONS.join(', ')} or expect.`);
  }
  const [kind] = kinds;
  return {
    action: kind ? readAction(kind, cursor) : { kind: 'look' },
    ...(expect && { expect: readExpectation(expect) }),
    at: cursor.path,
  };
}

function readAction(kind: (typeof ACTIONS)[number], step: Cursor): ScenarioAction {
  const cursor = step.get(kind);
  const short = typeof cursor?.value === 'string' ? cursor.value : undefined;
  switch (kind) {
    case 'submit': {
      if (short !== undefined || !cursor) return { kind, ...(short !== undefined && { task: short }) };
      cursor.only(['task', 'as', 'event', 'data', 'change']);
      const change = cursor.get('change')?.record();
      const texts = { ...text(cursor, 'task'), ...text(cursor, 'as'), ...text(cursor, 'event') };
      return { kind, ...texts, ...given(cursor, 'data'), ...(change && { change }) };
    }
    case 'answer':
      if (short !== undefined) return { kind, service: short };
      cursor?.only(['service', 'answer']);
      return { kind, service: needed(step, kind, 'service'), ...(cursor && given(cursor, 'answer')) };
    case 'refuse':
      if (short !== undefined) return { kind, service: short };
      cursor?.only(['service', 'code']);
      return { kind, service: needed(step, kind, 'service'), ...(cursor && text(cursor, 'code')) };
    case 'skip':
      return { kind, service: cursor?.text() ?? '' };
    case 'report':
      if (short !== undefined) return { kind, event: short };
      cursor?.only(['event', 'data']);
      return { kind, event: needed(step, kind, 'event'), ...(cursor && given(cursor, 'data')) };
    case 'wait':
      return { kind, for: cursor?.text() ?? '' };
    case 'cancel':
      return { kind, ...(short !== undefined && { as: short }) };
  }
}

function readExpectation(cursor: Cursor): Expectation {
  cursor.only(['tasks', 'refused', ...LISTS, ...MORE_LISTS, ...MAPPINGS, ...FLAGS]);
  const read: Record<string, Json> = {};
  for (const key of [...LISTS, ...MORE_LISTS]) {
    const at = cursor.get(key);
    if (at) read[key] = Array.isArray(at.value) ? at.value : [at.value];
  }
  for (const key of MAPPINGS) {
    const at = cursor.get(key);
    if (at) read[key] = at.record();
  }
  for (const key of FLAGS) {
    const at = cursor.get(key);
    if (at) read[key] = at.flag();
  }
  const tasks = cursor.get('tasks');
  if (tasks) read.tasks = isRecord(tasks.value) || Array.isArray(tasks.value) ? tasks.value : [tasks.value];
  const refused = cursor.get('refused');
  if (refused) read.refused = refused.text();
  return { ...read, at: cursor.path };
}

function given<K extends string>(cursor: Cursor, key: K): { [name in K]?: Json } {
  const found = cursor.get(key);
  return (found ? { [key]: found.value } : {}) as { [name in K]?: Json };
}

function text<K extends string>(cursor: Cursor, key: K): { [name in K]?: string } {
  const found = cursor.get(key);
  return (found ? { [key]: found.text() } : {}) as { [name in K]?: string };
}

function needed(step: Cursor, kind: string, key: string): string {
  return step.need(kind, `{ ${key}: … }`)?.need(key, 'its name')?.text() ?? '';
}
