import { type Json } from '#statechart';
import {
  type InvokeDefinition,
  type StateDefinition,
  type TaskDefinition,
  type TransitionDefinition,
} from '../state-definition.js';
import { type Cursor, isRecord } from './cursor.js';
import { eventTrigger, readActions, readTransitions, type TargetResolver } from './read-transitions.js';
import { targetResolver } from './resolve-target.js';

const STATE_KEYS = [
  'type',
  'id',
  'initial',
  'history',
  'target',
  'states',
  'on',
  'after',
  'always',
  'onDone',
  'invoke',
  'entry',
  'exit',
  'meta',
  'description',
];

/** Reads the `machine` of a definition into a tree of states. `id` is the definition's, the root's own id. */
export function readMachine(cursor: Cursor, id: string): StateDefinition {
  return readState(cursor, '', '', targetResolver(cursor.value, id));
}

function readState(cursor: Cursor, path: string, key: string, resolve: TargetResolver): StateDefinition {
  cursor.only(STATE_KEYS);
  if (key.includes('.')) {
    cursor.fault('shape', `The state ${key} has a dot in its name.`, 'Dots separate states; leave it out.');
  }
  const states = (cursor.get('states')?.entries() ?? []).map(([child, at]) =>
    readState(at, path ? `${path}.${child}` : child, child, resolve),
  );
  const type = stateType(cursor, states.length > 0);
  const invokes = cursor.get('invoke')?.items() ?? [];
  const transitions = [
    ...mapped(cursor.get('on'), event => eventTrigger(event), path, resolve),
    ...mapped(cursor.get('after'), delay => ({ kind: 'after', delay }), path, resolve),
    ...single(cursor.get('always'), { kind: 'always' }, path, resolve),
    ...single(cursor.get('onDone'), { kind: 'done' }, path, resolve),
    ...invokes.flatMap((at, invoke) => [
      ...single(at.get('onDone'), { kind: 'answer', invoke }, path, resolve),
      ...single(at.get('onError'), { kind: 'refusal', invoke }, path, resolve),
      ...(isUnskippable(at) ? [] : single(at.get('skipped'), { kind: 'skip', invoke }, path, resolve)),
    ]),
    // A history state's target is where it leads when there is no history yet.
    ...(type === 'history' ? single(cursor.get('target'), { kind: 'always' }, path, resolve) : []),
  ];
  const initial = cursor.get('initial')?.text();
  const id = cursor.get('id')?.text();
  const meta = cursor.get('meta');
  meta?.only(['task', 'visibleTo', 'openEnded']);
  const task = meta?.get('task');
  const openEnded = meta?.get('openEnded')?.text();
  const visibleTo = meta
    ?.get('visibleTo')
    ?.items()
    .map(item => item.text());
  return {
    path,
    key,
    type,
    ...(id !== undefined && { id }),
    ...(initial !== undefined && { initial }),
    ...(type === 'history' && { history: cursor.get('history')?.value === 'deep' ? 'deep' : 'shallow' }),
    states,
    transitions,
    invokes: invokes.map(readInvoke),
    entry: readActions(cursor.get('entry')),
    exit: readActions(cursor.get('exit')),
    ...(task && { task: readTask(task) }),
    ...(visibleTo && { visibleTo }),
    ...(openEnded !== undefined && { openEnded }),
    at: cursor.path,
  };
}

function stateType(cursor: Cursor, hasChildren: boolean): StateDefinition['type'] {
  const written = cursor.get('type')?.text();
  switch (written) {
    case undefined:
      return hasChildren ? 'compound' : 'atomic';
    case 'atomic':
    case 'compound':
    case 'parallel':
    case 'final':
    case 'history':
      return written;
    default:
      cursor
        .get('type')
        ?.fault(
          'shape',
          `${written} is no type of state.`,
          'Use atomic, compound, parallel, final or history.',
        );
      return hasChildren ? 'compound' : 'atomic';
  }
}

function mapped(
  cursor: Cursor | undefined,
  trigger: (key: string) => TransitionDefinition['trigger'],
  path: string,
  resolve: TargetResolver,
): TransitionDefinition[] {
  return (cursor?.entries() ?? []).flatMap(([key, at]) => readTransitions(at, path, trigger(key), resolve));
}

function single(
  cursor: Cursor | undefined,
  trigger: TransitionDefinition['trigger'],
  path: string,
  resolve: TargetResolver,
): TransitionDefinition[] {
  return cursor ? readTransitions(cursor, path, trigger, resolve) : [];
}

function readInvoke(cursor: Cursor): InvokeDefinition {
  cursor.only(['src', 'input', 'vouched', 'onDone', 'onError', 'skipped']);
  const input: Json = cursor.get('input')?.value ?? {};
  if (!isRecord(input)) {
    cursor.get('input')?.fault('shape', 'The input of a service must be a mapping.', 'Name each property.');
  }
  const src = cursor.need('src', 'the service to ask, <authority>.<operation>')?.text() ?? '';
  const vouched = cursor.get('vouched')?.record();
  const unskippable = isUnskippable(cursor);
  return { src, input, ...(vouched && { vouched }), unskippable, at: cursor.path };
}

function isUnskippable(invoke: Cursor): boolean {
  return invoke.get('skipped')?.value === 'never';
}

function readTask(cursor: Cursor): TaskDefinition {
  cursor.only(['role', 'form', 'due', 'each', 'prefill', 'remind']);
  const due = cursor.get('due')?.text();
  const each = cursor.get('each')?.text();
  const remind = cursor.get('remind')?.text();
  return {
    role: cursor.need('role', 'who is asked')?.text() ?? '',
    form: cursor.need('form', 'the form they fill in')?.text() ?? '',
    ...(due !== undefined && { due }),
    ...(each !== undefined && { each }),
    ...(remind !== undefined && { remind }),
    prefill: cursor.get('prefill')?.record() ?? {},
    at: cursor.path,
  };
}
